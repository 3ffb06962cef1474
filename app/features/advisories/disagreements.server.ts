/** Two sources that say different things of the same model, version and vulnerability: both are shown, never merged. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { VersionVerdict } from '../../../db/schema/index.server';

export interface DisagreementSide {
  advisoryId: string;
  publishedId: string;
  publisher: string;
  release: string | null;
  verdict: VersionVerdict;
  because: string;
}

export interface Disagreement {
  model: { id: string; name: string };
  version: string;
  cve: string;
  sides: DisagreementSide[];
}

interface Row extends DisagreementSide, Record<string, unknown> {
  modelId: string;
  modelName: string;
  version: string;
  cve: string;
}

const MOST = 200;

/** Of an advisory's models and vulnerabilities, or of a model's: at most 200, one query. */
export async function disagreementsOf(
  tx: Tx,
  orgId: string,
  of: { advisoryId: string } | { modelId: string },
): Promise<Disagreement[]> {
  const own =
    'modelId' in of
      ? sql`m.model_id = ${of.modelId}`
      : sql`m.model_id in (select model_id from matches where org_id = ${orgId} and advisory_id = ${of.advisoryId} and state <> 'rejected')`;
  const cves =
    'modelId' in of
      ? sql`true`
      : sql`c.cve in (select cve from advisory_cves where org_id = ${orgId} and advisory_id = ${of.advisoryId})`;
  const rows = await tx.execute<Row>(sql`
    with said as (
      select m.model_id, v.version_key, max(v.version) as version, c.cve, m.advisory_id,
        -- Of one source, the worst of its lines counts.
        min(array_position(array['affected', 'unclear', 'under_investigation', 'fixed', 'not_affected'], coalesce(x.verdict, v.verdict))) as rank,
        min(coalesce(x.because, v.because)) as because
      from matches m
        cross join lateral unnest(m.cves) as c(cve)
        join match_versions v on v.org_id = m.org_id and v.match_id = m.id and v.cve = ''
        left join match_versions x
          on x.org_id = m.org_id and x.match_id = m.id and x.version_key = v.version_key and x.cve = c.cve
      where m.org_id = ${orgId} and m.state <> 'rejected' and ${own} and ${cves}
        and exists (select from advisories a where a.org_id = m.org_id and a.id = m.advisory_id and a.retired_at is null)
      group by 1, 2, 4, 5),
    split as (
      select model_id, version_key, cve from said group by 1, 2, 3
      having bool_or(rank = 1) and bool_or(rank in (4, 5)) limit ${MOST})
    select s.model_id as "modelId", left(d.name, 200) as "modelName", s.version, s.cve, a.id as "advisoryId",
      left(a.published_id, 120) as "publishedId", left(a.publisher, 120) as publisher,
      coalesce(a.current_release, a.initial_release)::text as release, s.because,
      (array['affected', 'unclear', 'under_investigation', 'fixed', 'not_affected'])[s.rank] as verdict
    from said s
      join split p on p.model_id = s.model_id and p.version_key = s.version_key and p.cve = s.cve
      join advisories a on a.org_id = ${orgId} and a.id = s.advisory_id
      join device_models d on d.org_id = ${orgId} and d.id = s.model_id
    order by d.name_key, s.version, s.cve, a.published_id, a.id`);
  const found = new Map<string, Disagreement>();
  for (const { modelId, modelName, version, cve, ...side } of rows) {
    const key = `${modelId}\n${version}\n${cve}`;
    const one = found.get(key) ?? { model: { id: modelId, name: modelName }, version, cve, sides: [] };
    found.set(key, one);
    one.sides.push(side);
  }
  return [...found.values()];
}
