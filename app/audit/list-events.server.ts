/** The audit trail of the organisation, newest first: filters, keyset pages. Two queries. */
import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../db/client.server';
import { auditEvents } from '../../db/schema/index.server';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../features/keyset';
import type { Actor } from '../guard/actor';
import { type EventFilters, eventFilters, nextDay } from './event-filters';
import { ACTIONS } from './events';
import type { StoredEvent } from './walk.server';

export interface EventList extends Page<StoredEvent> {
  filters: EventFilters;
  /** Everybody who ever did something that is recorded, for the filter. */
  people: { id: string; name: string }[];
}

function narrowed(orgId: string, filters: EventFilters): SQL | undefined {
  const { person, action, object, from, to } = filters;
  const group = action.endsWith('.') ? Object.keys(ACTIONS).filter((one) => one.startsWith(action)) : [action];
  return and(
    eq(auditEvents.orgId, orgId),
    person ? eq(auditEvents.actorId, person) : undefined,
    action ? inArray(auditEvents.action, group) : undefined,
    object ? or(eq(auditEvents.objectId, object), eq(auditEvents.objectRef, object)) : undefined,
    // Times are texts in ISO 8601, so days compare as they stand.
    from ? gte(auditEvents.at, from) : undefined,
    to ? lt(auditEvents.at, nextDay(to)) : undefined,
  );
}

/** Jumps from person to person along the index, whatever the number of events. */
async function actorsOf(tx: Tx, orgId: string) {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    with recursive who as (
      (select e.actor_id from audit_events e where e.org_id = ${orgId} and e.actor_id is not null
       order by e.actor_id limit 1)
      union all
      select (select e.actor_id from audit_events e where e.org_id = ${orgId} and e.actor_id > who.actor_id
              order by e.actor_id limit 1)
      from who where who.actor_id is not null
    )
    select who.actor_id as id, (
      select e.actor_name from audit_events e where e.org_id = ${orgId} and e.actor_id = who.actor_id
      order by e.seq desc limit 1
    ) as name
    from who where who.actor_id is not null limit 1000`);
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** One page of the trail. `search` is the address's query. */
export function listEvents(actor: Actor, search: URLSearchParams): Promise<EventList> {
  const filters = eventFilters(search);
  const wish = pageWish(search, ['integer']);
  const backwards = wish.direction === 'before';
  const place = Number(wish.cursor?.[0]);
  return inOrganisation(actor, async (tx) => {
    const beyond = backwards ? sql`${auditEvents.seq} > ${place}` : sql`${auditEvents.seq} < ${place}`;
    const read = await tx
      .select()
      .from(auditEvents)
      .where(and(narrowed(actor.orgId, filters), wish.cursor ? beyond : undefined))
      .orderBy(backwards ? asc(auditEvents.seq) : desc(auditEvents.seq))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ seq }) => [String(seq)]);
    return { filters, ...page, people: await actorsOf(tx, actor.orgId) };
  });
}
