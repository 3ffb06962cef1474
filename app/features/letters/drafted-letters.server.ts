/** Letters that were drafted and have not left: the last one of each open change, oldest first. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { LetterStatus } from './letter-status';

export interface DraftedLetter {
  id: string;
  reference: string;
  /** draft, approved or issued. */
  status: LetterStatus;
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
      select distinct on (coalesce(l.change_id, l.id)) l.id, l.status, l.change_id, l.current_number, l.reference,
        l.subject, l.supplier_name, l.created_at, l.author_name
      from letters l
      where l.org_id = ${actor.orgId} and l.status in ('draft', 'approved', 'issued')
      order by coalesce(l.change_id, l.id), l.created_at desc, l.id desc
    )
    select last.id, last.status, last.reference, left(coalesce(c.title, last.subject), 200) as title,
      left(last.supplier_name, 120) as supplier_name,
      coalesce(jsonb_array_length(v.model -> 'deciding' -> 'questions'), 0) as deciding,
      last.created_at as since, last.author_name as by, count(*) over ()::int as total
    from last
    join letter_versions v
      on v.org_id = ${actor.orgId} and v.letter_id = last.id and v.number = last.current_number
    left join changes c on c.org_id = ${actor.orgId} and c.id = last.change_id
    where last.change_id is null
      or c.status in ('submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'on_hold')
    order by last.created_at, last.id limit ${most}`);
  return rows.map(({ supplier_name, since, ...row }) => ({
    ...row,
    supplierName: supplier_name,
    since: new Date(since),
  }));
}
