/** Reads a person for changing, together with the rule that an organisation always keeps an administrator. */
import { and, asc, eq, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';

export type PersonRecord = typeof users.$inferSelect;

export interface LockedPerson {
  person: PersonRecord;
  /** Nobody else who is active manages people. */
  isLastAdministrator: boolean;
}

/**
 * Locks the person and every active administrator until the transaction ends: of two administrators who take each
 * other's role at the same moment, the second sees what the first has done. Null when there is no such person.
 */
export async function lockPerson(tx: Tx, actor: Actor, userId: string): Promise<LockedPerson | null> {
  const administers = and(eq(users.role, 'administrator'), eq(users.active, true));
  const rows = await tx
    .select()
    .from(users)
    .where(and(eq(users.orgId, actor.orgId), or(eq(users.id, userId), administers)))
    .orderBy(asc(users.id))
    .for('update');
  const person = rows.find((row) => row.id === userId);
  if (!person) return null;
  const others = rows.filter((row) => row.id !== userId && row.active && row.role === 'administrator');
  return { person, isLastAdministrator: others.length === 0 && person.active && person.role === 'administrator' };
}
