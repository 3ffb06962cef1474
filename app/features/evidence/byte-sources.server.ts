/** Bytes of the files that go into a pack, read piece by piece and held against their recorded digest. */
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import {
  attachmentChunks,
  changeSnapshots,
  documents,
  fileChunks,
  letterVersions,
} from '../../../db/schema/index.server';
import { printReceipt, readReceived } from '../replies/get-receipt.server';
import type { Source } from './zip.server';

/** A stored file is not what was stored: it is not handed out as evidence. */
export class DamagedFile extends Error {}

/** Where the bytes of an organisation's files come from. Each read is a short transaction of its own. */
export function byteSources(orgId: string) {
  const read = <T>(work: (tx: Tx) => Promise<T>) => inOrganisation({ orgId, userId: null }, work);

  const checked = (what: string, sha256: string, pieces: Source): Source =>
    async function* () {
      const digest = createHash('sha256');
      for await (const piece of pieces()) {
        digest.update(piece);
        yield piece;
      }
      if (digest.digest('hex') !== sha256) throw new DamagedFile(`${what} is not what was stored.`);
    };

  const whole = (what: string, sha256: string, bytes: () => Promise<Uint8Array | null | undefined>): Source =>
    checked(what, sha256, async function* () {
      yield (await bytes()) ?? new Uint8Array();
    });

  /** @param piece reads the n-th piece; undefined: there is none */
  const pieces = (what: string, sha256: string, piece: (n: number) => Promise<Uint8Array | undefined>): Source =>
    checked(what, sha256, async function* () {
      for (let n = 0; ; n += 1) {
        const bytes = await piece(n);
        if (!bytes) return;
        yield bytes;
      }
    });

  return {
    snapshot: (id: string, sha256: string): Source =>
      whole(`Snapshot ${id}`, sha256, () =>
        read(async (tx) => {
          const [row] = await tx
            .select({ content: changeSnapshots.content })
            .from(changeSnapshots)
            .where(and(eq(changeSnapshots.orgId, orgId), eq(changeSnapshots.id, id)));
          return row && Buffer.from(row.content, 'utf8');
        }),
      ),
    document: (id: string, sha256: string): Source =>
      whole(`Document ${id}`, sha256, () =>
        read(async (tx) => {
          const [row] = await tx
            .select({ bytes: documents.bytes })
            .from(documents)
            .where(and(eq(documents.orgId, orgId), eq(documents.id, id)));
          return row?.bytes;
        }),
      ),
    letter: (id: string, number: number, sha256: string): Source =>
      whole(`Letter ${id}`, sha256, () =>
        read(async (tx) => {
          const [row] = await tx
            .select({ bytes: letterVersions.bytes })
            .from(letterVersions)
            .where(
              and(eq(letterVersions.orgId, orgId), eq(letterVersions.letterId, id), eq(letterVersions.number, number)),
            );
          return row?.bytes;
        }),
      ),
    /** Printed anew: the same reply always gives the same bytes. */
    receipt: (replyId: string): Source =>
      async function* () {
        const received = await read((tx) => readReceived(tx, orgId, replyId));
        if (received) yield (await printReceipt(received)).bytes;
      },
    attachment: (id: string, sha256: string): Source =>
      pieces(`Attachment ${id}`, sha256, (n) =>
        read(async (tx) => {
          const [row] = await tx
            .select({ bytes: attachmentChunks.bytes })
            .from(attachmentChunks)
            .where(
              and(eq(attachmentChunks.orgId, orgId), eq(attachmentChunks.attachmentId, id), eq(attachmentChunks.n, n)),
            )
            .orderBy(asc(attachmentChunks.n));
          return row?.bytes;
        }),
      ),
    replyFile: (id: string, sha256: string): Source =>
      pieces(`File ${id} of a reply`, sha256, (n) =>
        read(async (tx) => {
          const [row] = await tx
            .select({ bytes: fileChunks.bytes })
            .from(fileChunks)
            .where(and(eq(fileChunks.orgId, orgId), eq(fileChunks.fileId, id), eq(fileChunks.n, n)));
          return row?.bytes;
        }),
      ),
  };
}
