/** When a certification ends, counted from a day, and what the law adds to the printed date. Pure. */

export interface Ending {
  expiresOn: string | null;
  doesNotExpire: boolean;
}

export type EndingState = 'none' | 'unknown' | 'expired' | 'soon' | 'year' | 'far';

const DAY = 86_400_000;

/** Whole days from `from` to `to`, both year-month-day. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** How near the end is: `soon` within 90 days, `year` within 365. */
export function endingState(ending: Ending, today: string): EndingState {
  if (ending.doesNotExpire) return 'none';
  if (!ending.expiresOn) return 'unknown';
  const days = daysBetween(today, ending.expiresOn);
  if (days < 0) return 'expired';
  return days <= 90 ? 'soon' : days <= 365 ? 'year' : 'far';
}

const inDays = (days: number): string => {
  if (days === 0) return 'today';
  if (days === 1) return 'in 1 day';
  if (days < 90) return `in ${days} days`;
  if (days < 730) return `in ${Math.round(days / 30.44)} months`;
  return `in ${Math.round(days / 365.25)} years`;
};

/** "ends in 38 days", "ended 2 years ago", "no end date", "end not known". */
export function endingInWords(ending: Ending, today: string): string {
  if (ending.doesNotExpire) return 'no end date';
  if (!ending.expiresOn) return 'end not known';
  const days = daysBetween(today, ending.expiresOn);
  return days < 0 ? `ended ${inDays(-days).replace('in ', '')} ago` : `ends ${inDays(days)}`;
}

export interface Transition {
  /** Last day, year-month-day. */
  until: string;
  because: string;
  citation: string;
}

/**
 * Until when the law may keep a certification usable beyond, or stop it before, the printed date. Derived from market,
 * basis and class alone; the conditions named in `because` are for a person to check.
 */
export function transitionOf(cert: { market: string; basis: string; class: string }): Transition | null {
  const directive = cert.basis === 'mdd' || cert.basis === 'aimdd';
  if (cert.market === 'GB' && directive) {
    return {
      until: '2028-06-30',
      because: 'CE marking under a directive is accepted in Great Britain until this day, while the certificate lives',
      citation: 'UK MDR 2002, regs 19B, 19C',
    };
  }
  if (cert.market === 'GB' && (cert.basis === 'mdr' || cert.basis === 'ivdr')) {
    return {
      until: '2030-06-30',
      because: `CE marking under the ${cert.basis.toUpperCase()} is accepted in Great Britain until this day`,
      citation: 'UK MDR 2002, regs 30A, 44ZA, 44ZB',
    };
  }
  if (!directive || !['EU', 'NI'].includes(cert.market) || cert.class === '') return null;
  const earlier = cert.class === 'III' || cert.class === 'AIMD';
  return {
    until: earlier ? '2027-12-31' : '2028-12-31',
    because:
      cert.class === 'IIb'
        ? 'legacy device, if it is not an implantable of the listed kind (then 31 Dec 2027) and all conditions of Art. 120(3c) are met'
        : cert.class === 'I'
          ? 'only if the MDR now asks for a notified body and all conditions of Art. 120(3c) are met'
          : 'legacy device, if all conditions of Art. 120(3c) are met',
    citation: cert.class === 'I' ? 'MDR Art. 120(3b), (3c)' : 'MDR Art. 120(3a), (3c)',
  };
}
