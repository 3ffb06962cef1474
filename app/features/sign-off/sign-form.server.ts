/** The form that signs, as it is posted. */
import { z } from 'zod';
import { proofFields } from '../../guard/step-up.server';
import { CONDITION_STAGES } from '../implementation/condition-form';
import { optionalText } from '../text-input';
import { type SignatureMeaning, SLOT_LABELS, type SlotId } from './slots';

/** Rows for conditions that the form shows at once. */
export const CONDITION_ROWS = 3;

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value));

export const SignForm = z.object({
  round: z.uuid({ error: 'Say which round is signed.' }),
  /** Digest of the snapshot that the page showed. */
  snapshot: z.string().regex(/^[0-9a-f]{64}$/, 'Reload the page: it does not say what is signed.'),
  slot: z.enum(Object.keys(SLOT_LABELS) as [SlotId, ...SlotId[]], { error: 'Choose in which place you sign.' }),
  meaning: z.enum(['author', 'review', 'approve', 'approve_with_conditions', 'reject', 'witness'], {
    error: 'Choose what your signature means.',
  }),
  reason: optionalText(),
  condition: several,
  condition_before: several,
  condition_owner: several,
  condition_due: several,
  ...proofFields,
});
export type SignForm = z.output<typeof SignForm>;

/** The conditions that were typed; rows left blank do not count. */
export const conditionsOf = (form: SignForm) =>
  form.condition.flatMap((text, at) => {
    if (text.trim() === '') return [];
    const before = CONDITION_STAGES.find((stage) => stage === form.condition_before[at]) ?? 'implementation';
    return [{ text, before, ownerId: form.condition_owner[at] ?? '', dueOn: form.condition_due[at] ?? '' }];
  });

/** Meanings that want a reason in words. */
export const WANTS_REASON: readonly SignatureMeaning[] = ['reject', 'approve_with_conditions'];
