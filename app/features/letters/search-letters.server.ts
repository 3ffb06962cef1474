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
    select id, reference, status, left(subject, 200) as title, left(supplier_name, 120) as "supplierName"
    from letters
    where org_id = ${actor.orgId} and starts_with(reference, upper(${text}))
    order by reference desc, id
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}

/** Id of the letter with exactly this reference, or null. */
export async function letterByReference(tx: Tx, actor: Actor, reference: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from letters where org_id = ${actor.orgId} and reference = ${reference}`);
  return row?.id ?? null;
}
