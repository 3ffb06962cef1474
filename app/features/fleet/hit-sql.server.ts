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
  live as materialized (
    select mt.id, mt.model_id, greatest(cardinality(mt.cves), 1) as many,
      (mt.state = 'confirmed' or mt.confidence = 'certain') as sure,
      array(select k.cve from kev_entries k where k.org_id = ${orgId} and k.cve = any(mt.cves)) as listed
    from matches mt join advisories a on a.org_id = mt.org_id and a.id = mt.advisory_id
    where mt.org_id = ${orgId} and mt.state <> 'rejected' and a.retired_at is null
  ), versions as (select distinct model_id, version_key from keys),
  said as (
    select k.model_id, k.version_key, l.id,
      coalesce(bool_or(v.cve = '' and v.verdict = 'affected'), false) as whole_hit,
      coalesce(bool_or(v.cve = '' and v.verdict in ('fixed', 'not_affected')), false) as whole_clear,
      coalesce(bool_or(v.cve <> '' and v.verdict in ('unclear', 'under_investigation')), false) as own_open,
      coalesce(array_agg(v.cve) filter (where v.cve <> ''), '{}') as own,
      coalesce(array_agg(v.cve) filter (where v.cve <> '' and v.verdict = 'affected'), '{}') as own_hit
    from versions k
    join live l on l.model_id = k.model_id
    left join match_versions v on v.org_id = ${orgId} and v.match_id = l.id and v.version_key = k.version_key
    group by k.model_id, k.version_key, l.id
  ), judged as (
    select s.model_id, s.version_key, l.sure,
      cardinality(s.own_hit) > 0 or (s.whole_hit and cardinality(s.own) < l.many) as hit,
      s.own_hit && l.listed or (s.whole_hit and not (l.listed <@ s.own)) as listed,
      s.own_open or (not s.whole_hit and not s.whole_clear and cardinality(s.own) < l.many) as open
    from said s join live l on l.id = s.id
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
