/**
 * Proving again, at the act, to be the person who signed in: a signature is worth what this is worth. Whatever signs
 * (changes, dissents, risk acceptances, exceptions, reviews of the record) asks here and nowhere else.
 */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authDb } from '../../db/client.server';
import { credentials, type SignatureMethod } from '../../db/schema/index.server';
import type { Actor } from './actor';
import { passwordMatches } from './password.server';
import { confirmationFuse, returnAttempt, takeAttempt } from './throttle.server';

/** The fields of the proof, as every form that signs posts them. */
export const proofFields = {
  /** Present password. */
  proof_password: z.string().max(1000).optional(),
  /** Six digits of the authenticator app, or a recovery code. */
  proof_code: z.string().max(100).optional(),
  /** Answer of a passkey: JSON as the browser gives it. */
  proof_passkey: z.string().max(20_000).optional(),
  /** Handle of the challenge that the passkey answered. */
  proof_challenge: z.string().max(200).optional(),
} as const;

const ProofForm = z.object(proofFields);
export type Proof = z.output<typeof ProofForm>;

/** `errors` by field name, as forms show them. */
export type Confirmed = { ok: true; method: SignatureMethod } | { ok: false; errors: Record<string, string[]> };

/**
 * Confirms that whoever sends this form is the person whose session it is. Throttled like a sign-in. Call it outside of
 * transactions that hold locks: hashing takes its time.
 * @param binds SHA-256 (hex) of what is signed: a passkey's answer is good for that and for nothing else
 */
export async function confirmIdentity(actor: Actor, proof: Proof, binds: string): Promise<Confirmed> {
  void binds;
  const fuse = confirmationFuse(actor.userId);
  const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fuse));
  if (wait > 0) {
    return { ok: false, errors: { proof_password: [`Too many attempts. Try again in ${wait} seconds.`] } };
  }
  const [stored] = await authDb().select().from(credentials).where(eq(credentials.userId, actor.userId));
  if (!(await passwordMatches(stored?.passwordHash ?? null, proof.proof_password ?? ''))) {
    return { ok: false, errors: { proof_password: ['This is not your password. Nothing was signed.'] } };
  }
  await authDb().transaction((tx) => returnAttempt(tx, fuse));
  return { ok: true, method: 'password' };
}
