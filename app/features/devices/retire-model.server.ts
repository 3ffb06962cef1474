/** Taking a device model out of use. It stays readable, with everything said about it. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { hasUnitsInUse, retireUnitsOf } from '../units/retire-units-of.server';
import { lockModel, modelObject } from './model-row.server';

/** Retires a model, and its units when asked to. Null when the organisation has no such model. */
export const retireModel = (actor: Actor, id: string, input: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, id);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired already.');
    const now = new Date();
    if (input.withUnits !== 'yes' && (await hasUnitsInUse(tx, actor, id))) {
      return refused(
        'withUnits',
        'Units of this model are still in use. Retire them first, or tick to retire them too.',
      );
    }
    const unitsRetired = await retireUnitsOf(tx, actor, id, now);
    await tx
      .update(deviceModels)
      .set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId, version: model.version + 1 })
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, id)));
    await rematch(tx, actor.orgId, { modelId: id });
    await record(tx, auditActor(actor), {
      action: 'model.retired',
      object: modelObject(id, model.values),
      detail: { version: model.version + 1, unitsRetired },
      reason: input.reason,
    });
    return saved(id);
  });
