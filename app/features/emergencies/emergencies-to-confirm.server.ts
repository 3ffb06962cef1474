/** Emergencies that one person has declared and that wait for a second. */
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, emergencies } from '../../../db/schema/index.server';

export interface EmergencyToConfirm {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  reason: string;
  by: string;
  /** ISO. */
  since: string;
}

/** The longest list on a page. */
const MOST = 50;

/** Oldest first; never one's own. The caller has seen that the person may sign. */
export async function emergenciesToConfirm(
  tx: Tx,
  actor: { orgId: string; userId: string },
): Promise<EmergencyToConfirm[]> {
  const rows = await tx
    .select({
      ...{ id: emergencies.id, changeId: emergencies.changeId, by: emergencies.declaredByName },
      ...{ reference: changes.reference, since: emergencies.declaredAt },
      title: sql<string>`left(${changes.title}, 200)`,
      reason: sql<string>`left(${emergencies.reason}, 300)`,
    })
    .from(emergencies)
    .innerJoin(changes, and(eq(changes.orgId, emergencies.orgId), eq(changes.id, emergencies.changeId)))
    .where(
      and(
        eq(emergencies.orgId, actor.orgId),
        isNull(emergencies.confirmedBy),
        isNull(emergencies.regularisedAt),
        isNull(emergencies.withdrawnAt),
        ne(emergencies.declaredBy, actor.userId),
        inArray(changes.status, ['submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'in_sign_off']),
      ),
    )
    .orderBy(asc(emergencies.declaredAt), asc(emergencies.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
