/** Taking a retired unit back into use. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockUnitAndModel, unitObject } from './unit-row.server';

/** Restores a unit; null when the organisation has no such unit. */
export const restoreUnit = (actor: Actor, id: string, { reason }: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockUnitAndModel(tx, actor.orgId, id);
    if (!row) return null;
    if (!row.retiredAt) return refused('', 'This unit is in use already.');
    const [model] = await tx
      .select({ retiredAt: deviceModels.retiredAt })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, row.modelId)));
    if (model?.retiredAt) return refused('', 'Its model is retired. Restore the model first.');
    await tx
      .update(units)
      .set({ retiredAt: null, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(units.orgId, actor.orgId), eq(units.id, id)));
    await rematch(tx, actor.orgId, { modelId: row.modelId });
    await record(tx, auditActor(actor), {
      action: 'unit.restored',
      object: unitObject(id, row.serial),
      detail: { version: row.version + 1 },
      reason,
    });
    return saved(id);
  });
