/** Recording that a measure was looked at. Proofs are never edited: a newer one of the same kind takes over. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, controlProofs, deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { modelObject } from '../devices/model-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import { today } from '../today';
import { dayAfter, proofOfKey } from './needed-proofs';
import type { ProofInput } from './proof-form';

/** Records a proof on a model. Null when the organisation has no such model. */
export const recordProof = (actor: Actor, modelId: string, input: ProofInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const [model] = await tx
      .select({ name: deviceModels.name, modelNumber: deviceModels.modelNumber, retiredAt: deviceModels.retiredAt })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
    const known = proofOfKey(input.what);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired: nothing is shown of it any more.');
    if (!known || input.taken_on === null) return refused('what', 'Choose what was shown.');
    const reference = input.change ? await changeOn(tx, actor.orgId, modelId, input.change) : null;
    if (input.change && !reference) return refused('change', 'This change is not about this model. Choose another.');
    const { measure, needed } = known;
    const staleOn = input.stale_on ?? dayAfter(input.taken_on, needed.mostDays);
    const [row] = await tx
      .insert(controlProofs)
      .values({
        ...{ orgId: actor.orgId, modelId, changeId: input.change ?? null, measure, proof: needed.text },
        ...{ result: input.result, takenOn: input.taken_on, staleOn, document: input.document, note: input.note },
        ...{ recordedByName: actor.name, createdBy: actor.userId, updatedBy: actor.userId },
      })
      .returning({ id: controlProofs.id });
    if (!row) throw new Error('The proof was not stored');
    await record(tx, auditActor(actor), {
      action: 'proof.recorded',
      object: modelObject(modelId, model),
      detail: {
        ...{ proof: row.id, measure, what: needed.text, result: input.result, takenOn: input.taken_on, staleOn },
        ...{ document: input.document, change: reference, recordedOn: today() },
      },
      reason: input.note,
    });
    return saved(row.id);
  });

async function changeOn(tx: Tx, orgId: string, modelId: string, changeId: string): Promise<string | null> {
  const [row] = await tx
    .select({ reference: changes.reference })
    .from(changes)
    .where(and(eq(changes.orgId, orgId), eq(changes.id, changeId), eq(changes.modelId, modelId)));
  return row?.reference ?? null;
}
