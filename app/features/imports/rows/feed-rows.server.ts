/** Rows of a feed whose next edition replaces the one held: KEV, EPSS, end-of-support dates. One table each. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { anyText, asJsonb } from '../../in-json.server';
import { type Context, type Differences, type HeldRow, isGone, type RowKind, type StagedRow } from './row-kind';
import { sameAgain } from './same-again';

/** A row as the table keeps it, by column; without the organisation. */
export type FeedColumns = Record<string, unknown>;

export interface FeedTable<Value> {
  table: 'kev_entries' | 'epss_scores' | 'support_releases';
  atOnce: number;
  /** Columns that make the key, in the order of the primary key. */
  keys: readonly string[];
  /** Columns whose changes are shown, with their names. */
  shown: Readonly<Record<string, string>>;
  columns(value: Value, context: Context): FeedColumns;
  /** What people know it by. */
  label(columns: FeedColumns): string;
  insert(tx: Tx, rows: SQL): Promise<unknown>;
  remove(tx: Tx, orgId: string, keys: SQL): Promise<unknown>;
}

type Plan = { next: FeedColumns | null; present: FeedColumns | null };

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

const keyOf = (table: FeedTable<never>, columns: FeedColumns) =>
  table.keys.map((key) => String(columns[key])).join('\n');

/** One text a key: texts of several columns are joined by a line feed, which none of them holds. */
const keySql = (keys: readonly string[]): SQL =>
  keys.length === 1 ? sql.raw(keys[0] ?? '') : sql.raw(keys.join(` || chr(10) || `));

async function presentRows(tx: Tx, orgId: string, table: FeedTable<never>, keys: string[], lock: boolean) {
  const [first = ''] = table.keys;
  const firsts = [...new Set(keys.map((key) => key.split('\n')[0] ?? ''))];
  const rows = await tx.execute<{ row: FeedColumns }>(sql`
    select to_jsonb(held) - 'org_id' as row from ${sql.raw(table.table)} held
    where org_id = ${orgId} and ${sql.raw(first)} = ${anyText(firsts)} and ${keySql(table.keys)} = ${anyText(keys)}
    order by ${sql.raw(table.keys.join(', '))} ${lock ? sql`for update` : sql``}`);
  return new Map([...rows].map(({ row }) => [keyOf(table, row), row]));
}

function differencesOf(shown: Readonly<Record<string, string>>, before: FeedColumns, after: FeedColumns): Differences {
  const found: Differences = {};
  for (const [column, name] of Object.entries(shown)) {
    if (canonical(before[column]) !== canonical(after[column])) found[name] = [before[column], after[column]];
  }
  return Object.keys(found).length > 0 ? found : { details: ['as before', 'as in the file'] };
}

/** What an import does with the rows of such a feed. */
export function feedRows<Value>(table: FeedTable<Value>): RowKind<Plan> {
  const any = table as FeedTable<never>;
  const holdOne = (context: Context, row: StagedRow, present: Map<string, FeedColumns>): HeldRow<Plan> => {
    const shared = { n: row.n, problems: [], warnings: row.warnings, targetId: null };
    if (isGone(row)) {
      const columns = row.value as FeedColumns;
      const held = present.get(keyOf(any, columns)) ?? null;
      const outcome = held ? 'gone' : 'unchanged';
      return { ...shared, label: row.label, outcome, differences: null, plan: { next: null, present: held } };
    }
    const next = table.columns(row.value as Value, context);
    const label = table.label(next);
    const held = present.get(keyOf(any, next)) ?? null;
    const plan = { next, present: held };
    const again = sameAgain<Plan>(context, row, { key: `${table.table} ${keyOf(any, next)}`, label, says: next, plan });
    if (again) return again;
    if (!held) return { ...shared, label, outcome: 'new', differences: null, plan };
    if (canonical(held) === canonical(next)) return { ...shared, label, outcome: 'unchanged', differences: null, plan };
    return { ...shared, label, outcome: 'changed', differences: differencesOf(table.shown, held, next), plan };
  };
  return {
    atOnce: table.atOnce,
    async hold(tx, context, rows, lock) {
      const keys = rows.map((row) =>
        keyOf(any, isGone(row) ? (row.value as FeedColumns) : table.columns(row.value as Value, context)),
      );
      const present = await presentRows(tx, context.orgId, any, keys, lock);
      return rows.map((row) => holdOne(context, row, present));
    },
    async *gone(tx, context) {
      let after: string[] | null = null;
      for (;;) {
        const keys = sql.raw(table.keys.join(', '));
        const beyond: SQL = after
          ? sql`and (${keys}) > (${sql.join(
              after.map((one) => sql`${one}`),
              sql`, `,
            )})`
          : sql``;
        const rows = [
          ...(await tx.execute<{ row: FeedColumns }>(sql`
            select to_jsonb(held) - 'org_id' as row from ${sql.raw(table.table)} held
            where org_id = ${context.orgId} ${beyond} order by ${keys} limit 5000`)),
        ].map(({ row }) => row);
        const last = rows.at(-1);
        if (!last) return;
        const gone = rows.filter((row) => !context.seen.has(`${table.table} ${keyOf(any, row)}`));
        yield gone.map((value) => ({ label: table.label(value), value, targetId: null }));
        after = table.keys.map((key) => String(last[key]));
      }
    },
    async write(tx, context, rows) {
      const next = rows.flatMap(({ plan }) => (plan.next ? [{ org_id: context.orgId, ...plan.next }] : []));
      if (next.length > 0) await table.insert(tx, asJsonb(next));
      const gone = rows.flatMap(({ plan }) => (plan.next || !plan.present ? [] : [keyOf(any, plan.present)]));
      if (gone.length > 0) await table.remove(tx, context.orgId, anyText(gone));
      return rows.map(({ n, plan }) => ({ n, targetId: null, before: { columns: plan.present } }));
    },
    async undo(tx, context, rows) {
      const wrote = (row: StagedRow) => (isGone(row) ? null : table.columns(row.value as Value, context));
      const keys = rows.map((row) => keyOf(any, wrote(row) ?? (row.value as FeedColumns)));
      const present = await presentRows(tx, context.orgId, any, keys, true);
      const problems = new Map<number, string>();
      const back: FeedColumns[] = [];
      const away: string[] = [];
      rows.forEach((row, index) => {
        const key = keys[index] ?? '';
        const before = (row.before as { columns: FeedColumns | null }).columns;
        if (canonical(present.get(key) ?? null) !== canonical(wrote(row))) {
          problems.set(row.n, 'A later edition of the feed says something else since; it stays.');
        } else if (before) back.push({ org_id: context.orgId, ...before });
        else away.push(key);
      });
      if (back.length > 0) await table.insert(tx, asJsonb(back));
      if (away.length > 0) await table.remove(tx, context.orgId, anyText(away));
      return problems;
    },
  };
}
