/** Lines of an inventory: into units and their network details, and back. */

import { putBackDetails, type StoredDetails, storeDetails } from '../../connected/store-details.server';
import { lockModels, retireImportedModel } from '../../devices/import-models.server';
import { newId } from '../../files/new-id.server';
import { sameFact } from '../../provenance/statements';
import { retireImportedSupplier } from '../../suppliers/import-suppliers.server';
import {
  addImportedUnits,
  type ChangedUnit,
  changeImportedUnits,
  putBackUnits,
  unitsById,
  unitValuesOf,
} from '../../units/import-units.server';
import type { UnitValues } from '../../units/unit-fields';
import type { Context, RowKind, StagedRow, Written } from '../rows/row-kind';
import { sourceOfImport } from '../source-of-import';
import { type Added, addModels } from './add-models.server';
import { holdUnits, type UnitPlan } from './hold-units.server';
import { knownTags, tagKey } from './known-register.server';

/** What undoing a line needs. */
interface UnitBefore {
  made?: boolean;
  /** Version that the unit had when this was written. */
  version?: number;
  restored?: boolean;
  before?: UnitValues;
  after?: UnitValues;
  details?: StoredDetails['before'];
  detailsAfter?: StoredDetails['after'];
  added?: Added;
}

const changedFields = (before: UnitValues, after: UnitValues) =>
  (Object.keys(after) as (keyof UnitValues)[]).filter((field) => !sameFact(before[field], after[field]));

export const UNIT_ROWS: RowKind<UnitPlan | null> = {
  atOnce: 400,
  hold: holdUnits,
  async write(tx, context, rows) {
    const planned = rows.flatMap((row) => (row.plan ? [{ ...row, plan: row.plan }] : []));
    const source = sourceOfImport(context.row);
    const added = await addModels(tx, context, planned);
    const fresh = planned.filter(({ plan }) => !plan.unit);
    const ids = new Map(planned.map(({ n, plan }) => [n, plan.unit?.id ?? newId()]));
    const idOf = (n: number) => ids.get(n) ?? '';
    const newUnits = fresh.map(({ n, plan }) => ({
      ...{ id: idOf(n), modelId: plan.model?.id ?? added.modelOf(plan), values: plan.after },
    }));
    await addImportedUnits(tx, context.by, newUnits, source);
    const changed = planned.flatMap(({ plan }): ChangedUnit[] => {
      if (!plan.unit) return [];
      const before = unitValuesOf(plan.unit);
      const touched = changedFields(before, plan.after).length > 0 || plan.restore;
      return touched
        ? [{ id: plan.unit.id, before, after: plan.after, ...(plan.restore ? { retired: false } : {}) }]
        : [];
    });
    await changeImportedUnits(tx, context.by, changed, source);
    const details = planned.flatMap(({ n, plan }) =>
      Object.keys(plan.said.details).length > 0 ? [{ unitId: idOf(n), ...plan.said.details }] : [],
    );
    const by = { userId: context.by.userId, importId: context.row.id };
    const stored = new Map((await storeDetails(tx, context.orgId, details, by)).map((one) => [one.unitId, one]));
    await rememberTags(tx, context, newUnits);
    const touched = new Set(changed.map(({ id }) => id));
    return planned.map(({ n, plan }): Written => {
      const id = idOf(n);
      const detail = stored.get(id);
      const before: UnitBefore = {
        ...(plan.unit
          ? {
              version: plan.unit.version + (touched.has(id) ? 1 : 0),
              before: unitValuesOf(plan.unit),
              restored: plan.restore,
            }
          : { made: true, version: 1 }),
        after: plan.after,
        ...(detail ? { details: detail.before, detailsAfter: detail.after } : {}),
        ...(added.byRow.get(n) ? { added: added.byRow.get(n) } : {}),
      };
      return { n, targetId: id, before };
    });
  },
  undo: undoUnits,
};

async function rememberTags(
  ...[tx, context, units]: [
    Parameters<RowKind['write']>[0],
    Context,
    { id: string; modelId: string; values: UnitValues }[],
  ]
) {
  const tagged = units.filter(({ values }) => values.assetTag !== '');
  if (tagged.length === 0) return;
  const tags = await knownTags(tx, context);
  for (const { id, modelId, values } of tagged) tags.set(tagKey(modelId, values.assetTag), id);
}

const EDITED = 'Somebody has edited this unit since; it stays as it is.';

async function undoUnits(...[tx, context, rows]: Parameters<RowKind['undo']>): Promise<Map<number, string>> {
  const problems = new Map<number, string>();
  const ids = rows.flatMap(({ targetId }) => targetId ?? []);
  const glimpse = await unitsById(tx, context.orgId, ids, false);
  await lockModels(tx, context.orgId, [...new Set(glimpse.map(({ modelId }) => modelId))]);
  const units = new Map((await unitsById(tx, context.orgId, ids, true)).map((unit) => [unit.id, unit]));
  const back: ChangedUnit[] = [];
  const details: Pick<StoredDetails, 'unitId' | 'before'>[] = [];
  for (const row of rows) {
    const unit = units.get(row.targetId ?? '');
    const was = row.before as UnitBefore | null;
    if (!unit || !was) continue;
    const present = unitValuesOf(unit);
    if (was.made) {
      if (unit.version !== was.version) {
        problems.set(row.n, EDITED);
        continue;
      }
      back.push({ id: unit.id, before: present, after: present, retired: true });
    } else if (was.before && was.after) {
      const { before, after } = was;
      const fields = changedFields(before, after);
      if (fields.some((field) => !sameFact(present[field], after[field]))) {
        problems.set(row.n, EDITED);
        continue;
      }
      const restored = Object.fromEntries(fields.map((field) => [field, before[field]]));
      if (fields.length > 0 || was.restored) {
        const retired = was.restored && !unit.retiredAt ? { retired: true } : {};
        back.push({ id: unit.id, before: present, after: { ...present, ...restored }, ...retired });
      }
    }
    if (was.detailsAfter) details.push({ unitId: unit.id, before: was.details ?? null });
  }
  await putBackUnits(tx, context.by, back);
  await putBackDetails(tx, context.orgId, details, { userId: context.by.userId });
  for (const row of rows) await takeAwayAdded(tx, context, row, problems);
  return problems;
}

/** The model and the maker that came with a line go with it, where nothing else hangs on them by now. */
async function takeAwayAdded(
  ...[tx, context, row, problems]: [Parameters<RowKind['undo']>[0], Context, StagedRow, Map<number, string>]
) {
  const { added } = (row.before ?? {}) as UnitBefore;
  if (!added) return;
  const { model, supplier } = added;
  const gone = !model || (await retireImportedModel(tx, context.by, model.id, model.version));
  const makerGone =
    !supplier || (gone && (await retireImportedSupplier(tx, context.by, supplier.id, supplier.version)));
  if (gone && makerGone) return;
  const what = gone ? 'maker' : 'model';
  if (!problems.has(row.n))
    problems.set(row.n, `The ${what} that came with this line is in use or was edited; it stays.`);
}
