/** Signing in: throttled, same time for known and unknown addresses, every attempt recorded. */
import { createHash, randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, knownDevices, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { SYSTEM_ORGANISATION } from '../../audit/events';
import { passwordMatches } from '../../guard/password.server';
import { openSession } from '../../guard/session.server';
import { countFailure, forgetFailures, fusesOf, secondsToWait } from '../../guard/throttle.server';

export const SignInForm = z.object({
  email: z.string({ error: 'Enter your e-mail address.' }).trim().max(320, 'That is too long for an e-mail address.'),
  password: z.string({ error: 'Enter your password.' }).max(1000, 'That is too long for a password.'),
});

export interface SignInFrom {
  address: string;
  userAgent: string;
  requestId: string;
  /** Value of the known-device cookie, or null. */
  device: string | null;
}

export type SignInResult =
  | { ok: true; sessionCookie: string; deviceValue: string }
  | { ok: false; message: string; waitSeconds: number };

const deviceId = (value: string) => createHash('sha256').update(value).digest('hex');

const findPerson = async (email: string) => {
  const [row] = await authDb()
    .select({ user: users, passwordHash: credentials.passwordHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(sql`lower(${users.email}) = ${email.toLowerCase()}`);
  return row ?? null;
};

/**
 * Checks address and password and opens a session under a new id.
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
  const object = { type: 'person', id: user?.id ?? null, ref: input.email.slice(0, 320) };

  const device = from.device && user ? await isKnown(from.device, user.id) : null;
  const fuses = fusesOf(input.email, from.address, device);
  const wait = await authDb().transaction((tx) => secondsToWait(tx, fuses));
  if (wait > 0) {
    await inOrganisationAsAuthority(tenant, (tx) =>
      record(tx, who, { action: 'session.sign_in_blocked', object, detail: { waitSeconds: wait } }),
    );
    return { ok: false, waitSeconds: wait, message: `Too many failed attempts. Try again in ${inWords(wait)}.` };
  }

  const matches = await passwordMatches(person?.passwordHash ?? null, input.password);
  if (!user || !matches || !user.active) {
    await inOrganisationAsAuthority(tenant, async (tx) => {
      await countFailure(tx, fuses);
      await record(tx, who, { action: 'session.sign_in_failed', object });
    });
    return { ok: false, waitSeconds: 0, message: 'This e-mail address and password do not belong together.' };
  }

  const deviceValue = device ?? randomBytes(24).toString('base64url');
  const sessionCookie = await inOrganisationAsAuthority(tenant, async (tx) => {
    await forgetFailures(tx, fuses);
    await tx
      .insert(knownDevices)
      .values({ id: deviceId(deviceValue), userId: user.id })
      .onConflictDoUpdate({ target: knownDevices.id, set: { seenAt: new Date() } });
    const cookie = await openSession(tx, user.id, { address: from.address, userAgent: from.userAgent });
    await record(tx, who, { action: 'session.signed_in', object });
    return cookie;
  });
  return { ok: true, sessionCookie, deviceValue };
}

async function isKnown(value: string, userId: string): Promise<string | null> {
  const [row] = await authDb()
    .select({ userId: knownDevices.userId })
    .from(knownDevices)
    .where(eq(knownDevices.id, deviceId(value)));
  return row?.userId === userId ? value : null;
}

const inWords = (seconds: number) => (seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`);
