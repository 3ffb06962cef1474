/** The forms of training and of what signers accept. */
import { z } from 'zod';
import { optionalDate, requiredText } from '../text-input';

export const RecordTrainingForm = z.object({
  course: requiredText('Choose the course.'),
  completedOn: optionalDate(),
  /** Only where the certificate ends earlier than the policy says. */
  expiresOn: optionalDate(),
  evidence: requiredText('Say where it can be seen: a certificate, an attendance list.'),
});

export type RecordTrainingInput = z.output<typeof RecordTrainingForm>;

export const WithdrawTrainingForm = z.object({
  record: requiredText('Choose the record.'),
  reason: requiredText('Say why, in a few words. The record keeps it.'),
});

export const SetTextForm = z.object({
  text: requiredText('Write what signers accept.').refine(
    (text) => text.length <= 20_000,
    'At most 20,000 characters: signers read it to the end.',
  ),
  note: requiredText('Say why the text is changed.'),
  /** Number of the text it is based on. */
  version: z.coerce.number().int().min(0).catch(-1),
});

export type SetTextInput = z.output<typeof SetTextForm>;
