/** The highest residual risk of many changes, in one query. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { riskRatings } from '../../../db/schema/index.server';
import { AXES } from './axes';
import { scoreOf } from './matrix';

/** By change, the highest score after it; only changes of which all four axes are rated have an entry. */
export async function residualScores(
  tx: Tx,
  orgId: string,
  changeIds: readonly string[],
): Promise<Map<string, number>> {
  if (changeIds.length === 0) return new Map();
  const rows = await tx
    .select({
      changeId: riskRatings.changeId,
      axis: riskRatings.axis,
      consequence: riskRatings.consequence,
      likelihood: riskRatings.likelihood,
    })
    .from(riskRatings)
    .where(
      and(
        eq(riskRatings.orgId, orgId),
        inArray(riskRatings.changeId, [...changeIds]),
        eq(riskRatings.moment, 'after'),
        isNull(riskRatings.supersededAt),
      ),
    );
  const byChange = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const scores = byChange.get(row.changeId) ?? new Map<string, number>();
    byChange.set(row.changeId, scores.set(row.axis, scoreOf(row)));
  }
  return new Map(
    [...byChange].flatMap(([id, scores]) =>
      AXES.every((axis) => scores.has(axis)) ? [[id, Math.max(...scores.values())] as const] : [],
    ),
  );
}
