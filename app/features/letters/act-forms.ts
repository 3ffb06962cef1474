/** The forms on the page of a letter. Pure. */
import { z } from 'zod';
import { optionalText, requiredText } from '../text-input';
import { reason } from './send-form';

export const LETTER_INTENTS = [
  'approve',
  'issue-again',
  'address',
  'send',
  'deliver',
  'bounce',
  'acknowledge',
  'close',
  'reopen',
  'withdraw',
  'correct',
  'drop',
  'make-link',
  'revoke-link',
  'mail-decision',
  'follow-up',
] as const;

export type LetterIntent = (typeof LETTER_INTENTS)[number];

export const isLetterIntent = (value: string): value is LetterIntent => LETTER_INTENTS.includes(value as LetterIntent);

const Count = z.coerce.number({ error: 'This form is not complete. Reload the page.' }).int().min(1).max(1_000_000);

/** What was seen is what is approved: number and revision of the draft on the page. */
export const ApproveForm = z.object({
  number: Count,
  revision: Count,
  then_send: z.string().optional(),
});

const DAY = z.iso.date();

/** A day in the past or today. */
const day = (missing: string) =>
  z
    .string({ error: missing })
    .refine((text) => DAY.safeParse(text).success && /^20\d\d/.test(text), { error: missing });

export const DeliverForm = z.object({
  on: day('Give the day on which it was delivered.'),
  reason: requiredText('Say how you know: a receipt, a tracking number, a call.'),
});

export const AcknowledgeForm = z.object({
  on: day('Give the day on which it was acknowledged.'),
  reason: requiredText('Say who acknowledged it and how.'),
});

export const BounceForm = z.object({
  on: day('Give the day on which it came back.'),
  reason: requiredText('Say why it did not arrive.'),
});

export const ReasonForm = z.object({ reason: reason() });

export const CorrectForm = z.object({
  what_changed: requiredText('Say what changes: it is printed at the top of the corrected letter.'),
});

export const AddressForm = z.object({ recipient_email: optionalText() });

export const MakeLinkForm = z.object({
  sent_to: requiredText('Say who gets this link, so that it can be told apart and revoked.'),
});

export const RevokeLinkForm = z.object({ link: z.uuid(), reason: reason() });

export const MailDecisionForm = z.object({
  message: z.uuid(),
  decision: z.enum(['sent', 'again'], { error: 'Say whether it left or is to be sent again.' }),
  reason: reason(),
});

export const FollowUpForm = z.object({
  kind: z.enum(['reminder', 'escalation', 'notice-of-intent', 'answer-acceptance'], { error: 'Choose a letter.' }),
});
