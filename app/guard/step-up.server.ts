/**
 * Proving again, at the act, to be the person who signed in: a signature is worth what this is worth. Whatever signs
 * (changes, dissents, risk acceptances, exceptions, reviews of the record) asks here and nowhere else.
 */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, inOrganisationAsAuthority } from '../../db/client.server';
import { credentials, type SignatureMethod } from '../../db/schema/index.server';
import { record } from '../audit/append.server';
import type { Json } from '../audit/events';
import type { Actor } from './actor';
import { takeChallenge } from './challenges.server';
import { auditActor } from './guard.server';
import { passkeyAnswers } from './passkeys.server';
import { passwordMatches } from './password.server';
import { relyingParty } from './relying-party.server';
import { takeCode } from './second-factors.server';
import { confirmationFuse, isPowerOfTen, returnAttempt, takeAttempt } from './throttle.server';
import { totpSince } from './totp.server';

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

type Component = 'password' | 'code' | 'passkey';
type Checked = { ok: true; method: SignatureMethod } | { ok: false; component: Component; message: string };

const wrong = (component: Component, message: string): Checked => ({ ok: false, component, message });

async function checkPasskey(actor: Actor, proof: Proof, binds: string): Promise<Checked> {
  const party = relyingParty(actor.origin);
  const meant = { userId: actor.userId, purpose: 'sign', binds } as const;
  const challenge = await takeChallenge(proof.proof_challenge ?? '', meant);
  if (!party || !challenge) {
    return wrong('passkey', 'The passkey answered something else, or too late. Use it again.');
  }
  const answered = await passkeyAnswers(actor.userId, proof.proof_passkey ?? '', challenge, party);
  if (!answered) return wrong('passkey', 'This is not a passkey of yours, or it did not ask you first.');
  return { ok: true, method: 'passkey' };
}

async function checkPassword(actor: Actor, proof: Proof): Promise<Checked> {
  const [stored] = await authDb().select().from(credentials).where(eq(credentials.userId, actor.userId));
  if (!(await passwordMatches(stored?.passwordHash ?? null, proof.proof_password ?? ''))) {
    return wrong('password', 'This is not your password.');
  }
  if (!(await totpSince(actor.userId))) return { ok: true, method: 'password' };
  const code = proof.proof_code?.trim() ?? '';
  if (!code) return wrong('code', 'Enter the code that your authenticator app shows, beside the password.');
  const taken = await takeCode(actor.userId, code);
  if (taken === 'used') return wrong('code', 'This code was used already. Wait for the next one.');
  if (taken === 'wrong') return wrong('code', 'This code is not right. Use the one your app shows now.');
  return { ok: true, method: 'totp' };
}

/** What the proof is for: it decides how a refusal is recorded and worded. */
export type ProofOf = 'signature' | 'factors';

const REFUSALS = {
  signature: { action: 'signature.refused', after: 'Nothing was signed.' },
  factors: { action: 'factor.refused', after: 'Nothing was changed.' },
} as const;

const recordRefused = (actor: Actor, of: ProofOf, detail: Record<string, Json>) =>
  inOrganisationAsAuthority(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: REFUSALS[of].action,
      object: { type: 'person', id: actor.userId, ref: actor.email },
      detail,
    }),
  );

/**
 * Confirms that whoever sends this form is the person whose session it is. Beside the session, the password is enough,
 * with the code of the authenticator app (or a recovery code) where one is in use; a passkey that asked its owner and
 * answered for exactly this is enough by itself. Throttled like a sign-in, refusals are recorded. Call it outside of
 * transactions that hold locks: hashing takes its time.
 * @param binds SHA-256 (hex) of what is signed: a passkey's answer is good for that and for nothing else
 */
export async function confirmIdentity(
  actor: Actor,
  proof: Proof,
  binds: string,
  of: ProofOf = 'signature',
): Promise<Confirmed> {
  const byPasskey = Boolean(proof.proof_passkey);
  const fuse = confirmationFuse(actor.userId);
  const { wait, refused } = await authDb().transaction((tx) => takeAttempt(tx, fuse));
  if (wait > 0) {
    // Turned away unread: the trail gets the order of magnitude, so that nobody can fill it.
    if (isPowerOfTen(refused)) await recordRefused(actor, of, { waitSeconds: wait, attemptsTurnedAway: refused });
    const field = byPasskey ? 'proof_passkey' : 'proof_password';
    return { ok: false, errors: { [field]: [`Too many attempts. Try again in ${wait} seconds.`] } };
  }
  const checked = byPasskey ? await checkPasskey(actor, proof, binds) : await checkPassword(actor, proof);
  if (!checked.ok) {
    await recordRefused(actor, of, { component: checked.component });
    return {
      ok: false,
      errors: { [`proof_${checked.component}`]: [`${checked.message} ${REFUSALS[of].after}`] },
    };
  }
  await authDb().transaction((tx) => returnAttempt(tx, fuse));
  return checked;
}
