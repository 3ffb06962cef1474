/** The forms of standard changes. */
import { z } from 'zod';
import { optionalDate, requiredText } from '../text-input';

/** The proof of identity is read apart from it. */
export const StandardForm = z.object({
  change: z.uuid({ error: 'Choose the decision it rests on.' }),
  title: requiredText('Name it, so that people recognise it: “Monthly virus signatures”.'),
  validUntil: optionalDate(),
  /** Digest of the basis that the page showed. */
  basis: z.string({ error: 'Reload the page.' }).regex(/^[0-9a-f]{64}$/, 'Reload the page.'),
});
export type StandardInput = z.output<typeof StandardForm>;

export const RetireStandardForm = z.object({ reason: requiredText('Say why nobody uses it any more.') });

export const UseStandardForm = z.object({ standard: z.uuid({ error: 'Choose a standard change.' }) });
