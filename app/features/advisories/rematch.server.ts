/** Asking for advisories to be held against the register again: whoever changes what matching reads, asks here. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories } from '../../../db/schema/index.server';
import { enqueueUnlessWaiting } from '../jobs/enqueue.server';

export interface RematchWish {
  /** All advisories against this model: its name, number, system or components changed. */
  modelId?: string;
  /** With a model: only what its units run changed. */
  versionsOnly?: boolean;
  /** This advisory against all models. */
  advisoryId?: string;
}

/**
 * Asks for matching after this transaction; the same wish waiting already is not asked twice. Without a model and an
 * advisory everything is matched: what an import of many models asks for, once, at its end.
 */
export async function rematch(tx: Tx, orgId: string, wish: RematchWish): Promise<void> {
  const { modelId, versionsOnly, advisoryId } = wish;
  // The job takes what is not matched: killed in the middle, it does not begin anew.
  if (!modelId && !advisoryId) {
    await tx
      .update(advisories)
      .set({ matchedAt: null })
      .where(and(eq(advisories.orgId, orgId), isNull(advisories.retiredAt), isNotNull(advisories.matchedAt)));
  }
  await enqueueUnlessWaiting(tx, 'advisories.match', {
    orgId,
    ...(advisoryId ? { advisoryId } : {}),
    ...(modelId ? { modelId } : {}),
    ...(modelId && versionsOnly ? { versionsOnly } : {}),
  });
}
