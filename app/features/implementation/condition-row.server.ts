/** Reading conditions of approvals. */
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeConditions } from '../../../db/schema/index.server';

export type ConditionRow = typeof changeConditions.$inferSelect;

/** A condition of a change; null when the change has none of that id. */
export async function conditionRow(tx: Tx, orgId: string, changeId: string, id: string): Promise<ConditionRow | null> {
  const [row] = await tx
    .select()
    .from(changeConditions)
    .where(
      and(eq(changeConditions.orgId, orgId), eq(changeConditions.changeId, changeId), eq(changeConditions.id, id)),
    );
  return row ?? null;
}

/** Every condition of a change by number, those that fell with their signature too. */
export const conditionRows = (tx: Tx, orgId: string, changeId: string): Promise<ConditionRow[]> =>
  tx
    .select()
    .from(changeConditions)
    .where(and(eq(changeConditions.orgId, orgId), eq(changeConditions.changeId, changeId)))
    .orderBy(asc(changeConditions.number));

/** What an audit event says of a condition. */
export const conditionDetail = ({ id, number, text }: ConditionRow) => ({ condition: id, number, text });
