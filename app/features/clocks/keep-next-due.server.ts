/** Recomputes the earliest open due day of a letter after anything about its clocks moved. */
import { and, eq, isNull, min } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { clockPauses, letterClocks } from '../../../db/schema/index.server';
import { setNextDue } from '../letters/set-next-due.server';

/** @returns the day; null when nothing is due, because all is met or stopped, or because the letter is paused */
export async function keepNextDue(tx: Tx, orgId: string, letterId: string): Promise<string | null> {
  const [paused] = await tx
    .select({ id: clockPauses.id })
    .from(clockPauses)
    .where(and(eq(clockPauses.orgId, orgId), eq(clockPauses.letterId, letterId), isNull(clockPauses.toOn)));
  const [row] = await tx
    .select({ due: min(letterClocks.dueOn) })
    .from(letterClocks)
    .where(
      and(
        eq(letterClocks.orgId, orgId),
        eq(letterClocks.letterId, letterId),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
      ),
    );
  const due = paused ? null : (row?.due ?? null);
  await setNextDue(tx, orgId, letterId, due);
  return due;
}
