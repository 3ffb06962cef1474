/** A certification's row, locked for an edit. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';

export type CertificationRow = typeof certifications.$inferSelect;

/** Locks and reads a certification of a model, or null when there is no such in the organisation. */
export async function lockCertification(
  tx: Tx,
  orgId: string,
  modelId: string,
  id: string,
): Promise<CertificationRow | null> {
  const [row] = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.orgId, orgId), eq(certifications.modelId, modelId), eq(certifications.id, id)))
    .for('update');
  return row ?? null;
}
