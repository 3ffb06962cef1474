/** The counters of matches and advisories, and the state that follows: set-based, for as many advisories as wanted. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { AdvisoryState } from '../../../db/schema/index.server';
import { stateAfter } from './advisory-states';

interface Counted {
  id: string;
  state: AdvisoryState;
  live: number;
  waiting: number;
  unclear: number;
}

/**
 * Units in use of the models that these advisories match, by the version in force. Each step is worked out once: before
 * the tables have statistics, the planner takes them for empty and would count the units again for every match.
 */
const running = (orgId: string, ids: readonly string[]) => sql`
  running as materialized (
    select u.model_id, md5(coalesce(nullif(u.installed_version, ''), d.software_version)) as version_key, count(*)::int as n
    from units u join device_models d on d.org_id = u.org_id and d.id = u.model_id
    where u.org_id = ${orgId} and u.retired_at is null and d.retired_at is null
      and u.model_id in (
        select model_id from matches where org_id = ${orgId} and advisory_id = any (${sql.param(ids)}::uuid[]))
    group by 1, 2),
  said as materialized (
    select m.id, m.advisory_id, m.model_id, m.state, r.version_key, r.n, v.verdict
    from matches m
    join running r on r.model_id = m.model_id
    left join match_versions v
      on v.org_id = m.org_id and v.match_id = m.id and v.version_key = r.version_key and v.cve = ''
    where m.org_id = ${orgId} and m.advisory_id = any (${sql.param(ids)}::uuid[]))`;

/** What counts as hit, as open and as not; without a row nobody has looked yet, and that is no "no". */
const HIT = sql`verdict = 'affected'`;
const OPEN = sql`(verdict is null or verdict in ('unclear', 'under_investigation'))`;
const NOT = sql`verdict in ('not_affected', 'fixed')`;

/**
 * Counts again for these advisories. A unit that one match hits is hit, whatever others say of it.
 * @param foundMore those to which matching has added something that people have not seen
 * @returns those that were decided and are open again
 */
export async function recount(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  foundMore: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  if (ids.length === 0) return [];
  await tx.execute(sql`
    with ${running(orgId, ids)},
    counted as materialized (
      select id, coalesce(sum(n) filter (where ${HIT}), 0)::int as hit, coalesce(sum(n) filter (where ${OPEN}), 0)::int as open,
        coalesce(sum(n) filter (where ${NOT}), 0)::int as none
      from said group by id)
    update matches m set units_hit = coalesce(c.hit, 0), units_unclear = coalesce(c.open, 0), units_not = coalesce(c.none, 0)
    from matches x left join counted c on c.id = x.id
    where m.org_id = ${orgId} and x.org_id = m.org_id and x.id = m.id and x.advisory_id = any (${sql.param(ids)}::uuid[])
      and (m.units_hit, m.units_unclear, m.units_not)
        is distinct from (coalesce(c.hit, 0), coalesce(c.open, 0), coalesce(c.none, 0))`);
  const counted = await tx.execute<Counted & Record<string, unknown>>(sql`
    with ${running(orgId, ids)},
    by_version as materialized (
      select advisory_id, model_id, version_key, max(n) as n, bool_or(${HIT}) as hit, bool_or(${OPEN}) as open
      from said where state <> 'rejected' group by 1, 2, 3),
    by_advisory as materialized (
      select advisory_id, coalesce(sum(n) filter (where hit), 0)::int as hit,
        coalesce(sum(n) filter (where open and not coalesce(hit, false)), 0)::int as open
      from by_version group by 1),
    of_matches as materialized (
      select advisory_id, count(*) filter (where state <> 'rejected')::int as live,
        count(distinct model_id) filter (where state <> 'rejected')::int as models,
        count(*) filter (where state = 'proposed' and confidence <> 'certain')::int as waiting
      from matches where org_id = ${orgId} and advisory_id = any (${sql.param(ids)}::uuid[]) group by 1)
    update advisories a set units_hit = coalesce(b.hit, 0), units_unclear = coalesce(b.open, 0),
      models_matched = coalesce(o.models, 0), matches_waiting = coalesce(o.waiting, 0)
    from advisories x
      left join by_advisory b on b.advisory_id = x.id
      left join of_matches o on o.advisory_id = x.id
    where a.org_id = ${orgId} and x.org_id = a.org_id and x.id = a.id and x.id = any (${sql.param(ids)}::uuid[])
    returning a.id, a.state, coalesce(o.live, 0) as live, a.matches_waiting as waiting, a.units_unclear as unclear`);
  return moveStates(tx, orgId, counted, foundMore);
}

/** States that follow from the counts, one statement a state. */
async function moveStates(
  tx: Tx,
  orgId: string,
  counted: readonly Counted[],
  foundMore: ReadonlySet<string>,
): Promise<string[]> {
  const moves = new Map<AdvisoryState, string[]>();
  const reopened: string[] = [];
  for (const { id, state, live, waiting, unclear } of counted) {
    const next = stateAfter(state, { live, waiting, unitsUnclear: unclear }, foundMore.has(id));
    if (next === state) continue;
    if (state === 'decided') reopened.push(id);
    moves.set(next, [...(moves.get(next) ?? []), id]);
  }
  for (const [state, ids] of moves) {
    await tx.execute(sql`
      update advisories set state = ${state} where org_id = ${orgId} and id = any (${sql.param(ids)}::uuid[])`);
  }
  return reopened;
}
