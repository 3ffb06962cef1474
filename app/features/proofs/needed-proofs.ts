/**
 * What shows that a measure works, and for how long it is taken at its word. The words are the rule library's; no
 * authority gives the days, so they are ours, and nobody may claim more of a proof than these.
 */
import { MEASURE_IDS, type MeasureId, measureOf } from '../../regulation/options/measures';

export interface NeededProof {
  /** Place among the proofs of its measure: the form posts "isolation/0". */
  at: number;
  /** In the library's words. */
  text: string;
  /** Days after which it says nothing any more, whatever was written beside it. */
  mostDays: number;
  /** What makes it stale sooner. */
  until: string;
}

const DAY = 1;
const MONTH = 31;
const QUARTER = 92;
const HALF_YEAR = 184;
const YEAR = 366;

/** For each proof of the library, in its order: the days it holds at most, and what ends it before. */
const HOLDS: Readonly<Record<MeasureId, readonly (readonly [number, string])[]>> = {
  vendor_patch: [
    [YEAR, 'the maker withdraws or replaces the patch'],
    [HALF_YEAR, 'the software version changes'],
  ],
  os_patch: [
    [MONTH, 'the next patch day'],
    [YEAR, 'the next patch'],
  ],
  antivirus: [
    [QUARTER, 'the agent or its policy changes'],
    [DAY, 'a day has passed'],
  ],
  allow_listing: [[HALF_YEAR, 'the software version changes']],
  host_firewall: [
    [HALF_YEAR, 'a rule changes'],
    [HALF_YEAR, 'a rule changes'],
  ],
  disable_service: [[HALF_YEAR, 'the software version changes']],
  credential_change: [[YEAR, 'somebody who knows the password leaves']],
  upgrade: [
    [YEAR, 'the maker says something else'],
    [HALF_YEAR, 'the software version changes'],
  ],
  network_firewall: [
    [HALF_YEAR, 'a rule changes'],
    [HALF_YEAR, 'a rule changes'],
  ],
  segmentation: [
    [HALF_YEAR, 'the network changes'],
    [HALF_YEAR, 'the network changes'],
  ],
  passive_monitoring: [[QUARTER, 'a quarter has passed']],
  inline_prevention: [
    [MONTH, 'the signatures are updated'],
    [MONTH, 'the signatures are updated'],
  ],
  isolation: [[QUARTER, 'somebody has serviced the unit']],
  replacement: [
    [YEAR, 'the maker says something else'],
    [YEAR, 'a unit comes back into service'],
  ],
  accept: [[YEAR, 'the day stated in the acceptance']],
};

/** The proofs a measure needs. */
export const neededProofs = (measure: MeasureId): NeededProof[] =>
  measureOf(measure).proof.map((text, at) => {
    const [mostDays, until] = HOLDS[measure][at] ?? [DAY, 'a day has passed'];
    return { at, text, mostDays, until };
  });

/** Every proof there is, as the form names them. */
export const PROOF_KEYS: readonly string[] = MEASURE_IDS.flatMap((measure) =>
  neededProofs(measure).map(({ at }) => `${measure}/${at}`),
);

/** The proof behind such a key; null when there is none. */
export function proofOfKey(key: string): { measure: MeasureId; needed: NeededProof } | null {
  const measure = MEASURE_IDS.find((id) => key.startsWith(`${id}/`));
  if (!measure) return null;
  const needed = neededProofs(measure).find(({ at }) => key === `${measure}/${at}`);
  return needed ? { measure, needed } : null;
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
