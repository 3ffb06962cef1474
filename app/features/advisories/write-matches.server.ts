/** Writing what was planned: matches and what they say of each version, in a few statements however many there are. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { RunningVersion } from './matching/register';
import { type Reading, versionLines } from './matching/verdicts';
import type { PlannedMatch } from './plan-matches';

/** Rows as JSON, so that their number binds one value. */
const rows = (values: readonly object[]) => sql`${JSON.stringify(values)}::jsonb`;

const asRow = (match: PlannedMatch, orgId: string) => ({
  ...{
    org_id: orgId,
    id: match.id,
    advisory_id: match.advisoryId,
    model_id: match.modelId,
    product_key: match.productKey,
  },
  ...{ products: match.products, cves: match.cves, how: match.how, component_id: match.componentId },
  ...{ confidence: match.confidence, reasons: match.reasons, decides: match.decision !== null },
  state: match.decision?.state ?? 'proposed',
  decided_at: match.decision?.decidedAt ?? null,
  decided_by_name: match.decision?.decidedByName ?? '',
  decision: match.decision?.decision ?? '',
  memory_id: match.decision?.memoryId ?? null,
});

const COLUMNS = sql`(
  org_id uuid, id uuid, advisory_id uuid, model_id uuid, product_key text, products jsonb, cves text[], how text,
  component_id uuid, confidence text, reasons jsonb, decides boolean, state text, decided_at timestamptz,
  decided_by_name text, decision text, memory_id uuid)`;

/** Stores these matches and gives each its id. */
export async function storeMatches(tx: Tx, orgId: string, planned: readonly PlannedMatch[]): Promise<void> {
  const fresh = planned.filter(({ id }) => id === null);
  const held = planned.filter(({ id }) => id !== null);
  if (held.length > 0) {
    await tx.execute(sql`
      update matches m set products = x.products, cves = x.cves, how = x.how, component_id = x.component_id,
        confidence = x.confidence, reasons = x.reasons,
        state = case when x.decides then x.state else m.state end,
        decided_at = case when x.decides then x.decided_at else m.decided_at end,
        decided_by_name = case when x.decides then x.decided_by_name else m.decided_by_name end,
        decision = case when x.decides then x.decision else m.decision end,
        memory_id = case when x.decides then x.memory_id else m.memory_id end,
        version = m.version + 1, updated_at = now()
      from jsonb_to_recordset(${rows(held.map((one) => asRow(one, orgId)))}) as x${COLUMNS}
      where m.org_id = ${orgId} and m.id = x.id
        and ((m.products, m.cves, m.how, m.component_id, m.confidence, m.reasons)
            is distinct from (x.products, x.cves, x.how, x.component_id, x.confidence, x.reasons)
          or (x.decides and (m.state, m.memory_id, m.decision) is distinct from (x.state, x.memory_id, x.decision)))`);
  }
  if (fresh.length === 0) return;
  const made = await tx.execute<{ id: string; advisory_id: string; model_id: string; product_key: string }>(sql`
    insert into matches (org_id, advisory_id, model_id, product_key, products, cves, how, component_id, confidence, reasons,
      state, decided_at, decided_by_name, decision, memory_id)
    select org_id, advisory_id, model_id, product_key, products, cves, how, component_id, confidence, reasons,
      state, decided_at, decided_by_name, decision, memory_id
    from jsonb_to_recordset(${rows(fresh.map((one) => asRow(one, orgId)))}) as x${COLUMNS}
    returning id, advisory_id, model_id, product_key`);
  const ids = new Map(made.map((row) => [`${row.advisory_id} ${row.model_id} ${row.product_key}`, row.id]));
  for (const match of fresh) match.id = ids.get(`${match.advisoryId} ${match.modelId} ${match.productKey}`) ?? null;
}

/** Takes matches away that nobody decided and nothing finds any more. */
export async function dropMatches(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any (${sql.param(ids)}::uuid[])`;
  await tx.execute(sql`delete from match_versions where org_id = ${orgId} and match_id = ${these}`);
  await tx.execute(sql`delete from matches where org_id = ${orgId} and id = ${these} and decided_at is null`);
}

/** Judges each version on the units of each match's model, and stores what comes out in place of what was there. */
export async function storeVersions(
  tx: Tx,
  orgId: string,
  planned: readonly PlannedMatch[],
  running: ReadonlyMap<string, RunningVersion[]>,
  readings: ReadonlyMap<string, Reading[]>,
): Promise<number> {
  const ids = planned.map(({ id }) => id).filter((id) => id !== null);
  if (ids.length === 0) return 0;
  const lines = planned.flatMap(({ id, modelId, found, cves }) =>
    id && found
      ? versionLines(
          { ...found, lines: found.group.lines },
          cves,
          running.get(modelId) ?? [],
          readings.get(id) ?? [],
        ).map((line) => ({
          ...{ org_id: orgId, match_id: id, model_id: modelId },
          ...line,
          because: line.because.slice(0, 1000),
        }))
      : [],
  );
  await tx.execute(sql`
    delete from match_versions where org_id = ${orgId} and match_id = any (${sql.param(ids)}::uuid[])`);
  if (lines.length > 0) {
    await tx.execute(sql`
      insert into match_versions (org_id, match_id, model_id, version_key, version, cve, verdict, because)
      select org_id, match_id, model_id, md5(version), left(version, 300), cve, verdict, because
      from jsonb_to_recordset(${rows(lines)})
        as x(org_id uuid, match_id uuid, model_id uuid, version text, cve text, verdict text, because text)
      on conflict do nothing`);
  }
  return lines.length;
}
