/** The form with which residual risk is accepted, and the one that ends an acceptance. */
import { z } from 'zod';
import { proofFields } from '../../guard/step-up.server';
import { optionalDate, requiredText } from '../text-input';

/** A day that has to be given. */
const requiredDay = (missing: string) =>
  optionalDate().transform((day, context) => {
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });

const fields = z.object({
  /** Digest of the ratings that the form showed. */
  seen: z.string({ error: 'The form is damaged. Reload the page.' }).max(64),
  renews: z.union([z.uuid(), z.literal('')]).optional(),
  what: requiredText('Say which risk is accepted.'),
  because: requiredText('Say why it is acceptable for now.'),
  review_on: requiredDay('Say when it is looked at again.'),
  expires_on: requiredDay('Say until when it is accepted.'),
  ...proofFields,
});

export const AcceptanceForm = fields.refine((form) => form.review_on <= form.expires_on, {
  path: ['review_on'],
  message: 'Look at it again before it runs out, not afterwards.',
});

export type AcceptanceInput = z.output<typeof AcceptanceForm>;

export const EndAcceptanceForm = z.object({
  acceptance: z.uuid({ error: 'Say which acceptance is ended.' }),
  reason: requiredText('Say why it ends.'),
});
