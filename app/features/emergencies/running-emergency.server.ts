/** Whether a change is acted upon before it is signed. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { emergencies } from '../../../db/schema/index.server';

export type EmergencyRow = typeof emergencies.$inferSelect;

/** The emergency of a change that was neither signed afterwards nor withdrawn yet; null: none. */
export async function runningEmergency(tx: Tx, orgId: string, changeId: string): Promise<EmergencyRow | null> {
  const row = await emergencyOf(tx, orgId, changeId);
  return row && row.regularisedAt === null ? row : null;
}

/** The emergency of a change, signed afterwards or not; null: none, or withdrawn. */
export async function emergencyOf(tx: Tx, orgId: string, changeId: string): Promise<EmergencyRow | null> {
  const [row] = await tx
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.orgId, orgId), eq(emergencies.changeId, changeId), isNull(emergencies.withdrawnAt)));
  return row ?? null;
}

/** Marks an emergency as signed. @returns whether all signatures came inside its clock */
export async function regularise(
  tx: Tx,
  emergency: EmergencyRow,
  roundId: string,
  at: Date,
): Promise<{ inTime: boolean }> {
  await tx
    .update(emergencies)
    .set({ regularisedAt: at, roundId })
    .where(and(eq(emergencies.orgId, emergency.orgId), eq(emergencies.id, emergency.id)));
  return { inTime: emergency.signBy !== null && at <= emergency.signBy };
}
