/** Models that an inventory names: looked up, locked, and added where that was allowed. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import type { AuditEvent } from '../../audit/events';
import type { Source } from '../provenance/source';
import { type Recorder, stateFacts } from '../provenance/state-facts.server';
import { hasUnitsInUse } from '../units/retire-units-of.server';
import { modelObject } from './model-row.server';

export interface KnownModel {
  id: string;
  supplierId: string;
  name: string;
  modelNumber: string;
  udiDi: string;
  retired: boolean;
}

/** Every model of the organisation, retired ones included; in the order in which they came. */
export async function knownModels(tx: Tx, orgId: string): Promise<KnownModel[]> {
  const { id, supplierId, name, modelNumber, udiDi, retiredAt } = deviceModels;
  const rows = await tx
    .select({ id, supplierId, name, modelNumber, udiDi, retiredAt })
    .from(deviceModels)
    .where(eq(deviceModels.orgId, orgId))
    .orderBy(deviceModels.id);
  return rows.map(({ retiredAt: at, ...row }) => ({ ...row, retired: at !== null }));
}

/** Locks models in one order: units are added and retired under the lock of their model. */
export async function lockModels(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .select({ id: deviceModels.id })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), inArray(deviceModels.id, [...ids])))
    .orderBy(asc(deviceModels.id))
    .for('update');
}

export interface NewModel {
  supplierId: string;
  manufacturer: string;
  name: string;
  modelNumber: string;
  kind: string;
  udiDi: string;
}

/** Adds a model; what the record is to say of it comes back with its id. */
export async function addImportedModel(
  tx: Tx,
  by: Recorder,
  { manufacturer, ...model }: NewModel,
  source: Source,
): Promise<{ id: string; event: AuditEvent }> {
  const [row] = await tx
    .insert(deviceModels)
    .values({ orgId: by.orgId, ...model, createdBy: by.userId, updatedBy: by.userId })
    .returning({ id: deviceModels.id });
  if (!row) throw new Error('The model was not stored');
  const { supplierId: _, ...said } = { manufacturer, ...model };
  const statements = Object.entries(said).flatMap(([field, value]) => (value === '' ? [] : [{ field, value }]));
  await stateFacts(tx, by, { type: 'model', id: row.id }, statements, source, { known: false });
  const detail = { stated: statements.map((one) => ({ ...one })), source: { ...source } };
  return { id: row.id, event: { action: 'model.created', object: modelObject(row.id, model), detail } };
}

/** Takes a retired model back into use. @returns its version afterwards */
export const restoreImportedModel = (tx: Tx, by: Recorder, id: string): Promise<number | null> =>
  setRetired(tx, by, id, false, null);

/** Retires a model without units in use that nobody has edited since it had this version. @returns whether it was done */
export const retireImportedModel = async (tx: Tx, by: Recorder, id: string, version: number): Promise<boolean> =>
  !(await hasUnitsInUse(tx, by, id)) && (await setRetired(tx, by, id, true, version)) !== null;

async function setRetired(tx: Tx, by: Recorder, id: string, retired: boolean, version: number | null) {
  const here = and(eq(deviceModels.orgId, by.orgId), eq(deviceModels.id, id));
  const rows = await tx
    .update(deviceModels)
    .set({
      retiredAt: retired ? new Date() : null,
      version: sql`${deviceModels.version} + 1`,
      updatedAt: new Date(),
      updatedBy: by.userId,
    })
    .where(version === null ? here : and(here, eq(deviceModels.version, version), isNull(deviceModels.retiredAt)))
    .returning({ version: deviceModels.version });
  return rows[0]?.version ?? null;
}
