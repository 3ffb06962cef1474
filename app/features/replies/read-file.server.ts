/** Reading the bytes of a stored file. */
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { fileChunks } from '../../../db/schema/index.server';
import type { FileRow } from './reply-draft.server';

/** All bytes of a file (at most 25 MB), or null when they are not what was stored. */
export async function readFileBytes(tx: Tx, file: FileRow): Promise<Buffer | null> {
  const pieces = await tx
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.orgId, file.orgId), eq(fileChunks.fileId, file.id)))
    .orderBy(asc(fileChunks.n));
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes));
  return createHash('sha256').update(bytes).digest('hex') === file.sha256 ? bytes : null;
}
