/**
 * When each instrument applies, as a table of conditions in the rule language. A row for each instrument of the
 * library; the shape carries the second stage (conditions over results of the first) and rows that stay out while
 * nobody claims the event they need.
 */
import { euRows } from './applicability/eu';
import { internationalRows } from './applicability/international';
import type { ApplicabilityRow, Known } from './applicability/row';
import { ukAndHospitalRows } from './applicability/uk-and-hospital';
import { usRows } from './applicability/us';
import type { FactBase } from './fact-base';
import { knownName, valueFrom } from './vocabulary';

export type { ApplicabilityRow, Known } from './applicability/row';

export const APPLICABILITY: readonly ApplicabilityRow[] = [
  ...euRows,
  ...usRows,
  ...ukAndHospitalRows,
  ...internationalRows,
];

/** What is known in one dossier, for the sentences above. */
export function knownIn(
  base: FactBase,
  certifications: readonly { market: string; basis: string | null; number: string | null }[],
): Known {
  return {
    value(key) {
      const name = knownName(key);
      const code = base.codes[name.index] as number;
      return Number.isNaN(code) ? null : String(valueFrom(name, code));
    },
    certification: (market) => certifications.find((one) => one.market === market) ?? null,
  };
}
