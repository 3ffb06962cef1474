/** Changing one's own password: asks for the present one, ends every other session, opens a new one. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { forgetDevices } from '../../guard/devices.server';
import { auditActor } from '../../guard/guard.server';
import { hashPassword, passwordMatches, passwordProblem } from '../../guard/password.server';
import { closeAllSessions, openSession } from '../../guard/session.server';
import { confirmationFuse, returnAttempt, takeAttempt } from '../../guard/throttle.server';

const typed = (missing: string) => z.string({ error: missing }).max(1000, 'That is too long for a password.');

export const ChangePasswordForm = z
  .object({
    current: typed('Enter your present password.'),
    password: typed('Enter a new password.'),
    again: typed('Enter the new password again.'),
  })
  .refine((form) => form.password === form.again, { path: ['again'], message: 'The two new passwords differ.' });

export type ChangePasswordResult =
  | { ok: true; sessionCookie: string }
  | { ok: false; field: 'current' | 'password'; message: string };

/** Refusals name the field; success returns the Set-Cookie value of the renewed session. */
export async function changePassword(
  actor: Actor,
  input: z.output<typeof ChangePasswordForm>,
  userAgent: string,
): Promise<ChangePasswordResult> {
  const fuse = confirmationFuse(actor.userId);
  const object = { type: 'person', id: actor.userId, ref: actor.email };
  const { wait } = await authDb().transaction((tx) => takeAttempt(tx, fuse));
  if (wait > 0) return { ok: false, field: 'current', message: `Too many attempts. Try again in ${wait} seconds.` };
  const [stored] = await authDb().select().from(credentials).where(eq(credentials.userId, actor.userId));
  if (!(await passwordMatches(stored?.passwordHash ?? null, input.current))) {
    await inOrganisationAsAuthority(actor, (tx) =>
      record(tx, auditActor(actor), { action: 'password.change_refused', object }),
    );
    return { ok: false, field: 'current', message: 'This is not your present password.' };
  }
  const problem =
    input.password === input.current
      ? 'This is your present password; choose another.'
      : passwordProblem(input.password, actor);
  const passwordHash = problem ? null : await hashPassword(input.password);
  return inOrganisationAsAuthority(actor, async (tx) => {
    await returnAttempt(tx, fuse);
    if (passwordHash === null) return { ok: false, field: 'password', message: problem ?? '' };
    await tx
      .update(credentials)
      .set({ passwordHash, changedAt: new Date() })
      .where(eq(credentials.userId, actor.userId));
    await tx.update(users).set({ mustChangePassword: false }).where(eq(users.id, actor.userId));
    await forgetDevices(tx, actor.userId);
    const closed = await closeAllSessions(tx, actor.userId);
    const sessionCookie = await openSession(tx, actor.userId, { address: actor.address, userAgent });
    await record(tx, auditActor(actor), { action: 'password.changed', object, detail: { sessionsEnded: closed } });
    return { ok: true, sessionCookie };
  });
}
