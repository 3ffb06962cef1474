/** Units found by serial number, asset tag, site or place. One query, answered from an index at 100,000 units. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { holdsAll } from '../search/all-words.server';
import { HITS, type Hits, hitsOf, type Query } from '../search/query';

export type UnitHit = {
  id: string;
  serial: string;
  assetTag: string;
  place: string;
  modelId: string;
  modelName: string;
  retired: boolean;
};

/** In the order of serial numbers; those that begin with what was typed come first. */
export async function searchUnits(tx: Tx, actor: Actor, { text, words }: Query): Promise<Hits<UnitHit>> {
  const begins = sql`starts_with(u.serial_key, lower(${text}))`;
  // Two walks along the serial numbers, each stopped at the limit: exact beginnings must not drown among parts.
  const page = (condition: ReturnType<typeof holdsAll>) => sql`
    (select u.org_id, u.id, u.serial_key from units u
     where u.org_id = ${actor.orgId} and ${condition} order by u.serial_key, u.id limit ${HITS + 1})`;
  const from = text.toLowerCase();
  const beginning = sql`u.serial_key >= ${from} and u.serial_key < ${`${from}\u{10FFFF}`} and ${begins}`;
  const read = await tx.execute<UnitHit>(sql`
    with found as (
      select org_id, id, serial_key, min(place) as place from (
        select *, 0 as place from ${page(words.length === 0 ? sql`false` : beginning)} beginnings
        union all
        select *, 1 as place from ${page(holdsAll(sql`u.search_key`, words))} parts
      ) each group by org_id, id, serial_key
    )
    select u.id, left(u.serial, 80) as serial, left(u.asset_tag, 80) as "assetTag",
      concat_ws(' · ', nullif(left(u.site, 80), ''), nullif(left(u.location, 80), '')) as place,
      m.id as "modelId", left(m.name, 120) as "modelName", u.retired_at is not null as retired
    from found
    join units u on u.org_id = found.org_id and u.id = found.id
    join device_models m on m.org_id = u.org_id and m.id = u.model_id
    order by found.place, found.serial_key, u.id
    limit ${HITS + 1}`);
  return hitsOf([...read]);
}
