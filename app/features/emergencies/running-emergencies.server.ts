/** Which of many changes are acted upon before they are signed, in one query. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { emergencies } from '../../../db/schema/index.server';

/** By change: until when it has to be signed; null while nobody has confirmed it. */
export async function runningEmergencies(
  tx: Tx,
  orgId: string,
  changeIds: readonly string[],
): Promise<Map<string, { signBy: Date | null }>> {
  if (changeIds.length === 0) return new Map();
  const rows = await tx
    .select({ changeId: emergencies.changeId, signBy: emergencies.signBy })
    .from(emergencies)
    .where(
      and(
        eq(emergencies.orgId, orgId),
        inArray(emergencies.changeId, [...changeIds]),
        isNull(emergencies.regularisedAt),
        isNull(emergencies.withdrawnAt),
      ),
    );
  return new Map(rows.map(({ changeId, signBy }) => [changeId, { signBy }]));
}
