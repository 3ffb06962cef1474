/** What a letter waited for has come. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type ClockStage, letterClocks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { dateInWords } from '../../ui/time';
import { type LetterRow, letterObject } from '../letters/letter-row.server';
import { keepNextDue } from './keep-next-due.server';
import { skipSteps } from './skip-steps.server';

export { stopClocks } from './stop-clocks.server';

/**
 * Marks these stages of a locked letter as met; those already met or stopped stay as they are.
 * @param reason what came, where a person says so
 * @returns how many are met now that were not
 */
export async function meetClocks(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  stages: readonly ClockStage[],
  at: Date,
  reason?: string,
): Promise<number> {
  if (stages.length === 0) return 0;
  const { orgId, id: letterId } = letter;
  const met = await tx
    .update(letterClocks)
    .set({ metAt: at })
    .where(
      and(
        eq(letterClocks.orgId, orgId),
        eq(letterClocks.letterId, letterId),
        inArray(letterClocks.stage, [...stages]),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
      ),
    )
    .returning({ stage: letterClocks.stage, dueOn: letterClocks.dueOn });
  if (met.length === 0) return 0;
  const day = at.toISOString().slice(0, 10);
  const done = met.map(({ stage }) => stage);
  await skipSteps(tx, orgId, letterId, done, `Met on ${dateInWords(day)}.`);
  await keepNextDue(tx, orgId, letterId);
  await record(
    tx,
    by,
    ...met.map(({ stage, dueOn }) => ({
      action: 'clock.met' as const,
      object: letterObject(letter),
      detail: { stage, due_on: dueOn, met_on: day, late: day > dueOn },
      ...(reason ? { reason } : {}),
    })),
  );
  return met.length;
}
