/** Keeps the bytes of a pack in pieces of one MiB, as they come. */
import { inOrganisation } from '../../../db/client.server';
import { evidencePackChunks } from '../../../db/schema/index.server';

const PIECE = 1024 * 1024;

export class ChunkWriter {
  private n = 0;
  private waiting: Uint8Array[] = [];
  private size = 0;

  constructor(
    private readonly orgId: string,
    private readonly packId: string,
  ) {}

  /** Takes bytes; writes every full piece. */
  async put(bytes: Uint8Array): Promise<void> {
    this.waiting.push(bytes);
    this.size += bytes.length;
    if (this.size < PIECE) return;
    const whole = Buffer.concat(this.waiting);
    let at = 0;
    for (; at + PIECE <= whole.length; at += PIECE) await this.write(whole.subarray(at, at + PIECE));
    this.waiting = [whole.subarray(at)];
    this.size = whole.length - at;
  }

  /** Writes the rest. @returns how many pieces there are */
  async end(): Promise<number> {
    if (this.size > 0) await this.write(Buffer.concat(this.waiting));
    this.waiting = [];
    this.size = 0;
    return this.n;
  }

  private async write(bytes: Uint8Array): Promise<void> {
    const { orgId, packId, n } = this;
    await inOrganisation({ orgId, userId: null }, (tx) =>
      tx.insert(evidencePackChunks).values({ orgId, packId, n, bytes }),
    );
    this.n += 1;
  }
}
