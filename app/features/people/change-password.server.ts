/** Changing one's own password: asks for the present one, ends every other session, opens a new one. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authDb, inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { hashPassword, passwordMatches, passwordProblem } from '../../guard/password.server';
import { closeAllSessions, openSession } from '../../guard/session.server';
import { countFailure, fusesOf, secondsToWait } from '../../guard/throttle.server';

export const ChangePasswordForm = z
  .object({
    current: z.string({ error: 'Enter your present password.' }).max(1000),
    password: z.string({ error: 'Enter a new password.' }).max(1000),
    again: z.string({ error: 'Enter the new password again.' }).max(1000),
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
  const fuses = fusesOf(`password-change:${actor.userId}`, actor.address, null).slice(0, 1);
  const object = { type: 'person', id: actor.userId, ref: actor.email };
  const wait = await authDb().transaction((tx) => secondsToWait(tx, fuses));
  if (wait > 0) return { ok: false, field: 'current', message: `Too many attempts. Try again in ${wait} seconds.` };
  const [stored] = await authDb().select().from(credentials).where(eq(credentials.userId, actor.userId));
  if (!(await passwordMatches(stored?.passwordHash ?? null, input.current))) {
    await inOrganisationAsAuthority(actor, async (tx) => {
      await countFailure(tx, fuses);
      await record(tx, auditActor(actor), { action: 'password.change_refused', object });
    });
    return { ok: false, field: 'current', message: 'This is not your present password.' };
  }
  const problem = passwordProblem(input.password, actor);
  if (problem) return { ok: false, field: 'password', message: problem };
  const passwordHash = await hashPassword(input.password);
  const sessionCookie = await inOrganisationAsAuthority(actor, async (tx) => {
    await tx
      .update(credentials)
      .set({ passwordHash, changedAt: new Date() })
      .where(eq(credentials.userId, actor.userId));
    await closeAllSessions(tx, actor.userId);
    const cookie = await openSession(tx, actor.userId, { address: actor.address, userAgent });
    await record(tx, auditActor(actor), { action: 'password.changed', object });
    return cookie;
  });
  return { ok: true, sessionCookie };
}
