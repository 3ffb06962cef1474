/** The forms of an emergency. */
import { z } from 'zod';
import { requiredText } from '../text-input';

export const DeclareForm = z.object({
  reason: requiredText('Say why it cannot wait for signatures: who is in danger, and since when.'),
});

export const WithdrawEmergencyForm = z.object({ reason: requiredText('Say why it is no emergency after all.') });

/** The proof of identity is read apart from it. */
export const ConfirmForm = z.object({
  emergency: z.uuid({ error: 'Reload the page.' }),
});
