/** Sealing in this thread; pages and jobs come through seal.server.ts. */
import { detachedSignature } from './cms';
import { SealRefused, type SealSecret, type SealWords, withRoom } from './incremental';
import { openP12 } from './p12';

/** An ECDSA signature varies in length by a few bytes from one time to the next. */
const SPARE = 32;

/**
 * Adds the seal at the end of a PDF.
 * @throws SealRefused when the certificate cannot seal at that time or the file cannot be extended
 */
export async function seal(bytes: Uint8Array, { p12, passphrase }: SealSecret, words: SealWords): Promise<Uint8Array> {
  const opened = openP12(p12, passphrase, words.at);
  if (!opened.ok) throw new SealRefused(opened.message);
  const room = detachedSignature(new Uint8Array(), opened.seal).length + SPARE;
  const { bytes: sealed, from, to } = await withRoom(bytes, words, room);
  const signature = detachedSignature(Buffer.concat([sealed.subarray(0, from), sealed.subarray(to)]), opened.seal);
  if (signature.length > room) throw new Error('The signature is longer than its place.');
  sealed.write(signature.toString('hex'), from + 1, 'latin1');
  return new Uint8Array(sealed.buffer, sealed.byteOffset, sealed.byteLength);
}
