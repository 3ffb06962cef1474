/** Vulnerabilities of a model by the advisories that name it: one row a match and vulnerability, sources never merged. */
import { type SQL, sql } from 'drizzle-orm';
import type { Sorting } from '../keyset-sql.server';

/** Whose versions are held against the advisories: one unit, or every unit of a model that is in use. */
export interface Whose {
  modelId: string;
  unitId: string | null;
}

/** Ranks of verdicts, what matters first. A version that was not held against an advisory yet is unclear. */
export const VERDICT_RANK = sql.raw(
  `case coalesce(own.verdict, whole.verdict, 'unclear') when 'affected' then 0 when 'unclear' then 1
    when 'under_investigation' then 2 when 'fixed' then 3 else 4 end`,
);

/**
 * `judged`: each pair with how many units stand how, the worst verdict and its reason. A unit's version is its own, or
 * its model's; the verdict on the one vulnerability goes before the one on the whole match.
 */
export const judgedPairs = (orgId: string, { modelId, unitId }: Whose): SQL => sql`
  versions as (
    select key, sum(n)::int as n from (
      select md5(coalesce(nullif(u.installed_version, ''), m.software_version)) as key, count(*) as n
      from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
      where u.org_id = ${orgId} and u.model_id = ${modelId}
        and ${unitId ? sql`u.id = ${unitId}` : sql`u.retired_at is null`}
      group by 1
      ${unitId ? sql`` : sql`union all select md5(m.software_version), 0 from device_models m where m.org_id = ${orgId} and m.id = ${modelId}`}
    ) as found group by 1
  ), judged as (
    select mt.id as match_id, mt.advisory_id, mt.confidence, mt.state, c.cve, min(${VERDICT_RANK}) as verdict_rank,
      coalesce(sum(v.n) filter (where ${VERDICT_RANK} = 0), 0)::int as hit,
      coalesce(sum(v.n) filter (where ${VERDICT_RANK} in (1, 2)), 0)::int as unclear,
      coalesce(sum(v.n) filter (where ${VERDICT_RANK} > 2), 0)::int as not_hit,
      (array_agg(coalesce(own.because, whole.because) order by ${VERDICT_RANK}, v.n desc))[1] as because
    from matches mt
    join advisories a on a.org_id = mt.org_id and a.id = mt.advisory_id and a.retired_at is null
    cross join lateral unnest(case when cardinality(mt.cves) = 0 then array[''] else mt.cves end) as c(cve)
    cross join versions v
    left join match_versions own on own.org_id = mt.org_id and own.match_id = mt.id and own.version_key = v.key
      and own.cve = c.cve and c.cve <> ''
    left join match_versions whole on whole.org_id = mt.org_id and whole.match_id = mt.id and whole.version_key = v.key
      and whole.cve = ''
    where mt.org_id = ${orgId} and mt.model_id = ${modelId} and mt.state <> 'rejected'
    group by mt.id, mt.advisory_id, mt.confidence, mt.state, c.cve
  ), pairs as (
    select j.*, ac.score, coalesce(ac.vector, '') as vector, coalesce(ac.title, '') as title,
      coalesce(ac.remedy, '') as remedy, k.added::text as kev_added, k.due::text as kev_due, k.ransomware,
      e.score as epss, e.percentile, e.scored_on::text as scored_on,
      (j.verdict_rank * 10000 + case when k.cve is null then 1000 else 0 end
        + (100 - coalesce(ac.score, 10) * 10))::int as rank
    from judged j
    left join advisory_cves ac on ac.org_id = ${orgId} and ac.advisory_id = j.advisory_id and ac.cve = j.cve
    left join kev_entries k on k.org_id = ${orgId} and k.cve = j.cve
    left join epss_scores e on e.org_id = ${orgId} and e.cve = j.cve
  )`;

/** Hit before unclear before clear; known to be exploited first; then by score, a missing one first. */
export const PAIR_SORTING: Sorting = {
  by: [sql`p.rank`, sql`p.cve`, sql`p.match_id`],
  parts: ['integer', 'text', 'uuid'],
};
