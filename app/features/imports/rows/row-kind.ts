/** What an import does with one kind of record: hold it against what is there, write it, and take it back. */
import type { Tx } from '../../../../db/client.server';
import type { ImportOptions, importRows } from '../../../../db/schema/index.server';
import type { AuditActor, AuditEvent } from '../../../audit/events';
import type { Problem } from '../../../readers/records';
import type { ImportRow } from '../import-row.server';
import type { Outcome } from '../import-words';

export type StagedRow = typeof importRows.$inferSelect;
export type Differences = Record<string, [unknown, unknown]>;

export interface Context {
  orgId: string;
  row: ImportRow;
  options: ImportOptions;
  /** Who applies or undoes it; while holding, nobody in particular. */
  by: AuditActor;
  /** Keys that earlier rows of the same file had, with the place of the row; empty while applying. */
  seen: Map<string, { place: string; value: string }>;
  /** What a kind keeps between two pieces of one run. */
  kept: Map<string, unknown>;
  /** What the record is to say besides, at the end of the piece. */
  events: AuditEvent[];
}

/** A row with what applying it would do now. `plan` is the kind's own. */
export interface HeldRow<Plan = unknown> {
  n: number;
  label: string;
  outcome: Outcome;
  problems: Problem[];
  warnings: string[];
  differences: Differences | null;
  targetId: string | null;
  plan: Plan;
}

export interface Written {
  n: number;
  targetId: string | null;
  /** What undoing puts back. */
  before: unknown;
}

export interface RowKind<Plan = unknown> {
  /** Rows that one transaction takes. */
  atOnce: number;
  /** What each row would do, in the same order. With `lock`, what it would change stays as it is until the commit. */
  hold(tx: Tx, context: Context, rows: readonly StagedRow[], lock: boolean): Promise<HeldRow<Plan>[]>;
  /** What is held and the file does not have: rows to add to the stage, in batches. */
  gone?(tx: Tx, context: Context): AsyncGenerator<GoneRow[]>;
  /** Writes rows that are new, changed or gone, and have just been held with `lock`. */
  write(tx: Tx, context: Context, rows: readonly HeldRow<Plan>[]): Promise<Written[]>;
  /** Takes back applied rows. @returns why a row was left as it is, by its number */
  undo(tx: Tx, context: Context, rows: readonly StagedRow[]): Promise<Map<number, string>>;
}

export interface GoneRow {
  label: string;
  value: unknown;
  targetId: string | null;
}

/** The value of a row that stands for something the file does not have. */
export const isGone = (row: Pick<StagedRow, 'outcome'>): boolean => row.outcome === 'gone';

/** A row that goes no further: which column or place, by which rule, and the way out. */
export const refusedRow = <Plan>(row: StagedRow, label: string, plan: Plan, ...problems: Problem[]): HeldRow<Plan> => ({
  ...{ n: row.n, label, outcome: 'refused', problems, warnings: row.warnings },
  ...{ differences: null, targetId: row.targetId, plan },
});
