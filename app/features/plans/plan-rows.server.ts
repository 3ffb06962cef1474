/** The rows of plans. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { optionPlans } from '../../../db/schema/index.server';

export type PlanRow = typeof optionPlans.$inferSelect;

/** The plan that a change carries; null when it carries none. */
export async function planOfChangeRow(tx: Tx, orgId: string, changeId: string): Promise<PlanRow | null> {
  const [row] = await tx
    .select()
    .from(optionPlans)
    .where(and(eq(optionPlans.orgId, orgId), eq(optionPlans.changeId, changeId), isNull(optionPlans.retiredAt)));
  return row ?? null;
}

/** A plan in use on a model; null when there is none by this id. */
export async function planRow(tx: Tx, orgId: string, modelId: string, planId: string): Promise<PlanRow | null> {
  const [row] = await tx
    .select()
    .from(optionPlans)
    .where(
      and(
        eq(optionPlans.orgId, orgId),
        eq(optionPlans.modelId, modelId),
        eq(optionPlans.id, planId),
        isNull(optionPlans.retiredAt),
      ),
    );
  return row ?? null;
}
