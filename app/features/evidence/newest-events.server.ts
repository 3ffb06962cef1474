/** The newest events of each change of a pack up to its cut, for the printed excerpt. One query. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Material } from './material';
import type { TrailLine } from './pack-sections-signed';

/** Events of one change that are printed; all are in trail.ndjson. */
const MOST_EVENTS = 30;

export async function newestEvents(
  orgId: string,
  { changes, trail }: Material,
): Promise<(changeId: string) => TrailLine[]> {
  if (changes.length === 0) return () => [];
  const ids = sql.join(
    changes.map(({ change }) => sql`${change.id}`),
    sql`, `,
  );
  const rows = await inOrganisation({ orgId, userId: null }, (tx) =>
    tx.execute<{
      object_id: string;
      seq: number;
      at: string;
      actor_name: string;
      action: string;
      reason: string | null;
    }>(
      sql`select * from (
            select object_id, seq, at, actor_name, action, reason,
              row_number() over (partition by object_id order by seq desc) as place
            from audit_events
            where org_id = ${orgId} and object_id in (${ids}) and seq <= ${trail.seq}
          ) newest where place <= ${MOST_EVENTS} order by object_id, seq desc`,
    ),
  );
  const found = new Map<string, TrailLine[]>();
  for (const { object_id: id, seq, at, actor_name: actorName, action, reason } of rows) {
    found.set(id, [...(found.get(id) ?? []), { seq, at, actorName, action, reason }]);
  }
  return (changeId) => found.get(changeId) ?? [];
}
