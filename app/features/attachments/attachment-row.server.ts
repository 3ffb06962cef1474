/** Reading files of a change. */
import { and, asc, count, eq, isNull, sum } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { attachmentChunks, changeAttachments } from '../../../db/schema/index.server';
import { digestOf } from '../files/digest-of.server';
import type { ShownAttachment } from './shown-attachment';

export type AttachmentRow = typeof changeAttachments.$inferSelect;

/** A file of a change of this organisation, also one that was taken back; null when there is none of that id. */
export async function attachmentRow(tx: Tx, orgId: string, id: string): Promise<AttachmentRow | null> {
  const [row] = await tx
    .select()
    .from(changeAttachments)
    .where(and(eq(changeAttachments.orgId, orgId), eq(changeAttachments.id, id)));
  return row ?? null;
}

/** How many files a change has, and how large they are together; without those taken back. */
export async function attachedSoFar(tx: Tx, orgId: string, changeId: string): Promise<{ count: number; size: number }> {
  const [row] = await tx
    .select({ count: count(), size: sum(changeAttachments.size).mapWith(Number) })
    .from(changeAttachments)
    .where(standing(orgId, changeId));
  return { count: row?.count ?? 0, size: row?.size ?? 0 };
}

/** The files of a change that were not taken back. */
export const standing = (orgId: string, changeId: string) =>
  and(
    eq(changeAttachments.orgId, orgId),
    eq(changeAttachments.changeId, changeId),
    isNull(changeAttachments.removedAt),
  );

/** All bytes of a file (at most 25 MB), or null when they are not what was attached. */
export async function attachmentBytes(
  tx: Tx,
  row: Pick<AttachmentRow, 'orgId' | 'id' | 'sha256'>,
): Promise<Buffer | null> {
  const pieces = await tx
    .select({ bytes: attachmentChunks.bytes })
    .from(attachmentChunks)
    .where(and(eq(attachmentChunks.orgId, row.orgId), eq(attachmentChunks.attachmentId, row.id)))
    .orderBy(asc(attachmentChunks.n));
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes));
  return digestOf(bytes) === row.sha256 ? bytes : null;
}

export const shownAttachment = (row: AttachmentRow): ShownAttachment => ({
  ...{ id: row.id, name: row.name, size: row.size, sha256: row.sha256, verdict: row.verdict, findings: row.findings },
  ...{ purpose: row.purpose, note: row.note, uploadedByName: row.uploadedByName },
  uploadedAt: row.uploadedAt.toISOString(),
  removed: row.removedAt && {
    at: row.removedAt.toISOString(),
    byName: row.removedByName,
    reason: row.removeReason,
  },
  disposedAt: row.disposedAt?.toISOString() ?? null,
});
