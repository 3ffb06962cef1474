/** Makers and models that lines of an inventory bring along, where a person allowed that. */
import type { Tx } from '../../../../db/client.server';
import { addImportedModel, restoreImportedModel } from '../../devices/import-models.server';
import { addImportedSupplier, restoreImportedSupplier } from '../../suppliers/import-suppliers.server';
import type { Context, HeldRow } from '../rows/row-kind';
import { sourceOfImport } from '../source-of-import';
import type { UnitPlan } from './hold-units.server';
import { forgetRegister } from './known-register.server';
import { foldMaker, foldName } from './names';

/** What a line added or took back into use, with the version it then had: undoing leaves what was edited since. */
export interface Added {
  model?: { id: string; version: number };
  supplier?: { id: string; version: number };
}

export interface AddedModels {
  modelOf(plan: UnitPlan): string;
  /** By the number of the line that brought them. */
  byRow: Map<number, Added>;
}

const makerKey = ({ said }: UnitPlan) => foldMaker(said.named.supplier);
const modelKey = (plan: UnitPlan) =>
  `${plan.supplier?.id ?? makerKey(plan)} ${foldName(plan.said.named.model)} ${foldName(plan.said.named.modelNumber)}`;

/** Adds each maker and model once, in the order of the lines. */
export async function addModels(
  tx: Tx,
  context: Context,
  rows: readonly (HeldRow & { plan: UnitPlan })[],
): Promise<AddedModels> {
  const source = sourceOfImport(context.row);
  const byRow = new Map<number, Added>();
  const suppliers = new Map<string, string>();
  const models = new Map<string, string>();
  const restored = new Set<string>();
  for (const { n, plan } of rows) {
    const { named } = plan.said;
    if (plan.model) {
      if (!plan.model.retired || restored.has(plan.model.id)) continue;
      restored.add(plan.model.id);
      const version = await restoreImportedModel(tx, context.by, plan.model.id);
      if (version) byRow.set(n, { model: { id: plan.model.id, version } });
      context.events.push({
        ...{
          action: 'model.restored',
          object: { type: 'model', id: plan.model.id, ref: plan.model.name.slice(0, 300) },
        },
        detail: { import: context.row.id },
      });
      continue;
    }
    if (models.has(modelKey(plan))) continue;
    const added: Added = {};
    let supplierId = plan.supplier?.id ?? suppliers.get(makerKey(plan));
    if (!supplierId) {
      const made = await addImportedSupplier(tx, context.by, named.supplier, source);
      supplierId = made.id;
      added.supplier = { id: made.id, version: 1 };
      suppliers.set(makerKey(plan), made.id);
      context.events.push(made.event);
    } else if (plan.supplier?.retired && !restored.has(supplierId)) {
      restored.add(supplierId);
      const version = await restoreImportedSupplier(tx, context.by, supplierId);
      if (version) added.supplier = { id: supplierId, version };
    }
    const { model: name, modelNumber, udiDi } = named;
    const kind = named.kind || 'not said';
    const manufacturer = plan.supplier?.name ?? named.supplier;
    const made = await addImportedModel(
      tx,
      context.by,
      { supplierId, manufacturer, name, modelNumber, kind, udiDi },
      source,
    );
    added.model = { id: made.id, version: 1 };
    models.set(modelKey(plan), made.id);
    context.events.push(made.event);
    byRow.set(n, added);
  }
  if (byRow.size > 0) forgetRegister(context);
  return { byRow, modelOf: (plan) => plan.model?.id ?? models.get(modelKey(plan)) ?? '' };
}
