/** One person of the organisation, for the administrator's page. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { lastSignIns } from '../../audit/last-sign-ins.server';
import type { Actor } from '../../guard/actor';
import type { PersonRow } from './list-people.server';

export interface Person extends PersonRow {
  version: number;
  createdAt: Date;
}

/** The person, or null when the organisation has none with this id. */
export const getPerson = (actor: Actor, userId: string): Promise<Person | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(users)
      .where(and(eq(users.orgId, actor.orgId), eq(users.id, userId)));
    if (!row) return null;
    const { orgId: _, ...person } = row;
    return { ...person, lastSignIn: (await lastSignIns(tx, actor.orgId, [userId])).get(userId) ?? null };
  });
