/** Units of a model that an advisory hits, or may hit: what a change that is proposed from it begins with. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';

export interface HitUnits {
  /** Id as published, and title: for the first words of the proposal. */
  advisory: string;
  title: string;
  cves: string[];
  /** Every unit of the model in use is hit or may be. */
  all: boolean;
  units: { id: string; serial: string }[];
}

const MOST = 5000;

/** Null when this advisory matches the model in no way. Hit units; where none is hit, those that are unclear. */
export async function hitUnits(tx: Tx, orgId: string, advisoryId: string, modelId: string): Promise<HitUnits | null> {
  const [advisory] = await tx.execute<{ advisory: string; title: string; cves: string[] }>(sql`
    select left(a.published_id, 120) as advisory, left(a.title, 200) as title,
      array(select distinct c from matches m, unnest(m.cves) c
        where m.org_id = a.org_id and m.advisory_id = a.id and m.model_id = ${modelId} and m.state <> 'rejected' order by c) as cves
    from advisories a
    where a.org_id = ${orgId} and a.id = ${advisoryId} and a.retired_at is null
      and exists (select from matches m where m.org_id = a.org_id and m.advisory_id = a.id and m.model_id = ${modelId}
        and m.state <> 'rejected')`);
  if (!advisory) return null;
  const rows = await tx.execute<{ id: string; serial: string; hit: boolean; open: boolean }>(sql`
    with said as (
      select v.version_key, bool_or(v.verdict = 'affected') as hit,
        bool_or(v.verdict in ('unclear', 'under_investigation')) as open
      from matches m join match_versions v on v.org_id = m.org_id and v.match_id = m.id and v.cve = ''
      where m.org_id = ${orgId} and m.advisory_id = ${advisoryId} and m.model_id = ${modelId} and m.state <> 'rejected'
      group by 1)
    select u.id, left(u.serial, 200) as serial, coalesce(s.hit, false) as hit, coalesce(s.open, true) as open
    from units u join device_models d on d.org_id = u.org_id and d.id = u.model_id
      left join said s on s.version_key = md5(coalesce(nullif(u.installed_version, ''), d.software_version))
    where u.org_id = ${orgId} and u.model_id = ${modelId} and u.retired_at is null
    order by u.serial_key, u.id limit ${MOST + 1}`);
  const hit = rows.filter((one) => one.hit);
  const meant = hit.length > 0 ? hit : rows.filter((one) => one.open);
  const all = meant.length === rows.length || rows.length > MOST;
  return { ...advisory, all, units: all ? [] : meant.map(({ id, serial }) => ({ id, serial })) };
}
