import { and, count, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits } from '../../../db/schema/index.server';

/** How many units a change is for. */
export async function unitCount(tx: Tx, orgId: string, changeId: string): Promise<number> {
  const [row] = await tx
    .select({ units: count() })
    .from(changeUnits)
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)));
  return row?.units ?? 0;
}
