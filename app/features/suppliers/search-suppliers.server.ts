/** Suppliers found by name or by one of their contacts. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { holdsAll } from '../search/all-words.server';
import { HITS, type Hits, hitsOf, type Query } from '../search/query';

export type SupplierHit = { id: string; name: string; country: string; models: number; retired: boolean };

export async function searchSuppliers(tx: Tx, actor: Actor, { words }: Query): Promise<Hits<SupplierHit>> {
  const contact = sql`lower(left(k.name, 120) || ' ' || left(k.email, 120))`;
  const read = await tx.execute<SupplierHit>(sql`
    select s.id, left(s.name, 120) as name, left(s.country, 80) as country, s.retired_at is not null as retired,
      (select count(*)::int from device_models m where m.org_id = s.org_id and m.supplier_id = s.id
        and m.retired_at is null) as models
    from suppliers s
    where s.org_id = ${actor.orgId} and ((${holdsAll(sql`s.name_key`, words)}) or exists (
      select 1 from supplier_contacts k where k.org_id = s.org_id and k.supplier_id = s.id and k.retired_at is null
        and ${holdsAll(contact, words)}))
    order by s.retired_at is not null, s.name_key, s.id
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}
