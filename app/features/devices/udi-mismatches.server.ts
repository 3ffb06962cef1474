/** Models whose UDI-DI deserves a second look: a wrong length or check digit, or the same identifier on another model. */
import { type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { udiProblem } from './udi';

export interface UdiMismatch {
  id: string;
  name: string;
  maker: string;
  udiDi: string;
  /** What is wrong with the identifier itself; null when that is in order. */
  problem: string | null;
  /** Another model with the same identifier. */
  twin: { id: string; name: string } | null;
}

const BY_NAME: Sorting = { by: [sql`m.name_key`, sql`m.id`], parts: ['text', 'uuid'] };

/** As `gs1CheckDigit`: digits at odd places from the left weigh 3 in the thirteen before the check digit. */
const WRONG_GS1: SQL = sql`(m.udi_di ~ '^[0-9]{1,200}$' and (length(m.udi_di) <> 14 or right(m.udi_di, 1)::integer <>
  (10 - (select sum(substr(m.udi_di, place, 1)::integer * case when place % 2 = 1 then 3 else 1 end)::integer
    from generate_series(1, 13) place) % 10) % 10))`;

type Raw = {
  id: string;
  name: string;
  name_key: string;
  maker: string;
  udi_di: string;
  twin_id: string | null;
  twin: string | null;
};

/** A page of them, by name. */
export const listUdiMismatches = (actor: Actor, search: URLSearchParams): Promise<Page<UdiMismatch>> =>
  inOrganisation(actor, async (tx) => {
    const wish = pageWish(search, BY_NAME.parts);
    const rows = await tx.execute<Raw>(sql`
      select m.id, left(m.name || ' ' || m.model_number, 200) as name, m.name_key, left(s.name, 120) as maker,
        left(m.udi_di, 200) as udi_di, t.id as twin_id, t.name as twin
      from device_models m
      join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
      left join lateral (
        select o.id, left(o.name || ' ' || o.model_number, 200) as name from device_models o
        where o.org_id = m.org_id and o.id <> m.id and o.udi_di = m.udi_di and o.retired_at is null
        order by o.id limit 1
      ) t on true
      where m.org_id = ${actor.orgId} and m.retired_at is null and m.udi_di <> ''
        and (${WRONG_GS1} or t.id is not null) and ${keysetCondition(BY_NAME, wish, false)}
      order by ${keysetOrder(BY_NAME, wish, false)} limit ${PAGE_ROWS + 1}`);
    const page = pageOf([...rows], wish, (row) => [row.name_key, row.id]);
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...{ id: row.id, name: row.name.trim(), maker: row.maker, udiDi: row.udi_di },
        problem: udiProblem(row.udi_di)?.message ?? null,
        twin: row.twin_id ? { id: row.twin_id, name: (row.twin ?? '').trim() } : null,
      })),
    };
  });
