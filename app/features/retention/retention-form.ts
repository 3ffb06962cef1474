/** The forms on the page of retention. Pure. */
import { z } from 'zod';

const reason = z.string({ error: 'Say why.' }).trim().min(3, 'Say why.').max(2000, 'At most 2,000 characters.');

export const HoldForm = z.object({
  reference: z
    .string({ error: 'Give the reference of a change.' })
    .trim()
    .min(3, 'Give the reference of a change.')
    .max(60),
  reason,
});
export const LiftForm = z.object({ holdId: z.uuid(), reason });
export const ProposeForm = z.object({ attachmentId: z.uuid() });
export const DecideForm = z.object({ disposalId: z.uuid() });
export const RefuseForm = z.object({ disposalId: z.uuid(), reason });
