/** Taking a retired device model back into use; its units are restored one by one, as each may have gone elsewhere. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockModel, modelObject } from './model-row.server';

/** Restores a model. Null when the organisation has no such model. */
export const restoreModel = (actor: Actor, id: string, { reason }: RetireInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, id);
    if (!model) return null;
    if (!model.retiredAt) return refused('', 'This model is in use already.');
    await tx
      .update(deviceModels)
      .set({ retiredAt: null, version: model.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, id)));
    await rematch(tx, actor.orgId, { modelId: id });
    await record(tx, auditActor(actor), {
      action: 'model.restored',
      object: modelObject(id, model.values),
      detail: { version: model.version + 1 },
      reason,
    });
    return saved(id);
  });
