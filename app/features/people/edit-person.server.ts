/** Changes a person's name, address, job title or role. A new role ends that person's sessions. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { ROLE_LABELS } from '../../guard/roles';
import { closeAllSessions } from '../../guard/session.server';
import type { Difference } from '../save-result';
import { unlessTaken } from '../unique.server';
import { lockPerson, type PersonRecord } from './lock-person.server';
import { ADDRESS_TAKEN, PERSON_FIELDS, type PersonInput, type Refusal, refusal } from './person-form';

export type EditPersonResult =
  | { ok: true }
  | (Refusal & {
      /** Somebody else saved since the form was opened: their values beside the typed ones, and the version to go on with. */
      conflict?: { version: number; differences: Difference[] };
    });

const shown = (person: PersonInput | PersonRecord, field: keyof PersonInput) =>
  field === 'role' ? ROLE_LABELS[person.role] : person[field];

const differences = (stored: PersonRecord, typed: PersonInput) =>
  PERSON_FIELDS.filter(([field]) => stored[field] !== typed[field]);

/** Saves what was typed over version `version`. Null when the organisation has no such person. */
export async function editPerson(
  actor: Actor,
  userId: string,
  { version, ...typed }: PersonInput & { version: number },
): Promise<EditPersonResult | null> {
  return unlessTaken<EditPersonResult | null>({ users_email_once: ADDRESS_TAKEN }, () =>
    inOrganisationAsAuthority(actor, async (tx) => {
      const locked = await lockPerson(tx, actor, userId);
      if (!locked) return null;
      const { person, isLastAdministrator } = locked;
      const changed = differences(person, typed);
      if (person.version !== version) {
        const shownDifferences = changed.map(([field, label]) => ({
          ...{ label, theirs: shown(person, field), typed: shown(typed, field) },
        }));
        const refused = refusal('', 'Somebody else has saved this person meanwhile. Nothing of yours is lost.');
        return { ...refused, conflict: { version: person.version, differences: shownDifferences } };
      }
      if (changed.length === 0) return { ok: true };
      const newRole = person.role !== typed.role;
      if (newRole && userId === actor.userId) {
        return refusal('role', 'Another administrator has to change your own role.');
      }
      if (newRole && isLastAdministrator) {
        return refusal('role', 'This is the last administrator. Give the role to somebody else first.');
      }
      await tx
        .update(users)
        .set({ ...typed, version: sql`${users.version} + 1` })
        .where(and(eq(users.orgId, actor.orgId), eq(users.id, userId)));
      const sessionsEnded = newRole ? await closeAllSessions(tx, userId) : 0;
      const pick = (of: PersonInput | PersonRecord) => Object.fromEntries(changed.map(([field]) => [field, of[field]]));
      await record(tx, auditActor(actor), {
        action: 'person.changed',
        object: { type: 'person', id: userId, ref: typed.email },
        detail: { before: pick(person), after: pick(typed), ...(newRole ? { sessionsEnded } : {}) },
      });
      return { ok: true };
    }),
  );
}
