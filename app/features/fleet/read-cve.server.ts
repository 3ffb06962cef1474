/** The parts of the answer about one vulnerability, one query each. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { AdvisoryVulnerability, Statement } from '../../readers/records';
import type { CveByHand, CveChange, CveContradiction, CveLetter, CveSaid, CveSource, CveUnits } from './cve-facts';
import { cveClauses } from './units-where.server';

/** Rows of one part on the page; the part says when there are more. */
export const MOST_ROWS = 100;
const MOST_SOURCES = 30;
const MOST_STATEMENTS = 40;

const iso = (moment: string) => sql.raw(`(${moment} at time zone 'UTC')::date::text`);
/** `[{"cve": …}]`, as jsonb holds it. */
const naming = (cve: string) => sql`${JSON.stringify([{ cve }])}::jsonb`;

export interface Known {
  kev: { added: string; due: string | null; ransomware: boolean | null } | null;
  epss: { score: number; percentile: number; scoredOn: string | null } | null;
}

/** What the feeds say of it. */
export async function readKnown(tx: Tx, orgId: string, cve: string): Promise<Known> {
  const [row] = await tx.execute<{ kev: Known['kev']; epss: Known['epss'] }>(sql`
    select (select json_build_object('added', added, 'due', due, 'ransomware', ransomware)
        from kev_entries where org_id = ${orgId} and cve = ${cve}) as kev,
      (select json_build_object('score', score, 'percentile', percentile, 'scoredOn', scored_on)
        from epss_scores where org_id = ${orgId} and cve = ${cve}) as epss`);
  return { kev: row?.kev ?? null, epss: row?.epss ?? null };
}

/** Units in use by verdict, site, maker and model. */
export async function readCveUnits(tx: Tx, orgId: string, cve: string): Promise<CveUnits> {
  const counts = sql.raw(
    ['affected', 'open', 'clear']
      .map((verdict) => `coalesce(sum(n) filter (where verdict = '${verdict}'), 0)::int as ${verdict}`)
      .join(', '),
  );
  const [row] = await tx.execute<{ found: CveUnits & { many: number } }>(sql`
    with ${cveClauses(orgId, cve)}, lines as materialized (
      select i.model_id, i.site_key, v.verdict, min(i.site) as site, bool_or(v.disagree) as disagree, sum(i.n)::int as n
      from installed i join cve_versions v on v.model_id = i.model_id and v.installed = i.installed group by 1, 2, 3
    ), first_lines as (
      select * from lines order by case verdict when 'affected' then 0 when 'open' then 1 else 2 end, n desc, model_id,
        site_key limit ${MOST_ROWS}
    )
    select json_build_object(
      'counts', (select to_json(one) from (select ${counts} from lines) as one),
      'disagree', (select coalesce(bool_or(disagree), false) from lines),
      'many', (select count(*) from lines),
      'sites', (select coalesce(json_agg(one), '[]') from (
        select min(site) as site, ${counts} from lines group by site_key order by 2 desc, 3 desc, 1 limit ${MOST_ROWS}) as one),
      'makers', (select coalesce(json_agg(one), '[]') from (
        select s.id as "supplierId", left(s.name, 120) as maker, sum(l.n)::int as n from lines l
        join device_models m on m.org_id = ${orgId} and m.id = l.model_id
        join suppliers s on s.org_id = ${orgId} and s.id = m.supplier_id
        where l.verdict <> 'clear' group by s.id, s.name order by 3 desc, 2) as one),
      'lines', (select coalesce(json_agg(one), '[]') from (
        select l.model_id as "modelId", left(m.name || ' ' || m.model_number, 160) as model, left(s.name, 120) as maker,
          l.site, l.verdict, l.disagree, l.n
        from first_lines l
        join device_models m on m.org_id = ${orgId} and m.id = l.model_id
        join suppliers s on s.org_id = ${orgId} and s.id = m.supplier_id
        order by case l.verdict when 'affected' then 0 when 'open' then 1 else 2 end, l.n desc, l.model_id, l.site_key
      ) as one)
    ) as found`);
  if (!row) throw new Error('the units could not be counted');
  const { many, ...found } = row.found;
  return { ...found, moreLines: many - found.lines.length };
}

type SourceRow = Omit<CveSource, 'score' | 'vulnerability' | 'statements' | 'moreStatements'> & {
  score: string | null;
  vulnerability: AdvisoryVulnerability | null;
  statements: Statement[] | null;
  all_statements: number;
  total: number;
};

