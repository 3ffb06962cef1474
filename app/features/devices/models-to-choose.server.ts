/** Device models a person may choose from, by a few letters of name, number, kind or maker. */
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, suppliers } from '../../../db/schema/index.server';
import { likeInside } from '../keyset-sql.server';
import { osInWords } from './os-support';

/** Models shown at once; a search narrows them. */
const MOST_SHOWN = 30;

export interface ModelToChoose {
  id: string;
  name: string;
  modelNumber: string;
  kind: string;
  supplierName: string;
  softwareVersion: string;
  operatingSystem: string;
  units: number;
}

/** Models in use, by name. One query. */
export async function modelsToChoose(
  tx: Tx,
  orgId: string,
  q: string,
): Promise<{ models: ModelToChoose[]; more: boolean }> {
  const conditions: (SQL | undefined)[] = [eq(deviceModels.orgId, orgId), isNull(deviceModels.retiredAt)];
  for (const word of q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)) {
    const pattern = likeInside(word);
    conditions.push(sql`(${deviceModels.searchKey} like ${pattern} or ${suppliers.nameKey} like ${pattern})`);
  }
  const rows = await tx
    .select({ ...shown, supplierName: sql<string>`left(${suppliers.name}, 200)` })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(...conditions))
    .orderBy(asc(deviceModels.nameKey), asc(deviceModels.id))
    .limit(MOST_SHOWN + 1);
  return { models: rows.slice(0, MOST_SHOWN).map(asChoice), more: rows.length > MOST_SHOWN };
}

/** One model, retired or not; null when it is not in the register of the organisation. */
export async function modelToChoose(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<(ModelToChoose & { retired: boolean }) | null> {
  const [row] = await tx
    .select({
      ...shown,
      supplierName: sql<string>`left(${suppliers.name}, 200)`,
      retired: sql<boolean>`${deviceModels.retiredAt} is not null`,
    })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, id)));
  return row ? { ...asChoice(row), retired: row.retired } : null;
}

const shown = {
  id: deviceModels.id,
  name: sql<string>`left(${deviceModels.name}, 200)`,
  modelNumber: sql<string>`left(${deviceModels.modelNumber}, 100)`,
  kind: sql<string>`left(${deviceModels.kind}, 100)`,
  softwareVersion: sql<string>`left(${deviceModels.softwareVersion}, 100)`,
  osProduct: sql<string>`left(${deviceModels.osProduct}, 100)`,
  osRelease: sql<string>`left(${deviceModels.osRelease}, 100)`,
  units: deviceModels.unitsInUse,
};

interface Row {
  id: string;
  name: string;
  modelNumber: string;
  kind: string;
  softwareVersion: string;
  osProduct: string;
  osRelease: string;
  units: number;
  supplierName: string;
}

const asChoice = ({ osProduct, osRelease, ...row }: Row): ModelToChoose => ({
  id: row.id,
  name: row.name,
  modelNumber: row.modelNumber,
  kind: row.kind,
  supplierName: row.supplierName,
  softwareVersion: row.softwareVersion,
  operatingSystem: osInWords({ product: osProduct, release: osRelease }),
  units: row.units,
});
