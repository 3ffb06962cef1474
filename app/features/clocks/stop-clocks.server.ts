/** Nobody waits any more: the letter was closed or withdrawn, or a person decided that a date does not matter. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type ClockStage, letterClocks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { type LetterRow, letterObject } from '../letters/letter-row.server';
import { keepNextDue } from './keep-next-due.server';
import { STAGES } from './policy';
import { skipSteps } from './skip-steps.server';

/**
 * Stops the clocks of a locked letter that still run, all or those of some stages, with what was planned for them.
 * @returns the stages that were stopped now
 */
export async function stopClocks(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  reason: string,
  stages: readonly ClockStage[] = STAGES,
): Promise<ClockStage[]> {
  const { orgId, id: letterId } = letter;
  const stopped = await tx
    .update(letterClocks)
    .set({ stoppedAt: new Date(), stopReason: reason })
    .where(
      and(
        eq(letterClocks.orgId, orgId),
        eq(letterClocks.letterId, letterId),
        inArray(letterClocks.stage, [...stages]),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
      ),
    )
    .returning({ stage: letterClocks.stage });
  const done = stopped.map(({ stage }) => stage);
  if (done.length === 0) return done;
  await skipSteps(tx, orgId, letterId, done, `Stopped: ${reason}`);
  await keepNextDue(tx, orgId, letterId);
  await record(tx, by, {
    action: 'clock.stopped',
    object: letterObject(letter),
    detail: { stages: done },
    reason,
  });
  return done;
}
