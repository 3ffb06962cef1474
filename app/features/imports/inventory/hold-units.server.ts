/** Lines of an inventory held against the register: which unit each means, and what it says that is new. */
import type { Tx } from '../../../../db/client.server';
import type { InventoryRecord, Problem } from '../../../readers/records';
import { DETAIL_FIELDS, type DetailValues, NO_DETAILS } from '../../connected/detail-values';
import { type KnownModel, lockModels } from '../../devices/import-models.server';
import { fieldChanges } from '../../provenance/statements';
import type { KnownSupplier } from '../../suppliers/import-suppliers.server';
import { type UnitRow, unitsById, unitsBySerial, unitValuesOf } from '../../units/import-units.server';
import { UNIT_FIELDS, type UnitValues } from '../../units/unit-fields';
import { recordOfRow } from '../mapping/record-of-row';
import { type Context, type Differences, type HeldRow, refusedRow, type StagedRow } from '../rows/row-kind';
import { sameAgain } from '../rows/same-again';
import { findModel } from './find-model';
import { knownDetails, knownRegister, knownTags, tagKey } from './known-register.server';
import { foldMaker, foldName } from './names';
import { type SaidOfUnit, saidOfUnit } from './said-of-unit';

/** What applying a line does. */
export interface UnitPlan {
  said: SaidOfUnit;
  /** Model of the register, or null for one that is added with the line. */
  model: KnownModel | null;
  supplier: KnownSupplier | null;
  unit: UnitRow | null;
  after: UnitValues;
  /** Set when the unit is retired and taken back into use. */
  restore: boolean;
}

export const NO_VALUES: UnitValues = {
  ...{ serial: '', assetTag: '', site: '', location: '', networkZone: '', installedVersion: '' },
  ...{ osProduct: '', osRelease: '', owner: '', suppliedOn: null, notes: '' },
};

interface Looked {
  row: StagedRow;
  record: InventoryRecord;
  said: SaidOfUnit;
  label: string;
  problems: Problem[];
  warnings: string[];
  model: KnownModel | null;
  supplier: KnownSupplier | null;
}

type Held = HeldRow<UnitPlan | null> & { value?: InventoryRecord };

/** As the kind of row asks for it. */
export async function holdUnits(tx: Tx, context: Context, rows: readonly StagedRow[], lock: boolean): Promise<Held[]> {
  const register = await knownRegister(tx, context);
  const looked = rows.map((row): Looked => {
    const { record, problems, warnings } = recordOfRow(row, context.row.mapping ?? {});
    const said = saidOfUnit(record, row.place);
    const label = [said.values.serial ?? said.values.assetTag ?? '', said.named.model || said.named.modelNumber]
      .filter(Boolean)
      .join(', ');
    const wrong = [...problems, ...said.problems];
    const start = { row, record, said, label, warnings: [...warnings, ...said.warnings] };
    if (wrong.length > 0) return { ...start, problems: wrong, model: null, supplier: null };
    const found = findModel(register, said.named);
    if (found.ok) {
      const retired = found.model.retired && !context.options.mayCreate;
      const message = `The model “${found.model.name}” is retired. Restore it, or allow models to be added and taken back.`;
      const refused = retired ? [{ place: row.place, rule: 'retired model', message }] : [];
      const told = [...start.warnings, ...found.warnings];
      return { ...start, warnings: told, problems: refused, model: found.model, supplier: null };
    }
    const refused = found.missing ? missing(start, found.supplier, context) : [{ place: row.place, ...found.problem }];
    return { ...start, problems: refused, model: null, supplier: found.missing ? found.supplier : null };
  });
  const good = looked.filter(({ problems }) => problems.length === 0);
  if (lock) await lockModels(tx, context.orgId, [...new Set(good.flatMap(({ model }) => model?.id ?? []))]);
  const units = await unitsOf(tx, context, good, lock);
  const details = await knownDetails(
    tx,
    context.orgId,
    [...units.values()].map(({ id }) => id),
  );
  return looked.map((one) => ({ ...holdOne(context, one, units.get(one.row.n) ?? null, details), value: one.record }));
}

