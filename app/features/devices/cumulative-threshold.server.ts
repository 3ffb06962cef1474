/** After how many changes on a device a look at all of them together is asked for. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { lockModel, modelObject } from './model-row.server';

/** Sets after how many changes a look at all of them is asked for. Null when the organisation has no such model. */
export const setThreshold = (
  actor: Actor,
  modelId: string,
  { after, was }: { after: number; was: number },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    const [set] = await tx
      .update(deviceModels)
      .set({ cumulativeAfter: after })
      .where(
        and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId), eq(deviceModels.cumulativeAfter, was)),
      )
      .returning({ id: deviceModels.id });
    if (!set) return refused('after', 'Somebody else has set it meanwhile. Look at the new number and decide again.');
    await record(tx, auditActor(actor), {
      action: 'model.cumulative_set',
      object: modelObject(modelId, model.values),
      detail: { after, was },
    });
    return saved(modelId);
  });