/** Advisories that name it, newest first, with their own words on it. */
export async function readCveSources(
  tx: Tx,
  orgId: string,
  cve: string,
): Promise<{ rows: CveSource[]; total: number }> {
  const rows = await tx.execute<Record<string, unknown> & SourceRow>(sql`
    select a.id, left(a.published_id, 120) as "publishedId", left(a.publisher, 120) as publisher,
      left(a.title, 300) as title, coalesce(a.current_release, a.initial_release)::text as released,
      ${iso('a.created_at')} as "receivedOn", ac.score, ac.vector, count(*) over ()::int as total,
      (select one from jsonb_array_elements(a.content -> 'vulnerabilities') as one
        where upper(one ->> 'cve') = ${cve} limit 1) as vulnerability,
      said.some as statements, coalesce(said.n, 0)::int as all_statements,
      coalesce(mt.models, 0)::int as models, coalesce(mt.proposed, 0)::int as proposed
    from advisory_cves ac
    join advisories a on a.org_id = ac.org_id and a.id = ac.advisory_id and a.retired_at is null
    left join lateral (
      select count(*) as n, jsonb_agg(one.value) filter (where one.at <= ${MOST_STATEMENTS}) as some from (
        select value, row_number() over () as at from jsonb_array_elements(a.content -> 'statements')
        where upper(value ->> 'vulnerability') = ${cve}) as one
    ) said on true
    left join lateral (
      select count(distinct m.model_id) as models, count(*) filter (where m.state = 'proposed') as proposed
      from matches m where m.org_id = a.org_id and m.advisory_id = a.id and m.state <> 'rejected'
        and ${cve} = any(m.cves)
    ) mt on true
    where ac.org_id = ${orgId} and ac.cve = ${cve}
    order by a.release_key desc, a.id limit ${MOST_SOURCES}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: [...rows].map(({ score, statements, all_statements: all, total: _, ...row }) => ({
      ...row,
      score: score === null ? null : Number(score),
      statements: statements ?? [],
      moreStatements: Math.max(0, all - (statements?.length ?? 0)),
    })),
  };
}

export interface CveWords {
  said: CveSaid[];
  contradictions: CveContradiction[];
  byHand: CveByHand[];
}

/** What makers said of it, in answers and in documents; where they contradict themselves; what people noted on models. */
export async function readCveWords(tx: Tx, orgId: string, cve: string): Promise<CveWords> {
  const subject = `vex:${cve}`;
  const [row] = await tx.execute<Record<keyof CveWords, never>>(sql`
    select (select coalesce(json_agg(one), '[]') from (
        select * from (
          select c.id, 'claim' as kind, s.name as supplier, m.name as model, c.value, left(c.quotation, 600) as quotation,
            left(c.document, 200) as document, left(c.said_by, 120) as "saidBy", c.said_on::text as "saidOn", c.status
          from claims c join suppliers s on s.org_id = c.org_id and s.id = c.supplier_id
          left join device_models m on m.org_id = c.org_id and m.id = c.model_id
          where c.org_id = ${orgId} and c.subject = ${subject}
          union all
          select q.id, 'quotation', s.name, m.name, q.value, left(q.quotation, 600), left(q.document, 200),
            left(q.said_by, 120), q.said_on::text, q.source
          from quoted_statements q join suppliers s on s.org_id = q.org_id and s.id = q.supplier_id
          left join device_models m on m.org_id = q.org_id and m.id = q.model_id
          where q.org_id = ${orgId} and q.subject = ${subject} and q.retired_at is null
        ) as all_of_them order by "saidOn" desc nulls last, id limit ${MOST_ROWS}) as one) as said,
      (select coalesce(json_agg(pair), '[]') from (
        select c.id, left(c.label, 200) as label, s.name as supplier, left(c.one ->> 'quotation', 400) as one,
          left(c.other ->> 'quotation', 400) as other, c.status
        from contradictions c join suppliers s on s.org_id = c.org_id and s.id = c.supplier_id
        where c.org_id = ${orgId} and c.subject = ${subject} order by c.found_at desc, c.id limit ${MOST_ROWS}
      ) as pair) as contradictions,
      (select coalesce(json_agg(one), '[]') from (
        select x.model_id as "modelId", left(m.name || ' ' || m.model_number, 160) as model,
          left(x.advisory, 120) as advisory, left(x.title, 300) as title, x.published::text as published
        from model_advisories x join device_models m on m.org_id = x.org_id and m.id = x.model_id
        where x.org_id = ${orgId} and x.retired_at is null and x.vulnerabilities @> ${naming(cve)}
        order by x.published desc nulls last, x.id limit ${MOST_ROWS}) as one) as "byHand"`);
  return { said: row?.said ?? [], contradictions: row?.contradictions ?? [], byHand: row?.byHand ?? [] };
}

/** Letters in which a maker was asked: by a question on it, or in the file of a change or campaign that is about it. */
export async function readCveLetters(tx: Tx, orgId: string, cve: string): Promise<CveLetter[]> {
  const rows = await tx.execute<Record<string, unknown> & CveLetter>(sql`
    with questions as materialized (
      select q.letter_id, bool_and(q.answered_at is null) as unanswered from letter_questions q
      where q.org_id = ${orgId} and (q.key = ${`vex:${cve}`} or q.cves @> array[${cve}]) group by 1
    ), asked as (
      select letter_id as id from questions
      union select lc.letter_id from changes c join letter_changes lc on lc.org_id = c.org_id and lc.change_id = c.id
        where c.org_id = ${orgId} and c.vulnerabilities @> ${naming(cve)}
      union select l.id from campaigns k join letters l on l.org_id = k.org_id and l.campaign_id = k.id
        where k.org_id = ${orgId} and k.vulnerabilities @> ${naming(cve)}
    )
    select l.id, l.reference, l.supplier_id as "supplierId", left(l.supplier_name, 120) as supplier,
      left(l.subject, 200) as subject, l.status, ${iso('l.sent_at')} as "sentOn", ${iso('l.answered_at')} as "answeredOn",
      l.next_due::text as "nextDue", coalesce(q.unanswered and l.answered_at is not null, false) as "leftOut"
    from asked join letters l on l.org_id = ${orgId} and l.id = asked.id
    left join questions q on q.letter_id = l.id
    order by l.sent_at nulls first, l.id limit ${MOST_ROWS}`);
  return [...rows];
}

/** Changes that deal with it, in whatever state. */
export async function readCveChanges(tx: Tx, orgId: string, cve: string): Promise<CveChange[]> {
  const rows = await tx.execute<Record<string, unknown> & CveChange>(sql`
    select c.id, c.reference, left(c.title, 200) as title, c.status,
      left(m.name || ' ' || m.model_number, 160) as model, ${iso('c.updated_at')} as "updatedOn"
    from changes c join device_models m on m.org_id = c.org_id and m.id = c.model_id
    where c.org_id = ${orgId} and c.vulnerabilities @> ${naming(cve)}
    order by c.updated_at desc, c.id limit ${MOST_ROWS}`);
  return [...rows];
}
