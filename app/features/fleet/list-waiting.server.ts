/** What waits behind a number of the fleet page, the longest waiting first. */
import { sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, type PageWish, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today as presentDay } from '../today';
import { WAITING_KINDS } from './waiting-kinds.server';
import { isWaitingWhy, targetOf, type WaitingWhy } from './waiting-whys';

export interface WaitingRow {
  id: string;
  /** ISO day. */
  on: string;
  reference: string;
  title: string;
  to: string;
}

export interface WaitingList {
  why: WaitingWhy;
  page: Page<WaitingRow>;
  count: number;
  today: string;
  mayExport: boolean;
}

const sortingOf = (why: WaitingWhy): Sorting => ({
  by: [WAITING_KINDS[why].on, sql.raw('t.id')],
  parts: ['date', 'uuid'],
});

/** Reads a page of rows. One query. */
export async function readWaiting(
  tx: Tx,
  orgId: string,
  why: WaitingWhy,
  day: string,
  wish: PageWish,
  size: number,
): Promise<Page<WaitingRow>> {
  const kind = WAITING_KINDS[why];
  const sorting = sortingOf(why);
  const rows = await tx.execute<{ id: string; day: string; target: string; reference: string; title: string }>(sql`
    select t.id, (${kind.on})::text as day, ${kind.target} as target, ${kind.reference} as reference,
      ${kind.title} as title
    from ${kind.from}
    where t.org_id = ${orgId} and (${kind.is(day)}) and ${keysetCondition(sorting, wish, false)}
    order by ${keysetOrder(sorting, wish, false)} limit ${size + 1}`);
  const page = pageOf([...rows], wish, (row) => [row.day, row.id], size);
  return {
    ...page,
    rows: page.rows.map(({ id, day: on, target, reference, title }) => ({
      ...{ id, on, reference, title },
      to: targetOf(why, target),
    })),
  };
}

/** Nonsense in the address means the first kind. Two queries. */
export const listWaiting = (actor: Actor, search: URLSearchParams): Promise<WaitingList> =>
  inOrganisation(actor, async (tx) => {
    const asked = search.get('why');
    const why: WaitingWhy = isWaitingWhy(asked) ? asked : 'changes-older';
    const today = presentDay();
    const kind = WAITING_KINDS[why];
    const page = await readWaiting(tx, actor.orgId, why, today, pageWish(search, sortingOf(why).parts), PAGE_ROWS);
    const [counted] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from ${kind.from} where t.org_id = ${actor.orgId} and (${kind.is(today)})`,
    );
    return { why, page, count: counted?.n ?? 0, today, mayExport: can(actor, 'device:export') };
  });

export const waitingSorting = sortingOf;
