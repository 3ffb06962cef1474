/** The form in which somebody records that a measure was looked at. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { today } from '../today';
import { dayAfter, PROOF_KEYS, proofOfKey } from './needed-proofs';

export const RESULTS = [
  { value: 'holds', label: 'It holds' },
  { value: 'partly', label: 'It holds in part' },
  { value: 'fails', label: 'It fails' },
] as const;

const RESULT_VALUES = ['holds', 'fails', 'partly'] as const;

export const ProofForm = z
  .object({
    what: z.enum(PROOF_KEYS as [string, ...string[]], { error: 'Choose what was shown.' }),
    result: z.enum(RESULT_VALUES, { error: 'Say what came out.' }),
    taken_on: optionalDate(),
    stale_on: optionalDate(),
    document: requiredText('Name the document, export or log in which it can be looked up.'),
    note: optionalText(),
    change: z.uuid().optional(),
  })
  .superRefine((form, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const { taken_on: taken, stale_on: stale } = form;
    const known = proofOfKey(form.what);
    if (taken === null) return refuse('taken_on', 'Give the day on which it was taken.');
    if (taken > today()) return refuse('taken_on', 'This day is still to come.');
    if (stale === null || !known) return;
    if (stale <= taken) refuse('stale_on', 'It cannot go stale before it was taken.');
    const { mostDays, until } = known.needed;
    if (stale > dayAfter(taken, mostDays)) {
      const days = mostDays === 1 ? '1 day' : `${mostDays} days`;
      refuse('stale_on', `Such a proof is taken at its word for ${days} at most, and only until ${until}.`);
    }
  });

export type ProofInput = z.output<typeof ProofForm>;
