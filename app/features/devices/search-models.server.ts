/** Device models found by name, number, kind, UDI or maker. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { holdsAll } from '../search/all-words.server';
import { HITS, type Hits, hitsOf, type Query } from '../search/query';

export type ModelHit = {
  id: string;
  name: string;
  number: string;
  kind: string;
  maker: string;
  units: number;
  retired: boolean;
};

/** Models whose name begins with what was typed come first, retired ones last. */
export async function searchModels(tx: Tx, actor: Actor, { text, words }: Query): Promise<Hits<ModelHit>> {
  const read = await tx.execute<ModelHit>(sql`
    select m.id, left(m.name, 120) as name, left(m.model_number, 80) as number, left(m.kind, 80) as kind,
      left(s.name, 120) as maker, m.units_in_use as units, m.retired_at is not null as retired
    from device_models m
    join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
    where m.org_id = ${actor.orgId} and ${holdsAll(sql`(m.search_key || ' ' || s.name_key)`, words)}
    order by m.retired_at is not null, starts_with(m.name_key, lower(${text})) desc, m.name_key, m.id
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}
