/** Disposing of a file's bytes: name, size and digest stay. Only app/features/retention calls this, with two people. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { attachmentChunks, changeAttachments } from '../../../db/schema/index.server';

/**
 * @returns whether there were bytes to dispose of
 * @throws insufficient_privilege when nobody approved it, or a hold stands: the database looks for itself
 */
export async function disposeAttachment(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const marked = await tx
    .update(changeAttachments)
    .set({ disposedAt: new Date() })
    .where(and(eq(changeAttachments.orgId, orgId), eq(changeAttachments.id, id), isNull(changeAttachments.disposedAt)))
    .returning({ id: changeAttachments.id });
  if (marked.length === 0) return false;
  await tx
    .delete(attachmentChunks)
    .where(and(eq(attachmentChunks.orgId, orgId), eq(attachmentChunks.attachmentId, id)));
  return true;
}
