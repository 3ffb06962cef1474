/** Whether a model's MDS2 form is older than the software it is to speak of. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';

export interface Mds2Age {
  /** The newest version in use that came out after the form; null when there is none, or the days are not known. */
  olderThan: { release: string; releasedOn: string; onModel: boolean } | null;
}

/** Versions in use are the model's, and those that units in use say of themselves. */
export async function mds2Age(tx: Tx, orgId: string, modelId: string): Promise<Mds2Age> {
  const [row] = await tx.execute<{ release: string; released_on: string; on_model: boolean }>(sql`
    select left(v.release, 120) as release, v.released_on::text as released_on, v.release = m.software_version as on_model
    from device_models m
    join software_versions v on v.org_id = m.org_id and v.model_id = m.id and v.released_on > m.mds2_date
    where m.org_id = ${orgId} and m.id = ${modelId} and (v.release = m.software_version or exists (
      select from units u where u.org_id = m.org_id and u.model_id = m.id and u.retired_at is null
        and u.installed_version = v.release))
    order by v.released_on desc, v.id desc limit 1`);
  return { olderThan: row ? { release: row.release, releasedOn: row.released_on, onModel: row.on_model } : null };
}
