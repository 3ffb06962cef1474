/** Who makes a model. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';

/** Id of the supplier of a model, or null when the model does not exist here. */
export async function supplierOfModel(tx: Tx, orgId: string, modelId: string): Promise<string | null> {
  const [row] = await tx
    .select({ supplierId: deviceModels.supplierId })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId)));
  return row?.supplierId ?? null;
}
