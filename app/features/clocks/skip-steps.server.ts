/** What was planned and is no longer needed stays in the ladder, with the reason. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type ClockStage, ladderSteps } from '../../../db/schema/index.server';

/** Skips what is still planned in these stages of a letter. The letter is locked by the caller. */
export async function skipSteps(
  tx: Tx,
  orgId: string,
  letterId: string,
  stages: readonly ClockStage[],
  reason: string,
): Promise<void> {
  if (stages.length === 0) return;
  await tx
    .update(ladderSteps)
    .set({ status: 'skipped', reason })
    .where(
      and(
        eq(ladderSteps.orgId, orgId),
        eq(ladderSteps.letterId, letterId),
        eq(ladderSteps.status, 'planned'),
        inArray(ladderSteps.stage, [...stages]),
      ),
    );
}
