/** A component list into the components of its model. What the list no longer has is retired only when asked for. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { importRows } from '../../../../db/schema/index.server';
import type { ListedComponent } from '../../../readers/records';
import { type ComparedComponent, compareComponents, type HeldComponent } from '../../devices/compare-components';
import {
  addImportedComponents,
  type ComponentValues,
  listedComponents,
  overwriteComponents,
  setComponentsRetired,
  sourcedComponents,
} from '../../devices/import-components.server';
import { lockModels } from '../../devices/import-models.server';
import { newId } from '../../files/new-id.server';
import { sourceColumns } from '../../provenance/source';
import { storableText } from '../../text-input';
import { sourceOfImport } from '../source-of-import';
import { ofImport } from '../stage.server';
import {
  type Context,
  type Differences,
  type HeldRow,
  isGone,
  type RowKind,
  refusedRow,
  type StagedRow,
} from './row-kind';

interface Plan {
  values: Omit<ComponentValues, 'id'>;
  compared: ComparedComponent | { outcome: 'gone' };
  gone: boolean;
}

interface Compared {
  rows: Map<number, ComparedComponent>;
  gone: HeldComponent[];
}

const COMPARED = 'components';

const valuesOf = ({ name, version, supplier, purl }: ListedComponent): Plan['values'] => ({
  ...{ name: storableText(name).trim(), release: storableText(version).trim() },
  ...{ supplier: storableText(supplier).trim(), purl: storableText(purl).trim() },
});

const labelOf = ({ name, release }: Plan['values']) => `${name} ${release}`.trim();
const modelOf = ({ row }: Context) => row.modelId ?? '';

/** The whole list against all the model has: which version became which can only be seen in both as wholes. */
async function comparedList(tx: Tx, context: Context): Promise<Compared> {
  const known = context.kept.get(COMPARED) as Compared | undefined;
  if (known) return known;
  const listed = await tx
    .select({ n: importRows.n, value: importRows.value })
    .from(importRows)
    .where(
      and(ofImport(context.orgId, context.row.id), eq(importRows.kind, 'component'), ne(importRows.outcome, 'gone')),
    )
    .orderBy(asc(importRows.n));
  const rows = listed.map(({ n, value }) => ({ n, ...valuesOf(value as ListedComponent) }));
  const compared = compareComponents(await listedComponents(tx, context.orgId, modelOf(context)), rows);
  context.kept.set(COMPARED, compared);
  return compared;
}

function holdOne({ rows, gone }: Compared, row: StagedRow): HeldRow<Plan> {
  const shared = { n: row.n, problems: [], warnings: row.warnings, differences: null };
  if (isGone(row)) {
    const values = row.value as Plan['values'];
    const still = gone.some(({ id }) => id === row.targetId);
    const plan: Plan = { values, compared: { outcome: 'gone' }, gone: true };
    return { ...shared, label: row.label, targetId: row.targetId, outcome: still ? 'gone' : 'unchanged', plan };
  }
  const values = valuesOf(row.value as ListedComponent);
  const compared = rows.get(row.n) ?? { outcome: 'new' as const };
  const plan: Plan = { values, compared, gone: false };
  const label = labelOf(values);
  if (values.name === '') {
    return refusedRow(row, label, plan, { place: row.place, rule: 'required', message: 'The component has no name.' });
  }
  if (compared.outcome === 'new') return { ...shared, label, targetId: null, outcome: 'new', plan };
  const targetId = compared.held?.id ?? null;
  if (compared.outcome === 'unchanged') {
    const warnings = compared.sameAs === null ? row.warnings : [...row.warnings, 'Listed more than once.'];
    return { ...shared, label, warnings, targetId, outcome: 'unchanged', plan };
  }
  const { held } = compared;
  const all: [string, string, string][] = [
    ['Version', held.release, values.release],
    ['Package', held.purl, values.purl || held.purl],
    ['Maker', held.supplier, values.supplier || held.supplier],
  ];
  const differences: Differences = {};
  for (const [name, before, after] of all) if (before !== after) differences[name] = [before, after];
  return { ...shared, label, targetId, outcome: 'changed', differences, plan };
}