function missing({ row, said }: Pick<Looked, 'row' | 'said'>, supplier: KnownSupplier | null, { options }: Context) {
  const { place } = row;
  const name = said.named.model || said.named.modelNumber;
  if (!options.mayCreate) {
    const maker = said.named.supplier || 'any maker';
    const message = `The register has no model “${name}” of ${maker}. Correct the name, add the model, or allow models to be added.`;
    return [{ place, rule: 'unknown model', message }];
  }
  if (!said.named.model) {
    return [{ place, rule: 'required', message: `A new model needs a name; the line gives only the number ${name}.` }];
  }
  if (!supplier && !said.named.supplier) {
    return [{ place, rule: 'required', message: `The new model “${name}” needs a maker; the line names none.` }];
  }
  return [];
}

/** The unit of each line: by serial number within its model, otherwise by asset tag. */
async function unitsOf(tx: Tx, context: Context, looked: readonly Looked[], lock: boolean) {
  const withModel = looked.filter(({ model }) => model !== null);
  const serials = withModel.flatMap(({ said }) => said.values.serial ?? []);
  const bySerial = new Map<string, UnitRow>();
  for (const row of await unitsBySerial(tx, context.orgId, serials, lock))
    bySerial.set(`${row.modelId} ${row.serial}`, row);
  const units = new Map<number, UnitRow>();
  const wanted = new Map<string, number[]>();
  for (const { row, said, model } of withModel) {
    const found = bySerial.get(`${model?.id} ${said.values.serial ?? ''}`);
    if (found) units.set(row.n, found);
    else if (said.values.assetTag) {
      const id = (await knownTags(tx, context)).get(tagKey(model?.id ?? '', said.values.assetTag));
      if (id) wanted.set(id, [...(wanted.get(id) ?? []), row.n]);
    }
  }
  for (const unit of await unitsById(tx, context.orgId, [...wanted.keys()], lock)) {
    for (const n of wanted.get(unit.id) ?? []) units.set(n, unit);
  }
  return units;
}

function holdOne(context: Context, one: Looked, unit: UnitRow | null, details: Map<string, DetailValues>): Held {
  const { row, said, label, problems, warnings, model, supplier } = one;
  if (problems.length > 0) return { ...refusedRow(row, label, null, ...problems), warnings };
  const present = unit ? unitValuesOf(unit) : NO_VALUES;
  const after = { ...present, ...said.values };
  const restore = unit?.retiredAt != null;
  const plan: UnitPlan = { said, model, supplier, unit, after, restore };
  const maker =
    model?.id ?? `${foldMaker(said.named.supplier)} ${foldName(said.named.model)} ${foldName(said.named.modelNumber)}`;
  const key = `unit ${maker} ${unit?.id ?? said.values.serial ?? `tag ${said.values.assetTag}`}`;
  const again = sameAgain<UnitPlan | null>(context, row, { key, label, says: [said.values, said.details], plan });
  if (again) return again;
  if (!unit && !said.values.serial) {
    const message = `No unit of this model has the asset tag ${said.values.assetTag}, and a new unit needs a serial number.`;
    return { ...refusedRow(row, label, null, { place: row.place, rule: 'required', message }), warnings };
  }
  if (restore && !context.options.mayRestore && row.targetId !== unit?.id) {
    const message = 'This unit is retired. Restore it, or allow retired units to be taken back into use.';
    return { ...refusedRow(row, label, null, { place: row.place, rule: 'retired unit', message }), warnings };
  }
  const held = { n: row.n, label, problems: [], warnings, targetId: unit?.id ?? null, plan };
  if (!unit) {
    const told = model ? warnings : [...warnings, `Adds the model “${said.named.model}”.`];
    return { ...held, warnings: told, outcome: 'new', differences: null };
  }
  if (said.values.serial && said.values.serial !== unit.serial) {
    held.warnings = [...warnings, `Found by its asset tag ${said.values.assetTag}; the serial number differs.`];
  }
  const differences = differencesOf(present, after, details.get(unit.id) ?? NO_DETAILS, said.details, restore);
  return { ...held, outcome: differences ? 'changed' : 'unchanged', differences };
}

function differencesOf(
  before: UnitValues,
  after: UnitValues,
  details: DetailValues,
  said: Partial<DetailValues>,
  restore: boolean,
): Differences | null {
  const changes = [
    ...fieldChanges(UNIT_FIELDS, before, after),
    ...fieldChanges(DETAIL_FIELDS, details, { ...details, ...said }),
  ];
  const found: Differences = Object.fromEntries(changes.map(({ label, from, to }) => [label, [from, to]]));
  if (restore) found['In use'] = [false, true];
  return Object.keys(found).length > 0 ? found : null;
}
