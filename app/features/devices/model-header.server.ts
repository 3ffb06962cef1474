/** What every page about a model begins with. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, suppliers } from '../../../db/schema/index.server';
import { today } from '../today';
import type { ModelValues } from './model-fields';
import { osSupport } from './os-lookup';
import type { OsSupport } from './os-support';

export interface ModelHeader {
  id: string;
  version: number;
  unitsInUse: number;
  /** ISO time, or null while in use. */
  retiredAt: string | null;
  updatedAt: string;
  /** Date of the MDS2 form, year-month-day. */
  mds2Date: string | null;
  values: ModelValues;
  support: OsSupport;
}

/** Reads a model's own row and its maker; null when the organisation has no such model. */
export async function modelHeader(tx: Tx, orgId: string, id: string): Promise<ModelHeader | null> {
  const [found] = await tx
    .select({ row: deviceModels, manufacturer: suppliers.name })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, id)));
  if (!found) return null;
  const { row, manufacturer } = found;
  return {
    id: row.id,
    version: row.version,
    unitsInUse: row.unitsInUse,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    mds2Date: row.mds2Date,
    values: {
      supplierId: row.supplierId,
      manufacturer,
      name: row.name,
      modelNumber: row.modelNumber,
      kind: row.kind,
      udiDi: row.udiDi,
      intendedPurpose: row.intendedPurpose,
      softwareVersion: row.softwareVersion,
      osProduct: row.osProduct,
      osRelease: row.osRelease,
      networkConnected: row.networkConnected,
      networkNeeds: row.networkNeeds,
      remoteAccess: row.remoteAccess,
      maintenance: row.maintenance,
      clinicalOwner: row.clinicalOwner,
      tolerableDowntime: row.tolerableDowntime,
      fallback: row.fallback,
      makerSupportEnds: row.makerSupportEnds,
    },
    support: osSupport({ product: row.osProduct, release: row.osRelease }, today()),
  };
}
