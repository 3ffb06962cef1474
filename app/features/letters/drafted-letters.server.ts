/** Letters that were drafted and have not left: the last one of each open change, oldest first. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';

export interface DraftedLetter {
  id: string;
  reference: string;
  title: string;
  supplierName: string;
  /** How many questions it asks that decide the outcome. */
  deciding: number;
  since: Date;
  by: string;
  /** How many there are in all. */
  total: number;
}

type Raw = Omit<DraftedLetter, 'since' | 'supplierName'> & { since: string; supplier_name: string };

/** At most `most` of them. */
export async function draftedLetters(tx: Tx, actor: Actor, most: number): Promise<DraftedLetter[]> {
  const rows = await tx.execute<Raw>(sql`
    with last as (
      select distinct on (d.change_id) d.change_id, d.id, d.reference, d.created_at, d.created_by_name
      from documents d
      where d.org_id = ${actor.orgId} and d.kind = 'supplier-request-letter' and d.status = 'draft'
      order by d.change_id, d.created_at desc, d.id desc
    )
    select last.id, last.reference, left(c.title, 200) as title, left(s.name, 120) as supplier_name,
      coalesce(jsonb_array_length(d.model -> 'deciding' -> 'questions'), 0) as deciding,
      last.created_at as since, last.created_by_name as by, count(*) over ()::int as total
    from last
    join documents d on d.org_id = ${actor.orgId} and d.id = last.id
    join changes c on c.org_id = d.org_id and c.id = d.change_id
    join device_models m on m.org_id = c.org_id and m.id = c.model_id
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    where c.status in ('submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'on_hold')
    order by last.created_at, last.id limit ${most}`);
  return rows.map(({ supplier_name, since, ...row }) => ({
    ...row,
    supplierName: supplier_name,
    since: new Date(since),
  }));
}
