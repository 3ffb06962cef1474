/** The form that verifies a change. */
import { z } from 'zod';
import { optionalText } from '../text-input';
import { VERIFICATION_OUTCOMES } from './verification-outcomes';

const digest = z.string({ error: 'Reload the page.' }).regex(/^[0-9a-f]{64}$/, 'Reload the page.');

/** The proof of identity is read apart from it, so that nothing keeps it. */
export const CloseForm = z.object({
  outcome: z.enum(VERIFICATION_OUTCOMES, { error: 'Say what your verification came to.' }),
  words: optionalText(),
  /** Digest of the snapshot that the page showed. */
  snapshot: digest,
  /** Digest of what was done, as the page showed it. */
  done: digest,
});
export type CloseInput = z.output<typeof CloseForm>;
