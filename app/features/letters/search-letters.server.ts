/** Letters found by their reference. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { HITS, type Hits, hitsOf, type Query } from '../search/query';

export type LetterHit = { id: string; reference: string; title: string; supplierName: string; status: string };

/** Letters whose reference begins with what was typed, the latest first. One query. */
export async function searchLetters(tx: Tx, actor: Actor, { text, words }: Query): Promise<Hits<LetterHit>> {
  if (words.length !== 1) return { rows: [], more: false };
  const read = await tx.execute<LetterHit>(sql`
    select d.id, d.reference, d.status, left(c.title, 200) as title, left(s.name, 120) as "supplierName"
    from documents d
    join changes c on c.org_id = d.org_id and c.id = d.change_id
    join device_models m on m.org_id = c.org_id and m.id = c.model_id
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    where d.org_id = ${actor.orgId} and d.kind = 'supplier-request-letter' and starts_with(d.reference, upper(${text}))
    order by d.reference desc, d.id
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}

/** Id of the letter with exactly this reference, or null. */
export async function letterByReference(tx: Tx, actor: Actor, reference: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from documents
    where org_id = ${actor.orgId} and reference = ${reference} and kind = 'supplier-request-letter'`);
  return row?.id ?? null;
}
