/** Changes found by reference, title or CVE. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { holdsAll } from '../search/all-words.server';
import { HITS, type Hits, hitsOf, type Query } from '../search/query';

export type ChangeHit = {
  id: string;
  reference: string;
  title: string;
  status: string;
  modelName: string;
  cves: string[];
};

/** The latest first. One query. */
export async function searchChanges(tx: Tx, actor: Actor, { words }: Query): Promise<Hits<ChangeHit>> {
  const read = await tx.execute<ChangeHit>(sql`
    select c.id, c.reference, left(c.title, 200) as title, c.status, left(m.name, 120) as "modelName",
      array(select v.one ->> 'cve' from jsonb_array_elements(c.vulnerabilities) v(one) limit 4) as cves
    from changes c
    join device_models m on m.org_id = c.org_id and m.id = c.model_id
    where c.org_id = ${actor.orgId} and ${holdsAll(sql`c.search_key`, words)}
    order by c.updated_at desc, c.id desc
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}

/** Id of the change with exactly this reference, or null. */
export async function changeByReference(tx: Tx, actor: Actor, reference: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select id from changes where org_id = ${actor.orgId} and reference = ${reference}`,
  );
  return row?.id ?? null;
}
