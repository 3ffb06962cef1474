/**
 * The changes on a device since its baseline. The baseline is the day on which its latest certificate in force was
 * issued: then somebody looked at the whole. Changes of the environment do not count, nor those given up.
 */
import { and, count, desc, eq, gte, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { assessments, changes, deviceModels } from '../../../db/schema/index.server';
import type { Tier } from '../../regulation/chart';
import { changeKind, isKindId } from '../../regulation/kinds';
import { latestIssue } from '../certifications/latest-issue.server';
import type { ChangeStatus } from './change-status';
import { isChangeStatus, STATUS_LABELS } from './change-status';
import type { CountedChange, Cumulative } from './cumulative';
import { KIND_GROUPS } from './kind-groups';

/** Changes named one by one; the rest is counted. */
const MOST_NAMED = 20;

/** What was never made, or not yet proposed. */
const GIVEN_UP: ChangeStatus[] = ['draft', 'returned', 'withdrawn', 'rejected', 'expired', 'revoked'];

const ON_DEVICE = KIND_GROUPS.filter(({ place }) => place !== 'environment').flatMap(({ kinds }) => kinds);

/** Whether a change of these kinds touches the device, and so counts. */
export const touchesDevice = (kinds: readonly string[]): boolean =>
  kinds.some((kind) => ON_DEVICE.some((on) => on === kind));

/**
 * What has been changed on a model's units since its baseline.
 * @param without a change that is not counted: the one being looked at
 */
export async function cumulativeChange(tx: Tx, orgId: string, modelId: string, without?: string): Promise<Cumulative> {
  const [[model], certificate] = await Promise.all([
    tx
      .select({ after: deviceModels.cumulativeAfter })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId))),
    latestIssue(tx, orgId, modelId),
  ]);
  const day = certificate?.day ?? null;
  const counts = and(
    eq(changes.orgId, orgId),
    eq(changes.modelId, modelId),
    notInArray(changes.status, GIVEN_UP),
    sql`${changes.kinds} && ${sql.param(ON_DEVICE)}::text[]`,
    day ? gte(changes.createdAt, new Date(`${day}T00:00:00Z`)) : undefined,
    without ? ne(changes.id, without) : undefined,
  );
  const [[counted], named] = await Promise.all([
    tx.select({ total: count() }).from(changes).where(counts),
    tx
      .select({
        id: changes.id,
        reference: changes.reference,
        title: sql<string>`left(${changes.title}, 300)`,
        kinds: changes.kinds,
        status: changes.status,
        createdAt: changes.createdAt,
      })
      .from(changes)
      .where(counts)
      .orderBy(desc(changes.createdAt), desc(changes.id))
      .limit(MOST_NAMED),
  ]);
  const tiers = await latestTiers(
    tx,
    orgId,
    named.map(({ id }) => id),
  );
  const total = counted?.total ?? 0;
  const after = model?.after ?? 5;
  return {
    baseline: certificate,
    counted: named.map(
      ({ createdAt, status, kinds, ...row }): CountedChange => ({
        ...row,
        kinds: kinds.map((id) => (isKindId(id) ? changeKind(id).label : id)),
        proposedOn: createdAt.toISOString(),
        statusLabel: isChangeStatus(status) ? STATUS_LABELS[status] : status,
        tier: tiers.get(row.id) ?? null,
      }),
    ),
    total,
    after,
    // The change being looked at is one more.
    reached: total + (without ? 1 : 0) >= after,
  };
}

async function latestTiers(tx: Tx, orgId: string, ids: string[]): Promise<Map<string, { from: Tier; to: Tier }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([assessments.changeId], {
      id: assessments.changeId,
      from: assessments.tier,
      to: assessments.worstTier,
    })
    .from(assessments)
    .where(and(eq(assessments.orgId, orgId), inArray(assessments.changeId, ids)))
    .orderBy(assessments.changeId, desc(assessments.number));
  return new Map(rows.map(({ id, from, to }) => [id, { from: from as Tier, to: to as Tier }]));
}
