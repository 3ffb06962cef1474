/** Reading the proof out of a form that signs, and keeping it out of everything that is shown again. */
import type { Proof } from '../guard/step-up.server';
import { type Kept, keptOf, postedText } from './changes/posted';

export const proofOf = (form: FormData): Proof => ({
  proof_password: postedText(form, 'proof_password'),
  proof_code: postedText(form, 'proof_code'),
  proof_passkey: postedText(form, 'proof_passkey'),
  proof_challenge: postedText(form, 'proof_challenge'),
});

/** What was typed, without the proof. */
export const keptWithoutProof = (form: FormData): Kept =>
  Object.fromEntries(Object.entries(keptOf(form)).filter(([name]) => !name.startsWith('proof_')));
