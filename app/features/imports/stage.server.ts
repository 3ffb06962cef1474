/** The stage: rows of an import between reading and applying. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { importRows } from '../../../db/schema/index.server';
import type { FileRecord, Problem } from '../../readers/records';
import { asJsonb } from '../in-json.server';
import type { Outcome } from './import-words';
import type { HeldRow, StagedRow, Written } from './rows/row-kind';

export interface NewRow {
  n: number;
  place: string;
  kind: FileRecord['kind'];
  label?: string;
  outcome?: Outcome;
  problems?: Problem[];
  warnings?: string[];
  value: unknown;
  cells?: string[] | null;
  targetId?: string | null;
}

export const ofImport = (orgId: string, importId: string) =>
  and(eq(importRows.orgId, orgId), eq(importRows.importId, importId));

/** Puts rows on the stage, in one statement. */
export async function stageRows(tx: Tx, orgId: string, importId: string, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.map((row) => ({
    ...{ org_id: orgId, import_id: importId, n: row.n, place: row.place, kind: row.kind, label: row.label ?? '' },
    ...{ outcome: row.outcome ?? 'new', problems: row.problems ?? [], warnings: row.warnings ?? [] },
    ...{ value: row.value, cells: row.cells ?? null, target_id: row.targetId ?? null },
  }));
  await tx.execute(sql`
    insert into import_rows
      (org_id, import_id, n, place, kind, label, outcome, problems, warnings, value, cells, target_id)
    select org_id, import_id, n, place, kind, label, outcome, problems, warnings, value, nullif(cells, 'null'), target_id
    from jsonb_populate_recordset(null::import_rows, ${asJsonb(all)})`);
}

/** Takes rows off the stage: all of them, or those that fit. */
export const clearStage = (tx: Tx, orgId: string, importId: string, fitting?: SQL) =>
  tx.delete(importRows).where(and(ofImport(orgId, importId), fitting));

/** The next rows of a stage in the order of the file. */
export const nextRows = (
  tx: Tx,
  orgId: string,
  importId: string,
  after: number,
  limit: number,
  fitting?: SQL,
): Promise<StagedRow[]> =>
  tx
    .select()
    .from(importRows)
    .where(and(ofImport(orgId, importId), gt(importRows.n, after), fitting))
    .orderBy(asc(importRows.n))
    .limit(limit);

/** Rows that are to be written and are not yet. */
export const TO_WRITE = (withGone: boolean) =>
  and(
    isNull(importRows.appliedAt),
    inArray(importRows.outcome, withGone ? ['new', 'changed', 'gone'] : ['new', 'changed']),
  );

/** Rows that were written and not yet taken back. */
export const TO_UNDO = and(
  isNotNull(importRows.appliedAt),
  isNull(importRows.undoneAt),
  eq(importRows.undoProblem, ''),
);

/** Rows that were taken back, and those that were left as they are. */
export const UNDONE = isNotNull(importRows.undoneAt);
export const LEFT_ALONE = and(isNull(importRows.undoneAt), ne(importRows.undoProblem, ''));

/**
 * Rows of one piece lie close to each other. Said to the planner, who would walk the whole import for each piece: it
 * has no figures yet about rows that were written just now.
 */
function between(rows: readonly { n: number }[]): SQL {
  const numbers = rows.map(({ n }) => n);
  const most = numbers.reduce((a, b) => Math.max(a, b), 0);
  const least = numbers.reduce((a, b) => Math.min(a, b), most);
  return sql`and r.n between ${least}::integer and ${most}::integer`;
}

/** Says of rows what applying them would do. With `afresh`, also forgets an earlier applying and undoing. */
export async function keepHeld(
  tx: Tx,
  orgId: string,
  importId: string,
  held: readonly (HeldRow & { value?: unknown })[],
  afresh: boolean,
): Promise<void> {
  if (held.length === 0) return;
  const all = held.map(({ n, label, outcome, problems, warnings, differences, targetId, value }) => ({
    ...{ n, label, outcome, problems, warnings: [...new Set(warnings)], differences, target_id: targetId },
    value: value ?? null,
  }));
  const forget = afresh ? sql`, applied_at = null, undone_at = null, before = null, undo_problem = ''` : sql``;
  await tx.execute(sql`
    update import_rows r set label = left(held.label, 500), outcome = held.outcome, problems = held.problems,
      warnings = held.warnings, differences = nullif(held.differences, 'null'), target_id = held.target_id,
      kind = case when r.kind = 'row' and nullif(held.value, 'null') is not null then 'device' else r.kind end,
      value = coalesce(nullif(held.value, 'null'), r.value) ${forget}
    from jsonb_to_recordset(${asJsonb(all)}) as held
      (n integer, label text, outcome text, problems jsonb, warnings jsonb, differences jsonb, target_id uuid, value jsonb)
    where r.org_id = ${orgId} and r.import_id = ${importId} and r.n = held.n ${between(held)}`);
}

/** Marks rows as written, with what undoing them puts back. */
export async function markWritten(tx: Tx, orgId: string, importId: string, rows: readonly Written[]): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.map(({ n, targetId, before }) => ({ n, target_id: targetId, before: before ?? {} }));
  await tx.execute(sql`
    update import_rows r set applied_at = now(), before = done.before, target_id = coalesce(done.target_id, r.target_id)
    from jsonb_to_recordset(${asJsonb(all)}) as done (n integer, target_id uuid, before jsonb)
    where r.org_id = ${orgId} and r.import_id = ${importId} and r.n = done.n ${between(rows)}`);
}

/** Marks rows as taken back, or says why one was left as it is. */
export async function markUndone(
  tx: Tx,
  orgId: string,
  importId: string,
  rows: readonly StagedRow[],
  problems: ReadonlyMap<number, string>,
): Promise<void> {
  const all = rows.map(({ n }) => ({ n, problem: problems.get(n) ?? '' }));
  await tx.execute(sql`
    update import_rows r set undone_at = case when done.problem = '' then now() end, undo_problem = done.problem
    from jsonb_to_recordset(${asJsonb(all)}) as done (n integer, problem text)
    where r.org_id = ${orgId} and r.import_id = ${importId} and r.n = done.n ${between(rows)}`);
}

/** How many rows there are of each outcome. */
export async function countOutcomes(tx: Tx, orgId: string, importId: string): Promise<Record<string, number>> {
  const rows = await tx
    .select({ outcome: importRows.outcome, n: sql<number>`count(*)::integer` })
    .from(importRows)
    .where(ofImport(orgId, importId))
    .groupBy(importRows.outcome);
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}
