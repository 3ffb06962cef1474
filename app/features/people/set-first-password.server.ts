/** For a person who forgot the password: a new first one, which that person has to replace. */
import { and, eq } from 'drizzle-orm';
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { forgetDevices } from '../../guard/devices.server';
import { auditActor } from '../../guard/guard.server';
import { hashPassword, inventPassword, passwordProblem } from '../../guard/password.server';
import { closeAllSessions } from '../../guard/session.server';
import { lockPerson } from './lock-person.server';
import { type Refusal, refusal } from './person-form';

/** `password` empty: one is made up and returned, to be shown once. Ends the person's sessions. Null: no such person. */
export async function setFirstPassword(
  actor: Actor,
  userId: string,
  password: string,
): Promise<{ ok: true; invented: string | null } | Refusal | null> {
  const invented = password === '' ? inventPassword() : null;
  const passwordHash = await hashPassword((invented ?? password).slice(0, 1000));
  return inOrganisationAsAuthority(actor, async (tx) => {
    const locked = await lockPerson(tx, actor, userId);
    if (!locked) return null;
    const { person } = locked;
    if (userId === actor.userId) return refusal('', 'Change your own password on your account page.');
    const problem = invented ? null : passwordProblem(password, person);
    if (problem) return refusal('password', problem);
    await tx
      .insert(credentials)
      .values({ userId, passwordHash })
      .onConflictDoUpdate({ target: credentials.userId, set: { passwordHash, changedAt: new Date() } });
    await tx
      .update(users)
      .set({ mustChangePassword: true })
      .where(and(eq(users.orgId, actor.orgId), eq(users.id, userId)));
    await forgetDevices(tx, userId);
    const sessionsEnded = await closeAllSessions(tx, userId);
    await record(tx, auditActor(actor), {
      action: 'person.password_set',
      object: { type: 'person', id: userId, ref: person.email },
      detail: { firstPassword: invented ? 'made up' : 'typed', sessionsEnded },
    });
    return { ok: true, invented };
  });
}
