/** Taking a device model out of use. It stays readable, with everything said about it. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockModel, modelObject } from './model-row.server';

/** Retires a model, and its units when asked to. Null when the organisation has no such model. */
export const retireModel = (actor: Actor, id: string, input: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, id);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired already.');
    const now = new Date();
    const stamp = { retiredAt: now, updatedAt: now, updatedBy: actor.userId };
    const inUse = and(eq(units.orgId, actor.orgId), eq(units.modelId, id), isNull(units.retiredAt));
    const [standing] = await tx.select({ id: units.id }).from(units).where(inUse).limit(1);
    if (standing && input.withUnits !== 'yes') {
      return refused(
        'withUnits',
        'Units of this model are still in use. Retire them first, or tick to retire them too.',
      );
    }
    const retired = standing
      ? await tx
          .update(units)
          .set({ ...stamp, version: sql`${units.version} + 1` })
          .where(inUse)
          .returning({ id: units.id })
      : [];
    await tx
      .update(deviceModels)
      .set({ ...stamp, version: model.version + 1 })
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, id)));
    await record(tx, auditActor(actor), {
      action: 'model.retired',
      object: modelObject(id, model.values),
      detail: { version: model.version + 1, unitsRetired: retired.length },
      reason: input.reason,
    });
    return saved(id);
  });
