/** The files of a change as a signature covers them: by digest, so that not one byte may change unseen. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeAttachments } from '../../../db/schema/index.server';
import { type Purpose, SIGNED_PURPOSES } from './purposes';

export interface SignedAttachment {
  id: string;
  purpose: Purpose;
  name: string;
  size: number;
  sha256: string;
}

/** Files that were not taken back, oldest first; without proof and signed sheets, which come after a signature. */
export async function attachmentsForSnapshot(tx: Tx, orgId: string, changeId: string): Promise<SignedAttachment[]> {
  return tx
    .select({
      id: changeAttachments.id,
      purpose: changeAttachments.purpose,
      name: changeAttachments.name,
      size: changeAttachments.size,
      sha256: changeAttachments.sha256,
    })
    .from(changeAttachments)
    .where(
      and(
        eq(changeAttachments.orgId, orgId),
        eq(changeAttachments.changeId, changeId),
        isNull(changeAttachments.removedAt),
        inArray(changeAttachments.purpose, [...SIGNED_PURPOSES]),
      ),
    )
    .orderBy(asc(changeAttachments.uploadedAt), asc(changeAttachments.id));
}
