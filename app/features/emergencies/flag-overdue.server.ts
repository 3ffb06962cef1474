/** Part of the tick: an emergency that was not signed in time goes on record, once. */
import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changes, emergencies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { organisationsWithChains } from '../../audit/verify.server';
import { changeObject } from '../changes/change-row.server';

/** Those of one organisation. Two workers at once share them: each emergency is locked by one, and marked by it. */
const flagIn = (orgId: string, now: Date): Promise<number> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const due = await tx
      .select({
        id: emergencies.id,
        signBy: emergencies.signBy,
        regularisedAt: emergencies.regularisedAt,
        change: changes,
      })
      .from(emergencies)
      .innerJoin(changes, and(eq(changes.orgId, emergencies.orgId), eq(changes.id, emergencies.changeId)))
      .where(
        and(
          eq(emergencies.orgId, orgId),
          lt(emergencies.signBy, now),
          isNull(emergencies.overdueAt),
          isNull(emergencies.withdrawnAt),
          or(
            // Rejected or revoked in time is decided in time.
            and(isNull(emergencies.regularisedAt), inArray(changes.status, ['in_implementation', 'verifying'])),
            and(isNotNull(emergencies.regularisedAt), lt(emergencies.signBy, emergencies.regularisedAt)),
          ),
        ),
      )
      .orderBy(emergencies.signBy, emergencies.id)
      .for('update', { of: emergencies, skipLocked: true });
    if (due.length === 0) return 0;
    await tx
      .update(emergencies)
      .set({ overdueAt: now })
      .where(
        and(
          eq(emergencies.orgId, orgId),
          inArray(
            emergencies.id,
            due.map(({ id }) => id),
          ),
        ),
      );
    await record(
      tx,
      inTheBackground(orgId),
      ...due.map(({ signBy, change }) => ({
        action: 'emergency.overdue' as const,
        object: changeObject(change),
        detail: { signBy: signBy?.toISOString() ?? '' },
      })),
    );
    return due.length;
  });

/** Everywhere. @returns how many went on record now */
export async function flagOverdueEmergencies(now = new Date()): Promise<number> {
  let flagged = 0;
  for (const { id } of await organisationsWithChains()) {
    try {
      flagged += await flagIn(id, now);
    } catch (error) {
      console.error(`Emergencies of ${id} could not be looked at; the next tick tries again:`, error);
    }
  }
  return flagged;
}
