/** In which roles somebody may sign on a day: the own one, and those of people who delegated to them. */
import { and, arrayContains, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { delegations, roleExceptions, users } from '../../../db/schema/index.server';
import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import type { SlotId } from '../sign-off/slots';

export interface WayToSign {
  role: Role;
  /** null: in one's own role. */
  delegation: null | { id: string; number: number; principalId: string; principalName: string; endsOn: string };
}

/**
 * The own role first, then each delegation in force on the day whose principal is active and still holds the role it
 * was given for. Nobody passes on what was delegated to them: only a principal's own role is ever found here. Empty
 * for somebody whose role does not sign.
 */
export async function waysToSign(tx: Tx, actor: { orgId: string; userId: string }, day: string): Promise<WayToSign[]> {
  const { orgId, userId } = actor;
  const [person] = await tx
    .select({ role: users.role, active: users.active })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, userId)));
  if (!person?.active || !can(person, 'change:sign')) return [];
  const rows = await tx
    .select({
      id: delegations.id,
      number: delegations.number,
      role: delegations.role,
      principalId: delegations.principalId,
      principalName: users.name,
      endsOn: delegations.endsOn,
    })
    .from(delegations)
    .innerJoin(users, and(eq(users.orgId, delegations.orgId), eq(users.id, delegations.principalId)))
    .where(
      and(
        eq(delegations.orgId, orgId),
        eq(delegations.delegateId, userId),
        lte(delegations.startsOn, day),
        gte(delegations.endsOn, day),
        isNull(delegations.revokedAt),
        eq(users.active, true),
        eq(users.role, delegations.role),
      ),
    )
    .orderBy(asc(delegations.number));
  const delegated = rows.filter((row) => can(row, 'change:sign'));
  return [
    { role: person.role, delegation: null },
    ...delegated.map(({ role, ...delegation }) => ({ role, delegation })),
  ];
}

/** The exception that lets this person sign in all of these places on this day, the longest first; null: none. */
export async function exceptionFor(
  tx: Tx,
  orgId: string,
  personId: string,
  slots: SlotId[],
  day: string,
): Promise<{ id: string; number: number; endsOn: string } | null> {
  const [row] = await tx
    .select({ id: roleExceptions.id, number: roleExceptions.number, endsOn: roleExceptions.endsOn })
    .from(roleExceptions)
    .where(
      and(
        eq(roleExceptions.orgId, orgId),
        eq(roleExceptions.personId, personId),
        arrayContains(roleExceptions.slots, slots),
        lte(roleExceptions.startsOn, day),
        gte(roleExceptions.endsOn, day),
        isNull(roleExceptions.revokedAt),
      ),
    )
    .orderBy(desc(roleExceptions.endsOn), asc(roleExceptions.number))
    .limit(1);
  return row ?? null;
}
