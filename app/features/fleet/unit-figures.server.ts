/** Everything that is counted in units, in one query and one pass over them. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { classesClause, silentClause, standingClauses } from './hit-sql.server';

/** Units that share operating system, place and class. */
export interface SystemGroup {
  os: string;
  site: string;
  className: string;
  n: number;
}

export interface UnitCounts {
  total: number;
  exposed: number;
  exploited: number;
  unclear: number;
  no_mds2: number;
  no_components: number;
  silent: number;
  /** ISO day of the oldest letter without an answer; null: nobody is silent. */
  silentSince: string | null;
}

export interface SiteCounts {
  site: string;
  n: number;
  exposed: number;
  exploited: number;
  unclear: number;
}

export interface UnitFigures {
  counts: UnitCounts;
  systems: SystemGroup[];
  sites: SiteCounts[];
}

/** Counts the units in use. One query. */
export async function readUnitFigures(tx: Tx, orgId: string): Promise<UnitFigures> {
  const [row] = await tx.execute<{ figures: UnitFigures }>(sql`
    with found as materialized (
      select u.model_id, u.installed_version as installed, u.os_key, u.site_key, count(*)::int as n,
        min(left(u.site, 120)) as site
      from units u where u.org_id = ${orgId} and u.retired_at is null group by 1, 2, 3, 4
    ), ${classesClause(orgId)}, ${silentClause(orgId)},
    models as materialized (
      select m.id, m.software_version, m.os_key, coalesce(c.label, '') as class_name, s.asked_at,
        m.mds2_date is null and not exists (
          select from mds2_answers x where x.org_id = m.org_id and x.model_id = m.id) as no_mds2,
        not exists (
          select from components x where x.org_id = m.org_id and x.model_id = m.id and x.retired_at is null
        ) as no_components
      from device_models m
      left join classes c on c.model_id = m.id
      left join silent s on s.model_id = m.id
      where m.org_id = ${orgId} and m.units_in_use > 0
    ), keys as materialized (
      select f.model_id, f.installed,
        md5(case when f.installed = '' then m.software_version else f.installed end) as version_key
      from (select distinct model_id, installed from found) f join models m on m.id = f.model_id
    ), ${standingClauses(orgId)},
    counted as materialized (
      select f.n, f.site, f.site_key, coalesce(nullif(f.os_key, ''), m.os_key) as os, m.class_name, m.no_mds2,
        m.no_components, m.asked_at, coalesce(s.hit, false) as hit, coalesce(s.listed, false) as listed,
        not coalesce(s.hit, false) and coalesce(s.open, false) as open
      from found f
      join models m on m.id = f.model_id
      left join keys k on k.model_id = f.model_id and k.installed = f.installed
      left join standing s on s.model_id = k.model_id and s.version_key = k.version_key
    )
    select json_build_object(
      'counts', (
        select json_build_object('total', coalesce(sum(n), 0), 'exposed', coalesce(sum(n) filter (where hit), 0),
          'exploited', coalesce(sum(n) filter (where listed), 0), 'unclear', coalesce(sum(n) filter (where open), 0),
          'no_mds2', coalesce(sum(n) filter (where no_mds2), 0),
          'no_components', coalesce(sum(n) filter (where no_components), 0),
          'silent', coalesce(sum(n) filter (where asked_at is not null), 0),
          'silentSince', (min(asked_at) at time zone 'UTC')::date)
        from counted),
      'systems', (
        select coalesce(json_agg(one), '[]') from (
          select os, site_key as key, min(site) as site, class_name as "className", sum(n)::int as n from counted
          group by os, site_key, class_name order by 1, 2, 4) as one),
      'sites', (
        select coalesce(json_agg(one), '[]') from (
          select min(site) as site, sum(n)::int as n, coalesce(sum(n) filter (where hit), 0)::int as exposed,
            coalesce(sum(n) filter (where listed), 0)::int as exploited,
            coalesce(sum(n) filter (where open), 0)::int as unclear
          from counted group by site_key order by 2 desc, 1) as one)
    ) as figures`);
  if (!row) throw new Error('the units could not be counted');
  return row.figures;
}
