/** How many wait of each kind, of how many, and since when the oldest. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { WAITING_KINDS } from './waiting-kinds.server';
import { WAITING_LIST, type WaitingWhy } from './waiting-whys';

export interface WaitingFigure {
  why: WaitingWhy;
  n: number;
  of: number;
  /** ISO day; null: nothing waits. */
  oldest: string | null;
}

export async function readWaitingFigures(tx: Tx, orgId: string, day: string): Promise<WaitingFigure[]> {
  const parts = WAITING_LIST.map((why, at) => {
    const kind = WAITING_KINDS[why];
    return sql`select ${at}::int as at, count(*) filter (where ${kind.is(day)})::int as n,
      count(*) filter (where ${kind.of(day)})::int as of, (min(${kind.on}) filter (where ${kind.is(day)}))::text as oldest
      from ${kind.from} where t.org_id = ${orgId}`;
  });
  const rows = await tx.execute<{ at: number; n: number; of: number; oldest: string | null }>(
    sql`${sql.join(parts, sql` union all `)} order by at`,
  );
  return [...rows].map(({ at, n, of, oldest }) => ({ why: WAITING_LIST[at] as WaitingWhy, n, of, oldest }));
}
