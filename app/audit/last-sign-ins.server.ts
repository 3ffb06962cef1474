/** When people last signed in, as the trail has it: sessions are forgotten, the trail is not. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.server';

/** ISO time of the last sign-in by person; people who never signed in are absent. */
export async function lastSignIns(tx: Tx, orgId: string, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const ids = sql.join(
    userIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string; at: string | null }>(sql`
    select person.id, (
      select e.at from audit_events e
      where e.org_id = ${orgId} and e.actor_id = person.id and e.action = 'session.signed_in'
      order by e.seq desc limit 1
    ) as at
    from unnest(array[${ids}]) as person(id)`);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}
