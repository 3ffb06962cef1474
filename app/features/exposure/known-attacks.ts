/** What the feeds say of a vulnerability. A feed that was never loaded says nothing: not known, never no. Pure. */
import { dateInWords } from '../../ui/time';

/** Day of what we hold of a feed, and when it came; null: never loaded. */
export interface FeedHeld {
  asOf: string | null;
  loadedOn: string | null;
}

export type Kev =
  | { state: 'listed'; added: string; due: string | null; ransomware: boolean | null }
  | { state: 'not_listed'; held: FeedHeld }
  | { state: 'never_loaded' };

export type Epss =
  | { state: 'scored'; score: number; percentile: number; scoredOn: string | null }
  | { state: 'not_scored'; held: FeedHeld }
  | { state: 'never_loaded' };

const day = ({ asOf, loadedOn }: FeedHeld): string =>
  asOf ? dateInWords(asOf) : loadedOn ? `loaded ${dateInWords(loadedOn)}` : 'no day given';

const RANSOMWARE = { true: ', used by ransomware', false: '', null: ', use by ransomware not known' } as const;

/** "in KEV since 10 Feb 2022, used by ransomware" */
export function kevInWords(kev: Kev): string {
  if (kev.state === 'never_loaded') return 'not known: the KEV catalogue was never loaded';
  if (kev.state === 'not_listed') return `not in KEV (catalogue of ${day(kev.held)})`;
  return `in KEV since ${dateInWords(kev.added)}${RANSOMWARE[`${kev.ransomware}`]}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** "94 % within 30 days, higher than 99.9 % of all, 29 Sep 2026" */
export function epssInWords(epss: Epss): string {
  if (epss.state === 'never_loaded') return 'not known: EPSS was never loaded';
  if (epss.state === 'not_scored') return `no EPSS score in what we hold (${day(epss.held)})`;
  const of = epss.scoredOn ? `, ${dateInWords(epss.scoredOn)}` : ', day not given';
  return `EPSS ${percent(epss.score)}, percentile ${(epss.percentile * 100).toFixed(1)}${of}`;
}

/** Whether attacks are known, for rules: true, false, or null where nobody can say. */
export const exploitedOf = (kev: Kev): boolean | null => (kev.state === 'never_loaded' ? null : kev.state === 'listed');
