/** A model's row, locked for an edit, and how it is written. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, suppliers } from '../../../db/schema/index.server';
import type { ModelValues } from './model-fields';

export interface LockedModel {
  id: string;
  version: number;
  retiredAt: Date | null;
  updatedAt: Date;
  updatedBy: string | null;
  values: ModelValues;
}

/** Locks and reads a model, or null when the organisation has no such model. */
export async function lockModel(tx: Tx, orgId: string, id: string): Promise<LockedModel | null> {
  const [found] = await tx
    .select({ row: deviceModels, manufacturer: suppliers.name })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, id)))
    .for('update', { of: deviceModels });
  if (!found) return null;
  const { row, manufacturer } = found;
  const { version, retiredAt, updatedAt, updatedBy } = row;
  return { id, version, retiredAt, updatedAt, updatedBy, values: { ...row, manufacturer } };
}

/** The columns behind a model's values. */
export const modelColumns = ({ manufacturer: _, ...columns }: ModelValues) => ({
  supplierId: columns.supplierId,
  name: columns.name,
  modelNumber: columns.modelNumber,
  kind: columns.kind,
  udiDi: columns.udiDi,
  intendedPurpose: columns.intendedPurpose,
  softwareVersion: columns.softwareVersion,
  osProduct: columns.osProduct,
  osRelease: columns.osRelease,
  networkConnected: columns.networkConnected,
  networkNeeds: columns.networkNeeds,
  remoteAccess: columns.remoteAccess,
  maintenance: columns.maintenance,
  clinicalOwner: columns.clinicalOwner,
  tolerableDowntime: columns.tolerableDowntime,
  fallback: columns.fallback,
  makerSupportEnds: columns.makerSupportEnds,
});

/** What the audit trail calls a model. */
export const modelObject = (id: string, { name, modelNumber }: Pick<ModelValues, 'name' | 'modelNumber'>) => ({
  type: 'model',
  id,
  ref: `${name} ${modelNumber}`.trim().slice(0, 300),
});
