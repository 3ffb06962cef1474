/**
 * Signing in with address and password: throttled, same time for known and unknown addresses, every attempt recorded.
 * Where a second factor is in use this is the first of two steps.
 */
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, inOrganisationAsAuthority, type Tx } from '../../../db/client.server';
import { credentials, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { type AuditActor, SYSTEM_ORGANISATION } from '../../audit/events';
import { setChallenge } from '../../guard/challenges.server';
import { isKnownDevice, rememberDevice } from '../../guard/devices.server';
import { passwordMatches } from '../../guard/password.server';
import { hasSecondFactor, secondFactorsOf } from '../../guard/second-factors.server';
import { closeSession, openSession } from '../../guard/session.server';
import { fusesOf, isPowerOfTen, returnAttempt, takeAttempt } from '../../guard/throttle.server';
import { tidy } from '../../guard/tidy.server';
import { storableText } from '../text-input';

export const SignInForm = z.object({
  email: z
    .string({ error: 'Enter your e-mail address.' })
    .transform((text) => storableText(text).trim())
    .pipe(z.string().min(1, 'Enter your e-mail address.').max(320, 'That is too long for an e-mail address.')),
  password: z.string({ error: 'Enter your password.' }).max(1000, 'That is too long for a password.'),
});

export interface SignInFrom {
  address: string;
  userAgent: string;
  requestId: string;
  /** Value of the known-device cookie, or null. */
  device: string | null;
  /** Value of the session cookie the browser came with, or null: that session ends. */
  session: string | null;
}

/** Cookies of somebody who is in. */
export interface LetIn {
  sessionCookie: string;
  deviceValue: string;
}

export type SignInResult =
  | ({ ok: true } & LetIn)
  /**
   * `second`: the password was right and a second factor is in use; the handle under which the second step is awaited.
   * Null: refused.
   */
  | { ok: false; second: string | null; message: string; waitSeconds: number };

const findPerson = async (email: string) => {
  const [row] = await authDb()
    .select({ user: users, passwordHash: credentials.passwordHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(sql`lower(${users.email}) = lower(${email})`);
  return row ?? null;
};

/** What the trail says of an address nobody has: people also type passwords into the wrong field. */
const typedAddress = (email: string) => (/^[^\s@]+@[^\s@]+$/.test(email) ? email : '(not an e-mail address)');

/** Opens a session under a new id, ends the one the browser came with, and records it. Last in its transaction. */
export async function letInto(
  tx: Tx,
  who: AuditActor & { userId: string },
  email: string,
  from: SignInFrom,
  second: string | null,
): Promise<LetIn> {
  await tidy(tx);
  const deviceValue = await rememberDevice(tx, from.device, who.userId);
  if (from.session) await closeSession(tx, from.session);
  const sessionCookie = await openSession(tx, who.userId, { address: from.address, userAgent: from.userAgent });
  await record(tx, who, {
    action: 'session.signed_in',
    object: { type: 'person', id: who.userId, ref: email },
    ...(second ? { detail: { second } } : {}),
  });
  return { sessionCookie, deviceValue };
}

/**
 * Checks address and password; opens a session under a new id, unless a second factor is in use.
 * Refuses with one and the same sentence for a wrong password, an unknown address and a deactivated person.
 */
export async function signIn(input: z.output<typeof SignInForm>, from: SignInFrom): Promise<SignInResult> {
  const person = await findPerson(input.email);
  const user = person?.user ?? null;
  const tenant = { orgId: user?.orgId ?? SYSTEM_ORGANISATION, userId: user?.id ?? null };
  const who = {
    ...tenant,
    name: user?.name ?? 'unknown',
    role: user?.role ?? 'none',
    requestId: from.requestId,
    address: from.address,
  };
  const object = { type: 'person', id: user?.id ?? null, ref: user?.email ?? typedAddress(input.email) };

  // Asked for unknown people too: the time taken must not tell that they are.
  const known = from.device !== null && (await isKnownDevice(from.device, user?.id ?? SYSTEM_ORGANISATION));
  const fuses = fusesOf(input.email, from.address, known ? from.device : null);
  const { wait, refused } = await authDb().transaction((tx) => takeAttempt(tx, fuses));
  if (wait > 0) {
    // Turned away unread and cheaply: an attacker must not be able to fill the trail, so it gets the order of magnitude.
    if (isPowerOfTen(refused)) {
      const detail = { waitSeconds: wait, attemptsTurnedAway: refused };
      await inOrganisationAsAuthority(tenant, (tx) =>
        record(tx, who, { action: 'session.sign_in_blocked', object, detail }),
      );
    }
    return {
      ok: false,
      second: null,
      waitSeconds: wait,
      message: `Too many failed attempts. Try again in ${inWords(wait)}.`,
    };
  }

  const matches = await passwordMatches(person?.passwordHash ?? null, input.password);
  if (!user || !matches || !user.active) {
    const why = !user ? 'unknown address' : !matches ? 'wrong password' : 'deactivated person';
    await inOrganisationAsAuthority(tenant, (tx) =>
      record(tx, who, { action: 'session.sign_in_failed', object, detail: { why } }),
    );
    return {
      ok: false,
      second: null,
      waitSeconds: 0,
      message: 'This e-mail address and password do not belong together.',
    };
  }

  const factors = await secondFactorsOf(user.id);
  return inOrganisationAsAuthority(tenant, async (tx) => {
    await returnAttempt(tx, fuses);
    if (hasSecondFactor(factors)) {
      const { handle } = await setChallenge(tx, { userId: user.id, purpose: 'sign_in' });
      return { ok: false, second: handle, message: '', waitSeconds: 0 };
    }
    return { ok: true, ...(await letInto(tx, { ...who, userId: user.id }, user.email, from, null)) };
  });
}

/** A wait as people say it. */
export const inWords = (seconds: number) =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
