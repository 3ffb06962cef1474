/** Editing a device model. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { conflictOver } from '../conflict.server';
import { currentFacts } from '../provenance/facts-of.server';
import { sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { fieldChanges, statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSignedChanges, reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { chosenSupplier, supplierAdded } from '../suppliers/supplier-choice.server';
import { unlessTaken } from '../unique.server';
import { forgetChoices } from '../units/unit-choices.server';
import { TAKEN } from './create-model.server';
import { MODEL_FIELDS } from './model-fields';
import { type EditModelForm, modelValues, unknownIn } from './model-form';
import { lockModel, modelColumns, modelObject } from './model-row.server';

/** Saves an edit. Null when the organisation has no such model. */
export const editModel = (
  actor: Actor,
  id: string,
  input: z.output<typeof EditModelForm>,
): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      await lockSignedChanges(tx, actor.orgId, id);
      const model = await lockModel(tx, actor.orgId, id);
      if (!model) return null;
      if (model.retiredAt) return refused('', 'This model is retired. Restore it before you edit it.');
      const supplier = await chosenSupplier(tx, actor, input, model.values.supplierId);
      if (!supplier) return refused('supplierId', 'This maker is not in your register any more. Choose another.');
      const values = modelValues(input, supplier);
      const changed = fieldChanges(MODEL_FIELDS, model.values, values);
      if (input.version !== model.version) {
        const conflict = await conflictOver(tx, model, changed);
        if (conflict) return conflict;
      }
      const subject = { type: 'model', id } as const;
      const statements = statementsOf(MODEL_FIELDS, {
        before: model.values,
        after: values,
        unknown: unknownIn(input),
        confirms: input.confirms === 'yes',
        current: await currentFacts(tx, actor.orgId, subject),
      });
      if (statements.length === 0) return saved(id);
      await tx
        .update(deviceModels)
        .set({ ...modelColumns(values), version: model.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
        .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, id)));
      const source = sourceOf(input);
      await stateFacts(tx, actor, subject, statements, source);
      await rematch(tx, actor.orgId, { modelId: id });
      const voided = await reviewSignaturesOfModel(tx, actor, id);
      await record(tx, auditActor(actor), ...voided, ...supplierAdded(supplier), {
        action: 'model.changed',
        object: modelObject(id, values),
        detail: {
          version: model.version + 1,
          changed: changed.map((one) => ({ ...one })),
          stated: statements.map(({ field }) => field),
          source: { ...source },
        },
      });
      forgetChoices(actor.orgId);
      return saved(id);
    }),
  );
