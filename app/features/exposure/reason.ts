/** Why an exposure is what it is: one sentence, the rule behind it and where it comes from. Pure. */
import type { Confidence } from '../../regulation/chart';

export interface Reason {
  rule: string;
  says: string;
  /** Document, record or person it rests on. */
  source: string;
  mark: Confidence;
}

/** Three values, as people answer. Unknown is never taken for no. */
export type Tri = 'yes' | 'no' | 'unknown';

export const isTri = (value: string): value is Tri => value === 'yes' || value === 'no' || value === 'unknown';

/** A list in words: "a, b and c". */
export const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
