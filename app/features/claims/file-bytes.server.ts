/** The bytes of a reply's file, which stand in the database in pieces. */
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { fileChunks } from '../../../db/schema/index.server';

/** Reads a whole file; the caller has looked at its size. */
export async function fileBytes(tx: Tx, orgId: string, fileId: string): Promise<Uint8Array> {
  const pieces = await tx
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.orgId, orgId), eq(fileChunks.fileId, fileId)))
    .orderBy(asc(fileChunks.n));
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}
