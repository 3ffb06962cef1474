/**
 * Which versions of which models are hit, by the verdicts that matching keeps: a hundred thousand units share a few
 * thousand of them. A verdict on one vulnerability goes before that on the whole match; no verdict is unclear, never no.
 */
import { type SQL, sql } from 'drizzle-orm';

/**
 * Clauses of a `with`. `keys(model_id, installed, version_key)` has to stand before them; `standing` comes out: per model
 * and version whether it is hit for sure, hit by something in KEV, and whether anything is open.
 */
export const standingClauses = (orgId: string): SQL => sql`
  listed_in as materialized (
    select ac.advisory_id, array_agg(k.cve) as cves from kev_entries k
    join advisory_cves ac on ac.org_id = k.org_id and ac.cve = k.cve where k.org_id = ${orgId} group by 1
  ), live as materialized (
    select mt.id, mt.model_id, greatest(cardinality(mt.cves), 1) as many,
      (mt.state = 'confirmed' or mt.confidence = 'certain') as sure,
      case when li.cves is null then '{}' else array(
        select one from unnest(li.cves) as one where one = any(mt.cves)) end as listed
    from matches mt join advisories a on a.org_id = mt.org_id and a.id = mt.advisory_id
    left join listed_in li on li.advisory_id = mt.advisory_id
    where mt.org_id = ${orgId} and mt.state <> 'rejected' and a.retired_at is null
  ), versions as (select distinct model_id, version_key from keys),
  owns as materialized (
    select match_id, version_key, array_agg(cve) as cves,
      coalesce(array_agg(cve) filter (where verdict = 'affected'), '{}') as hit,
      bool_or(verdict in ('unclear', 'under_investigation')) as open
    from match_versions where org_id = ${orgId} and cve <> '' group by 1, 2
  ), judged as (
    select k.model_id, k.version_key, l.sure,
      coalesce(cardinality(o.hit) > 0, false)
        or (coalesce(w.verdict = 'affected', false) and coalesce(cardinality(o.cves), 0) < l.many) as hit,
      coalesce(o.hit && l.listed, false)
        or (coalesce(w.verdict = 'affected', false) and not (l.listed <@ coalesce(o.cves, '{}'))) as listed,
      coalesce(o.open, false) or (coalesce(w.verdict not in ('affected', 'fixed', 'not_affected'), true)
        and coalesce(cardinality(o.cves), 0) < l.many) as open
    from versions k
    join live l on l.model_id = k.model_id
    left join match_versions w on w.org_id = ${orgId} and w.match_id = l.id and w.version_key = k.version_key
      and w.cve = ''
    left join owns o on o.match_id = l.id and o.version_key = k.version_key
  ), standing as (
    select model_id, version_key, bool_or(hit and sure) as hit, bool_or(listed and sure) as listed,
      bool_or(open or (hit and not sure)) as open
    from judged group by 1, 2
  )`;

/** What a model's class is called: each class once, with the United States told apart. */
export const CLASS_LABEL = sql.raw(
  `coalesce(string_agg(distinct case when ct.market = 'US' then 'US ' || ct.class else ct.class end, ', '), '')`,
);

/** `classes(model_id, label)`: of certifications that are not retired. */
export const classesClause = (orgId: string): SQL => sql`
  classes as (
    select ct.model_id, ${CLASS_LABEL} as label from certifications ct
    where ct.org_id = ${orgId} and ct.retired_at is null and ct.class <> '' group by 1
  )`;

/** Models of which a letter was sent that nobody answered, with the day of the oldest. */
export const silentClause = (orgId: string): SQL => sql`
  silent as (
    select lm.model_id, min(l.sent_at) as asked_at from letters l
    join letter_models lm on lm.org_id = l.org_id and lm.letter_id = l.id
    where l.org_id = ${orgId} and l.status in ('sent', 'delivered', 'bounced', 'acknowledged')
      and l.answered_at is null and l.sent_at is not null and l.questions_asked > 0
    group by 1
  )`;
