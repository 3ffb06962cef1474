/** Many small changes, each harmless, may together be a large one: what was changed since the baseline, and how much is too much. */
import { z } from 'zod';
import type { Tier } from '../../regulation/chart';

/** One change on the device since its baseline. */
export interface CountedChange {
  id: string;
  reference: string;
  title: string;
  kinds: string[];
  proposedOn: string;
  statusLabel: string;
  tier: { from: Tier; to: Tier } | null;
}

export interface Cumulative {
  /** Day of the latest certificate in force, and what it is; null when no date of issue is recorded. */
  baseline: { day: string; of: string } | null;
  /** The latest changes on the device since then; `total` counts all. */
  counted: CountedChange[];
  total: number;
  /** After how many a look at all of them together is asked for. */
  after: number;
  reached: boolean;
}

export const ThresholdForm = z.object({
  after: z.coerce
    .number({ error: 'Give a whole number from 1 to 100.' })
    .int('Give a whole number from 1 to 100.')
    .min(1, 'Give a whole number from 1 to 100.')
    .max(100, 'Give a whole number from 1 to 100.'),
  /** What the form showed, so that two people do not overwrite each other unseen. */
  was: z.coerce.number().int(),
});
