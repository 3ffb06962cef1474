/** The earliest day a letter waits for, kept beside it so that lists can be sorted by it. app/features/clocks computes it. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';

/** @param day ISO day; null: nothing is due */
export async function setNextDue(tx: Tx, orgId: string, letterId: string, day: string | null): Promise<void> {
  await tx
    .update(letters)
    .set({ nextDue: day })
    .where(and(eq(letters.orgId, orgId), eq(letters.id, letterId)));
}
