/** Adding a device model, with the source of everything said about it. */
import { inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { chosenSupplier, supplierAdded } from '../suppliers/supplier-choice.server';
import { unlessTaken } from '../unique.server';
import { forgetChoices } from '../units/unit-choices.server';
import { MODEL_FIELDS } from './model-fields';
import { type ModelInput, modelValues, unknownIn } from './model-form';
import { modelColumns, modelObject } from './model-row.server';

/** Index name → refusal, for both ways of saving a model. */
export const TAKEN = {
  device_models_name_once: refused('name', 'This maker already has a model of that name and number in your register.'),
  suppliers_name_once: refused('newSupplier', 'A supplier of that name is already in your register; choose it above.'),
};

/** Adds a model; the id of the new model, or what is wrong with the form. */
export const createModel = (actor: Actor, input: ModelInput): Promise<SaveResult> =>
  unlessTaken<SaveResult>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      const supplier = await chosenSupplier(tx, actor, input);
      if (!supplier) return refused('supplierId', 'This maker is not in your register any more. Choose another.');
      const values = modelValues(input, supplier);
      const [row] = await tx
        .insert(deviceModels)
        .values({ orgId: actor.orgId, ...modelColumns(values), createdBy: actor.userId, updatedBy: actor.userId })
        .returning({ id: deviceModels.id });
      if (!row) throw new Error('The model was not stored');
      const source = sourceOf(input);
      const statements = statementsOf(MODEL_FIELDS, {
        before: null,
        after: values,
        unknown: unknownIn(input),
        confirms: false,
        current: {},
      });
      await stateFacts(tx, actor, { type: 'model', id: row.id }, statements, source, { known: false });
      await rematch(tx, actor.orgId, { modelId: row.id });
      await record(tx, auditActor(actor), ...supplierAdded(supplier), {
        action: 'model.created',
        object: modelObject(row.id, values),
        detail: { stated: statements.map((one) => ({ ...one })), source: { ...source } },
      });
      forgetChoices(actor.orgId);
      return saved(row.id);
    }),
  );
