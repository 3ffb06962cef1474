/** Advisories that a change answers: those that match its model and name one of its vulnerabilities. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';

export interface AnsweredAdvisory {
  id: string;
  publishedId: string;
  state: string;
}

/** At most twenty, newest first. */
export async function advisoriesOfChange(
  tx: Tx,
  orgId: string,
  { modelId, vulnerabilities }: { modelId: string; vulnerabilities: readonly { cve: string }[] },
): Promise<AnsweredAdvisory[]> {
  const cves = vulnerabilities.map(({ cve }) => cve.toUpperCase());
  if (cves.length === 0) return [];
  const rows = await tx.execute<AnsweredAdvisory & Record<string, unknown>>(sql`
    select a.id, left(a.published_id, 120) as "publishedId", a.state
    from advisories a
    where a.org_id = ${orgId} and a.retired_at is null and a.id in (
      select m.advisory_id from matches m
      where m.org_id = ${orgId} and m.model_id = ${modelId} and m.state <> 'rejected' and m.cves && ${sql.param(cves)}::text[])
    order by a.release_key desc, a.id limit 20`);
  return rows.map(({ id, publishedId, state }) => ({ id, publishedId, state }));
}
