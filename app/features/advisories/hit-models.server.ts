/** Which models these vulnerabilities hit, by matches that were not rejected: for campaigns. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';

export interface HitByMatch {
  modelId: string;
  /** Id of the advisory as published. */
  advisory: string;
  cves: string[];
}

/** At most `most`; models of which no unit is hit or unclear are left out, those without units are not. */
export async function hitModels(tx: Tx, orgId: string, cves: readonly string[], most: number): Promise<HitByMatch[]> {
  if (cves.length === 0) return [];
  const rows = await tx.execute<HitByMatch & Record<string, unknown>>(sql`
    select m.model_id as "modelId", left(a.published_id, 120) as advisory,
      array(select c from unnest(m.cves) c where c = any (${sql.param([...cves])}::text[])) as cves
    from advisory_cves v
      join advisories a on a.org_id = v.org_id and a.id = v.advisory_id and a.retired_at is null
      join matches m on m.org_id = v.org_id and m.advisory_id = v.advisory_id and m.state <> 'rejected'
      join device_models d on d.org_id = m.org_id and d.id = m.model_id and d.retired_at is null
    where v.org_id = ${orgId} and v.cve = any (${sql.param([...cves])}::text[]) and v.cve = any (m.cves)
      and (m.units_hit + m.units_unclear > 0 or m.units_not = 0)
    group by m.model_id, a.published_id, a.id, m.cves, d.name_key
    order by d.name_key, m.model_id, a.published_id
    limit ${most}`);
  return [...rows];
}
