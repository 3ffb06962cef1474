/** Whether a letter, in any version, has left the house. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterDeliveries } from '../../../db/schema/index.server';

/** @param versionNumber only this version, when given */
export async function hasLeft(tx: Tx, letter: { orgId: string; id: string }, versionNumber?: number): Promise<boolean> {
  const rows = await tx
    .select({ id: letterDeliveries.id })
    .from(letterDeliveries)
    .where(
      and(
        eq(letterDeliveries.orgId, letter.orgId),
        eq(letterDeliveries.letterId, letter.id),
        ...(versionNumber === undefined ? [] : [eq(letterDeliveries.versionNumber, versionNumber)]),
        isNotNull(letterDeliveries.sentOn),
        isNull(letterDeliveries.bouncedAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
