/** The form with which a review of the record is signed. Pure. */
import { z } from 'zod';
import { storableText } from '../../features/text-input';

export const OUTCOMES = {
  nothing_found: 'Nothing that needs following up',
  follow_up: 'Something has to be followed up',
} as const;
export type ReviewOutcome = keyof typeof OUTCOMES;

export const ReviewForm = z.object({
  /** Number of the last event that was looked at. */
  to: z.coerce.number().int().min(1),
  outcome: z.enum(['nothing_found', 'follow_up'], { error: 'Say what you found.' }),
  findings: z
    .string({ error: 'Say what you looked at and what you found.' })
    .transform((text) => storableText(text).trim())
    .pipe(z.string().min(10, 'Say what you looked at and what you found.').max(10_000, 'At most 10,000 characters.')),
});
export type ReviewForm = z.output<typeof ReviewForm>;
