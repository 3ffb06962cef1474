/** Reading the plan of a change and what was recorded of its checklist. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changePlans, planChecks } from '../../../db/schema/index.server';

export type PlanRow = typeof changePlans.$inferSelect;
export type CheckRow = typeof planChecks.$inferSelect;

/** Null while nobody wrote a plan. */
export async function planRow(tx: Tx, orgId: string, changeId: string): Promise<PlanRow | null> {
  const [row] = await tx
    .select()
    .from(changePlans)
    .where(and(eq(changePlans.orgId, orgId), eq(changePlans.changeId, changeId)));
  return row ?? null;
}

/** What holds now of each line, by key. */
export async function currentChecks(tx: Tx, orgId: string, changeId: string): Promise<Map<string, CheckRow>> {
  const rows = await tx
    .select()
    .from(planChecks)
    .where(and(eq(planChecks.orgId, orgId), eq(planChecks.changeId, changeId), isNull(planChecks.supersededAt)))
    .orderBy(asc(planChecks.key));
  return new Map(rows.map((row) => [row.key, row]));
}
