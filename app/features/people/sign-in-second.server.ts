/** The second step of signing in: a passkey, a code of the authenticator app, or a recovery code. */
import { eq } from 'drizzle-orm';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { halfSignedIn, takeChallenge } from '../../guard/challenges.server';
import { isKnownDevice } from '../../guard/devices.server';
import { passkeyAnswers, requestFor } from '../../guard/passkeys.server';
import { relyingParty } from '../../guard/relying-party.server';
import { secondFactorsOf, takeCode } from '../../guard/second-factors.server';
import { isPowerOfTen, returnAttempt, secondStepFuse, takeAttempt } from '../../guard/throttle.server';
import { inWords, type LetIn, letInto, type SignInFrom } from './sign-in.server';

export interface SecondStep {
  /** An authenticator app is in use. */
  code: boolean;
  /** What the browser asks a passkey, as JSON; null when there is none, or passkeys do not work at this address. */
  passkey: string | null;
  /** There are passkeys, but not for this address. */
  passkeyElsewhere: boolean;
}

/**
 * What the second page offers; null when nobody is half-way in under this handle, or no longer.
 * @param origin address that the request came to
 */
export async function secondStep(handle: string | null, origin: string): Promise<SecondStep | null> {
  const half = handle === null ? null : await halfSignedIn(handle);
  if (!half) return null;
  const party = relyingParty(origin);
  const factors = await secondFactorsOf(half.userId);
  const passkey = party ? await requestFor(half, party) : null;
  return {
    code: factors.appSince !== null,
    passkey: passkey && JSON.stringify(passkey),
    passkeyElsewhere: factors.passkeys.length > 0 && !passkey,
  };
}

export interface SecondProof {
  code: string;
  /** Answer of a passkey as JSON, or empty. */
  passkey: string;
  origin: string;
}

export type SignInSecondResult =
  | ({ ok: true } & LetIn)
  /** `over`: the first step has to be taken again. */
  | { ok: false; over: boolean; message: string; waitSeconds: number };

const OVER = 'This took too long, or was begun elsewhere. Sign in again from the start.';

const refusal = (message: string, { over = false, waitSeconds = 0 } = {}): SignInSecondResult => ({
  ...{ ok: false, over, message, waitSeconds },
});

interface Checked {
  second: string | null;
  why: string;
  message: string;
}

async function check(handle: string, half: { userId: string }, proof: SecondProof): Promise<Checked> {
  if (proof.passkey) {
    const party = relyingParty(proof.origin);
    const challenge = await takeChallenge(handle, { userId: half.userId, purpose: 'sign_in' });
    const answers = party && challenge && (await passkeyAnswers(half.userId, proof.passkey, challenge, party));
    return {
      second: answers ? 'passkey' : null,
      why: 'wrong passkey',
      message: 'This passkey was not accepted. Sign in again from the start.',
    };
  }
  const taken = proof.code ? await takeCode(half.userId, proof.code) : 'wrong';
  if (taken === 'used') {
    return { second: null, why: 'used code', message: 'This code was used already. Wait for the next one.' };
  }
  if (taken === 'wrong') return { second: null, why: 'wrong code', message: 'This code is not right.' };
  // Of two that bring a right code each for one first step, one gets in.
  const still = await takeChallenge(handle, { userId: half.userId, purpose: 'sign_in' });
  const second = taken === 'app' ? 'authenticator app' : 'recovery code';
  return { second: still ? second : null, why: 'sign-in over', message: OVER };
}

/** Takes the second step and opens the session. Throttled and recorded like the first. */
export async function signInSecond(
  handle: string | null,
  proof: SecondProof,
  from: SignInFrom,
): Promise<SignInSecondResult> {
  const half = handle === null ? null : await halfSignedIn(handle);
  const [user] = half ? await authDb().select().from(users).where(eq(users.id, half.userId)) : [];
  if (handle === null || !half || !user?.active) return refusal(OVER, { over: true });
  const { requestId, address } = from;
  const who = { orgId: user.orgId, userId: user.id, name: user.name, role: user.role, requestId, address };
  const object = { type: 'person', id: user.id, ref: user.email };

  const known = from.device !== null && (await isKnownDevice(from.device, user.id));
  const fuse = secondStepFuse(user.id, known ? from.device : null);
  const { wait, refused } = await authDb().transaction((tx) => takeAttempt(tx, fuse));
  if (wait > 0) {
    if (isPowerOfTen(refused)) {
      const detail = { step: 'second', waitSeconds: wait, attemptsTurnedAway: refused };
      await inOrganisationAsAuthority(who, (tx) =>
        record(tx, who, { action: 'session.sign_in_blocked', object, detail }),
      );
    }
    return refusal(`Too many failed attempts. Try again in ${inWords(wait)}.`, { waitSeconds: wait });
  }

  const { second, why, message } = await check(handle, half, proof);
  if (second === null) {
    await inOrganisationAsAuthority(who, (tx) =>
      record(tx, who, { action: 'session.sign_in_failed', object, detail: { why } }),
    );
    return refusal(message, { over: (await halfSignedIn(handle)) === null });
  }
  return inOrganisationAsAuthority(who, async (tx) => {
    await returnAttempt(tx, fuse);
    return { ok: true, ...(await letInto(tx, who, user.email, from, second)) };
  });
}
