/** The forms on advisories and matches. Pure. */
import { z } from 'zod';
import { requiredText } from '../text-input';

const version = z.coerce.number().int().min(1).max(2_147_483_647);

const why = (what: string) => requiredText(what);

export const MATCH_INTENTS = ['confirm', 'reject', 'correct', 'read'] as const;
export type MatchIntent = (typeof MATCH_INTENTS)[number];

export const ConfirmForm = z.object({
  version,
  reason: why('Say how you know, in a few words: it is used again for the next advisory on this product.'),
});

export const RejectForm = z.object({
  version,
  reason: why('Say why it is not this device, in a few words: it is used again for the next advisory on this product.'),
});

export const CorrectForm = z.object({
  version,
  model: z.uuid({ error: 'Choose the model that is meant.' }),
  reason: why('Say how you know, in a few words: it is used again for the next advisory on this product.'),
});

export const READ_VERDICTS = ['affected', 'not_affected', 'unclear'] as const;

export const ReadForm = z.object({
  text: z.string({ error: 'Choose the text that you have read.' }).max(100_000),
  ours: z.string().max(100_000).optional().default(''),
  verdict: z.enum(READ_VERDICTS, { error: 'Say whether this version is hit.' }),
  reason: why('Say how you know, in a few words.'),
});

export const AddMatchForm = z.object({
  product: z
    .string({ error: 'Choose the product of the advisory.' })
    .regex(/^[0-9a-f]{32}$/, 'Choose the product of the advisory.'),
  model: z.uuid({ error: 'Choose the model that is meant.' }),
  reason: why('Say how you know, in a few words: it is used again for the next advisory on this product.'),
});

export const ADVISORY_INTENTS = ['decide', 'set_aside', 'reopen', 'add'] as const;
export type AdvisoryIntent = (typeof ADVISORY_INTENTS)[number];

export const DecideForm = z.object({
  version,
  reason: why('Say what was decided and why: it is what stands in the record.'),
});