export const COMPONENT_ROWS: RowKind<Plan> = {
  // Each piece holds the whole list against what is there, so it takes thousands.
  atOnce: 5000,
  async hold(tx, context, rows, lock) {
    if (lock) {
      await lockModels(tx, context.orgId, [modelOf(context)]);
      context.kept.delete(COMPARED);
    }
    const compared = await comparedList(tx, context);
    return rows.map((row) => holdOne(compared, row));
  },
  async *gone(tx, context) {
    const { gone } = await comparedList(tx, context);
    const rows = gone.map((held) => ({
      label: labelOf(held),
      value: { name: held.name, release: held.release, supplier: held.supplier, purl: held.purl },
      targetId: held.id,
    }));
    for (let from = 0; from < rows.length; from += 5000) yield rows.slice(from, from + 5000);
  },
  async write(tx, context, rows) {
    const source = sourceOfImport(context.row);
    const columns = sourceColumns(source);
    const ids = new Map(rows.map(({ n, targetId }) => [n, targetId ?? newId()]));
    const idOf = (n: number) => ids.get(n) ?? '';
    const kept = rows.filter(({ plan }) => plan.compared.outcome === 'changed' || plan.gone);
    const before = new Map(
      (
        await sourcedComponents(
          tx,
          context.orgId,
          kept.map(({ n }) => idOf(n)),
        )
      ).map((one) => [one.id, one]),
    );
    const fresh = rows.filter(({ plan }) => plan.compared.outcome === 'new' && !plan.gone);
    await addImportedComponents(
      tx,
      context.by,
      modelOf(context),
      fresh.map(({ n, plan }) => ({ id: idOf(n), ...plan.values })),
      source,
    );
    const changed = rows.flatMap(({ n, plan }) => {
      if (plan.compared.outcome !== 'changed') return [];
      const { held } = plan.compared;
      const { name, release, supplier, purl } = plan.values;
      const after = { name, release, supplier: supplier || held.supplier, purl: purl || held.purl };
      return [{ id: idOf(n), ...after, ...columns }];
    });
    await overwriteComponents(tx, context.by, changed);
    const gone = rows.filter(({ plan }) => plan.gone).map(({ n }) => idOf(n));
    await setComponentsRetired(tx, context.by, gone, true);
    return rows.map(({ n }) => {
      const was = before.get(idOf(n));
      return { n, targetId: idOf(n), before: was ? { component: was, version: was.version + 1 } : { version: 1 } };
    });
  },
  async undo(tx, context, rows) {
    await lockModels(tx, context.orgId, [modelOf(context)]);
    const problems = new Map<number, string>();
    const present = new Map(
      (
        await sourcedComponents(
          tx,
          context.orgId,
          rows.flatMap(({ targetId }) => targetId ?? []),
        )
      ).map((one) => [one.id, one]),
    );
    const back: (typeof present extends Map<string, infer C> ? C : never)[] = [];
    const off: string[] = [];
    const on: string[] = [];
    for (const row of rows) {
      const now = present.get(row.targetId ?? '');
      const was = row.before as { component?: NonNullable<typeof now>; version: number } | null;
      if (!now || !was) continue;
      if (now.version !== was.version) {
        problems.set(row.n, 'Somebody has changed this component since; it stays as it is.');
      } else if (!was.component) off.push(now.id);
      else if (now.retired && !was.component.retired) on.push(now.id);
      else back.push(was.component);
    }
    await setComponentsRetired(tx, context.by, off, true);
    await setComponentsRetired(tx, context.by, on, false);
    await overwriteComponents(tx, context.by, back);
    return problems;
  },
};
