/** Suppliers that an import names: looked up, and added where that was allowed. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, suppliers } from '../../../db/schema/index.server';
import type { AuditEvent } from '../../audit/events';
import type { Source } from '../provenance/source';
import { type Recorder, stateFacts } from '../provenance/state-facts.server';
import { supplierObject } from './supplier-row.server';

export interface KnownSupplier {
  id: string;
  name: string;
  retired: boolean;
}

/** Every supplier of the organisation, retired ones included; in the order in which they came. */
export async function knownSuppliers(tx: Tx, orgId: string): Promise<KnownSupplier[]> {
  const rows = await tx
    .select({ id: suppliers.id, name: suppliers.name, retiredAt: suppliers.retiredAt })
    .from(suppliers)
    .where(eq(suppliers.orgId, orgId))
    .orderBy(suppliers.id);
  return rows.map(({ id, name, retiredAt }) => ({ id, name, retired: retiredAt !== null }));
}

/** Adds a supplier; what the record is to say of it comes back with its id. */
export async function addImportedSupplier(
  tx: Tx,
  by: Recorder,
  name: string,
  source: Source,
): Promise<{ id: string; event: AuditEvent }> {
  const [row] = await tx
    .insert(suppliers)
    .values({ orgId: by.orgId, name, createdBy: by.userId, updatedBy: by.userId })
    .returning({ id: suppliers.id });
  if (!row) throw new Error('The supplier was not stored');
  await stateFacts(tx, by, { type: 'supplier', id: row.id }, [{ field: 'name', value: name }], source, {
    known: false,
  });
  const detail = { source: { ...source } };
  return { id: row.id, event: { action: 'supplier.created', object: supplierObject(row.id, name), detail } };
}

/** Takes a retired supplier back into use. @returns its version afterwards */
export const restoreImportedSupplier = (tx: Tx, by: Recorder, id: string): Promise<number | null> =>
  setRetired(tx, by, id, false, null);

/** Retires a supplier without models in use that nobody has edited since it had this version. @returns whether it was */
export async function retireImportedSupplier(tx: Tx, by: Recorder, id: string, version: number): Promise<boolean> {
  const models = await tx.$count(
    deviceModels,
    and(eq(deviceModels.orgId, by.orgId), eq(deviceModels.supplierId, id), isNull(deviceModels.retiredAt)),
  );
  return models === 0 && (await setRetired(tx, by, id, true, version)) !== null;
}

async function setRetired(tx: Tx, by: Recorder, id: string, retired: boolean, version: number | null) {
  const here = and(eq(suppliers.orgId, by.orgId), eq(suppliers.id, id));
  const rows = await tx
    .update(suppliers)
    .set({
      retiredAt: retired ? new Date() : null,
      version: sql`${suppliers.version} + 1`,
      updatedAt: new Date(),
      updatedBy: by.userId,
    })
    .where(version === null ? here : and(here, eq(suppliers.version, version), isNull(suppliers.retiredAt)))
    .returning({ version: suppliers.version });
  return rows[0]?.version ?? null;
}
