/** Instruments that do not apply, put together where the same thing keeps them out. Pure. */
import type { AssessmentResult } from '../../regulation/result';

export interface LeftOutGroup {
  /** What is so here, or why none can be said: the part of the reason that they share. */
  because: string;
  instruments: { id: string; name: string; speaksTo: string }[];
}

const HERE = '; here ';

/**
 * Groups by what keeps them out; the largest group first.
 * @param nameOf the name of an instrument in words
 */
export function leftOutGroups(
  leftOut: AssessmentResult['not_applicable'],
  nameOf: (instrument: string) => string,
): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>();
  for (const { instrument, because } of leftOut) {
    const at = because.lastIndexOf(HERE);
    const shared = at < 0 ? because : because.slice(at + HERE.length);
    const group = groups.get(shared) ?? { because: shared, instruments: [] };
    group.instruments.push({ id: instrument, name: nameOf(instrument), speaksTo: at < 0 ? '' : because.slice(0, at) });
    groups.set(shared, group);
  }
  return [...groups.values()].sort((a, b) => b.instruments.length - a.instruments.length);
}
