/** What can be said about a UDI-DI by looking at it: the check digit of GS1. Pure. */
import { gs1CheckDigit } from '../../readers/udi/check-digits';

/** Why a UDI-DI deserves a second look. `odd` is shown and kept, `refused` is no identifier at all. */
export interface UdiProblem {
  severity: 'odd' | 'refused';
  message: string;
}

/**
 * Checks a UDI-DI: all-digit ones are GS1 and have 14 digits with a check digit; those of other agencies (HIBCC,
 * ICCBBA) are taken as they are. Published identifiers are often wrong, so most findings only warn.
 */
export function udiProblem(udi: string): UdiProblem | null {
  if (/[\r\n]/.test(udi) || udi.length > 200) return { severity: 'refused', message: 'This is not an identifier.' };
  if (!/^\d+$/.test(udi)) return null;
  if (udi.length !== 14) return { severity: 'odd', message: `A GS1 UDI-DI has 14 digits; this has ${udi.length}.` };
  const expected = gs1CheckDigit(udi.slice(0, 13));
  if (expected === Number(udi[13])) return null;
  return {
    severity: 'odd',
    message: `The check digit does not fit: by GS1 it would be ${expected}, here it is ${udi[13]}.`,
  };
}
