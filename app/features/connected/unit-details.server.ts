/** Network details of one unit: reading them, and saving them. Two editors: the second is told and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { connectedDetails, units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { conflictOver } from '../conflict.server';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { lockUnit, unitObject } from '../units/unit-row.server';
import type { DetailInput } from './detail-form';
import { DETAIL_FIELDS, type DetailValues, detailValues, NO_DETAILS } from './detail-values';
import { storeDetails } from './store-details.server';

export interface DetailsPage {
  unit: { id: string; serial: string; retired: boolean };
  model: ModelHeader;
  details: DetailValues;
  version: number;
  mayEdit: boolean;
}

async function rowOf(tx: Tx, orgId: string, unitId: string) {
  const [row] = await tx
    .select()
    .from(connectedDetails)
    .where(and(eq(connectedDetails.orgId, orgId), eq(connectedDetails.unitId, unitId)));
  return row ?? null;
}

/** Null when the organisation has no such unit. */
export const getDetails = (actor: Actor, unitId: string): Promise<DetailsPage | null> =>
  inOrganisation(actor, async (tx) => {
    const [unit] = await tx
      .select({ id: units.id, serial: units.serial, modelId: units.modelId, retiredAt: units.retiredAt })
      .from(units)
      .where(and(eq(units.orgId, actor.orgId), eq(units.id, unitId)));
    const model = unit && (await modelHeader(tx, actor.orgId, unit.modelId));
    if (!unit || !model) return null;
    const row = await rowOf(tx, actor.orgId, unitId);
    return {
      unit: { id: unit.id, serial: unit.serial, retired: unit.retiredAt !== null },
      model,
      details: row ? detailValues(row) : NO_DETAILS,
      version: row?.version ?? 0,
      mayEdit: can(actor, 'device:write') && unit.retiredAt === null,
    };
  });

/** Null when the organisation has no such unit. */
export const saveDetails = (
  actor: Actor,
  unitId: string,
  { version, ...values }: DetailInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The unit's row is the lock that makes two first writers wait for each other.
    const unit = await lockUnit(tx, actor.orgId, unitId);
    if (!unit) return null;
    if (unit.retiredAt) return refused('', 'This unit is retired. Restore it before you edit it.');
    const row = await rowOf(tx, actor.orgId, unitId);
    const changed = fieldChanges(DETAIL_FIELDS, row ? detailValues(row) : NO_DETAILS, values);
    if (row && version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(unitId);
    await storeDetails(tx, actor.orgId, [{ unitId, ...values }], { userId: actor.userId });
    await record(tx, auditActor(actor), {
      action: 'connected.changed',
      object: unitObject(unitId, unit.serial),
      detail: { version: (row?.version ?? 0) + 1, changed: changed.map((one) => ({ ...one })) },
    });
    return saved(unitId);
  });
