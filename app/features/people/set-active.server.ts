/** Deactivates a person (sessions end at once, the past stays attributed) or lets the person in again. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { forgetDevices } from '../../guard/devices.server';
import { auditActor } from '../../guard/guard.server';
import { closeAllSessions } from '../../guard/session.server';
import { lockPerson } from './lock-person.server';
import { type Refusal, refusal } from './person-form';

/** Doing it twice is no error and no second event. Null when the organisation has no such person. */
export const setActive = (actor: Actor, userId: string, active: boolean): Promise<{ ok: true } | Refusal | null> =>
  inOrganisationAsAuthority(actor, async (tx) => {
    const locked = await lockPerson(tx, actor, userId);
    if (!locked) return null;
    const { person, isLastAdministrator } = locked;
    if (person.active === active) return { ok: true };
    if (!active && userId === actor.userId) return refusal('', 'You cannot deactivate yourself.');
    if (!active && isLastAdministrator) {
      return refusal('', 'This is the last administrator. Give the role to somebody else first.');
    }
    await tx
      .update(users)
      .set({ active, version: sql`${users.version} + 1` })
      .where(and(eq(users.orgId, actor.orgId), eq(users.id, userId)));
    const sessionsEnded = active ? 0 : await closeAllSessions(tx, userId);
    if (!active) await forgetDevices(tx, userId);
    await record(tx, auditActor(actor), {
      action: active ? 'person.reactivated' : 'person.deactivated',
      object: { type: 'person', id: userId, ref: person.email },
      detail: active ? {} : { sessionsEnded },
    });
    return { ok: true };
  });
