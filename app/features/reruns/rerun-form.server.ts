/** What a re-run is asked for: under which editions, and as of which day. */
import { z } from 'zod';
import { isDay } from '../keyset';
import { readEditionKey } from '../library/chart-editions';

export const RERUN_MODES = ['today', 'day', 'edition'] as const;

export const RerunForm = z
  .object({
    mode: z.enum(RERUN_MODES, { error: 'Choose what to judge them under.' }),
    asOf: z.string().trim().max(10).default(''),
    edition: z.string().trim().max(200).default(''),
  })
  .superRefine(({ mode, asOf, edition }, context) => {
    if (mode === 'day' && !isDay(asOf)) {
      context.addIssue({ code: 'custom', path: ['asOf'], message: 'Give the day as year, month and day.' });
    }
    if (mode !== 'edition') return;
    const read = readEditionKey(edition);
    if (!read.ok) context.addIssue({ code: 'custom', path: ['edition'], message: 'Choose an edition of the list.' });
  });

export type RerunWish = z.output<typeof RerunForm>;
