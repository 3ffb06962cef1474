/** The units behind a number of the fleet page: the same clauses as its counting, put round a list. */
import { type SQL, sql } from 'drizzle-orm';
import type { OsSupportState } from '../devices/os-support';
import { classesClause, silentClause, standingClauses } from './hit-sql.server';
import type { UnitWhy } from './unit-whys';
import type { FleetUnitsFilter } from './units-filter';

const STATES: Partial<Record<UnitWhy, OsSupportState>> = {
  unsupported: 'ended',
  paid: 'paid',
  support_unknown: 'unknown',
};

/** The state of support a list is about; null where it is about something else. */
export const stateOfWhy = (why: FleetUnitsFilter['why']): OsSupportState | null =>
  why === 'cve' ? null : (STATES[why] ?? null);

/** Versions that stand on units in use; wanted by the clauses of hit-sql. */
const keysClause = (orgId: string): SQL => sql`
  keys as materialized (
    select f.model_id, f.installed, md5(coalesce(nullif(f.installed, ''), m.software_version)) as version_key
    from (
      select model_id, installed_version as installed from units
      where org_id = ${orgId} and retired_at is null group by 1, 2
    ) f join device_models m on m.org_id = ${orgId} and m.id = f.model_id
  )`;

const chosen = (orgId: string, condition: SQL): { clauses: SQL; condition: SQL } => ({
  clauses: sql`${keysClause(orgId)}, ${standingClauses(orgId)}, chosen as materialized (
    select k.model_id, k.installed from keys k
    join standing s on s.model_id = k.model_id and s.version_key = k.version_key where ${condition})`,
  condition: sql`(u.model_id, u.installed_version) in (select model_id, installed from chosen)`,
});

/** Per model and version what the matches that name one vulnerability say of it; `cve_versions` comes out. */
export const cveClauses = (orgId: string, cve: string): SQL => sql`
  named as materialized (
    select mt.id, mt.model_id, mt.advisory_id, (mt.state = 'confirmed' or mt.confidence = 'certain') as sure
    from advisory_cves ac
    join advisories a on a.org_id = ac.org_id and a.id = ac.advisory_id and a.retired_at is null
    join matches mt on mt.org_id = ac.org_id and mt.advisory_id = ac.advisory_id and mt.state <> 'rejected'
      and ac.cve = any(mt.cves)
    where ac.org_id = ${orgId} and ac.cve = ${cve}
  ), installed as materialized (
    select u.model_id, u.installed_version as installed, u.site_key, min(left(u.site, 120)) as site, count(*)::int as n
    from units u where u.org_id = ${orgId} and u.retired_at is null and u.model_id in (select model_id from named)
    group by 1, 2, 3
  ), keyed as materialized (
    select i.model_id, i.installed, md5(coalesce(nullif(i.installed, ''), m.software_version)) as version_key
    from (select distinct model_id, installed from installed) i
    join device_models m on m.org_id = ${orgId} and m.id = i.model_id
  ), cve_versions as materialized (
    select k.model_id, k.installed,
      case when bool_or(n.sure and coalesce(own.verdict, whole.verdict) = 'affected') then 'affected'
        when bool_or(coalesce(own.verdict, whole.verdict, 'unclear') not in ('fixed', 'not_affected')) then 'open'
        else 'clear' end as verdict,
      -- Sources that disagree stay side by side: here only that they do.
      count(distinct coalesce(own.verdict, whole.verdict, 'unclear')) > 1 as disagree
    from keyed k
    join named n on n.model_id = k.model_id
    left join match_versions own on own.org_id = ${orgId} and own.match_id = n.id and own.cve = ${cve}
      and own.version_key = k.version_key
    left join match_versions whole on whole.org_id = ${orgId} and whole.match_id = n.id and whole.cve = ''
      and whole.version_key = k.version_key
    group by 1, 2
  )`;

/**
 * Clauses of a `with`, and the condition on `units u join device_models m`.
 * @param systems keys of the operating systems in the state the list is about
 */
export function fleetUnitsWhere(
  orgId: string,
  filter: FleetUnitsFilter,
  systems: readonly string[],
): { clauses: SQL; condition: SQL } {
  const { clauses, condition } = byWhy(orgId, filter, systems);
  const parts = [sql`u.org_id = ${orgId}`, sql`u.retired_at is null`, condition];
  if (filter.site !== null) parts.push(sql`u.site_key = lower(left(${filter.site}, 120))`);
  if (filter.className !== null) {
    parts.push(sql`coalesce((select c.label from classes c where c.model_id = u.model_id), '') = ${filter.className}`);
  }
  return { clauses: sql`${classesClause(orgId)}, ${clauses}`, condition: sql.join(parts, sql` and `) };
}

function byWhy(orgId: string, filter: FleetUnitsFilter, systems: readonly string[]): { clauses: SQL; condition: SQL } {
  const nothing = sql`nothing as (select 1)`;
  switch (filter.why) {
    case 'exposed':
      return chosen(orgId, sql`s.hit`);
    case 'exploited':
      return chosen(orgId, sql`s.listed`);
    case 'unclear':
      return chosen(orgId, sql`s.open and not s.hit`);
    case 'cve':
      return {
        clauses: cveClauses(orgId, filter.cve),
        condition: sql`(u.model_id, u.installed_version) in (
          select model_id, installed from cve_versions where verdict = ${filter.verdict})`,
      };
    case 'no_mds2':
      return {
        clauses: nothing,
        condition: sql`m.mds2_date is null and not exists (
          select from mds2_answers x where x.org_id = m.org_id and x.model_id = m.id)`,
      };
    case 'no_components':
      return {
        clauses: nothing,
        condition: sql`not exists (
          select from components x where x.org_id = m.org_id and x.model_id = m.id and x.retired_at is null)`,
      };
    case 'silent':
      return { clauses: silentClause(orgId), condition: sql`u.model_id in (select model_id from silent)` };
    default: {
      const list = sql`array[${sql.join(
        systems.map((key) => sql`${key}`),
        sql`, `,
      )}]::text[]`;
      return { clauses: nothing, condition: sql`coalesce(nullif(u.os_key, ''), m.os_key) = any(${list})` };
    }
  }
}

/** Keys of all operating systems that units in use run, their own or their models'. */
export const systemsInUse = (orgId: string): SQL => sql`
  select distinct coalesce(nullif(u.os_key, ''), m.os_key) as os
  from (select distinct model_id, os_key from units where org_id = ${orgId} and retired_at is null) u
  join device_models m on m.org_id = ${orgId} and m.id = u.model_id`;
