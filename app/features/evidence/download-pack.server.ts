/** The bytes of a finished pack, streamed piece by piece and held against the recorded digest while they leave. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { evidencePackChunks, evidencePacks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';

export interface PackDownload {
  fileName: string;
  size: number;
  sha256: string;
  bytes: ReadableStream<Uint8Array>;
}

/** Null when there is no finished pack of that id here; every download is recorded. */
export async function downloadPack(actor: Actor, packId: string): Promise<PackDownload | null> {
  const pack = await inOrganisation(actor, async (tx) => {
    const { id, number, title, size, sha256, cutSeq, status } = evidencePacks;
    const [row] = await tx
      .select({ id, number, title, size, sha256, cutSeq })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.orgId, actor.orgId), eq(id, packId), eq(status, 'ready')));
    if (!row) return null;
    await record(tx, auditActor(actor), {
      action: 'pack.downloaded',
      object: { type: 'pack', id: row.id, ref: `pack ${row.number}` },
      detail: { sha256: row.sha256 },
    });
    return row;
  });
  if (!pack?.sha256) return null;
  return {
    fileName: `evidence-pack-${pack.number}-event-${pack.cutSeq}.zip`,
    size: pack.size ?? 0,
    sha256: pack.sha256,
    bytes: checked(actor, packId, pack.sha256),
  };
}

/** One piece behind: the last is kept back until the digest of all is known to hold, so a damaged file never arrives whole. */
function checked(actor: Actor, packId: string, sha256: string): ReadableStream<Uint8Array> {
  const digest = createHash('sha256');
  let n = 0;
  let waiting: Uint8Array | null = null;
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieceAt(actor, packId, n);
      if (piece) {
        n += 1;
        digest.update(piece);
        if (waiting) controller.enqueue(waiting);
        waiting = piece;
        return;
      }
      if (digest.digest('hex') !== sha256) {
        controller.error(new Error(`Evidence pack ${packId} is not what was stored`));
        return;
      }
      if (waiting) controller.enqueue(waiting);
      controller.close();
    },
  });
}

const pieceAt = (actor: Actor, packId: string, n: number): Promise<Uint8Array | undefined> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({ bytes: evidencePackChunks.bytes })
      .from(evidencePackChunks)
      .where(
        and(
          eq(evidencePackChunks.orgId, actor.orgId),
          eq(evidencePackChunks.packId, packId),
          eq(evidencePackChunks.n, n),
        ),
      );
    return row?.bytes;
  });
