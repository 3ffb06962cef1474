/**
 * Signs an evidence pack with the installation's key: its manifest, and the whole file. `verify-bundle.ts` is what
 * checks both.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { publicKey, signBytes } from './checkpoint-key.server';
import { ARCHIVE_SEAL_LENGTH, archiveSealText } from './read-archive';

/**
 * Text of `manifest.sig`.
 * @param manifest the exact bytes of manifest.json
 */
export function signManifest(manifest: Uint8Array): string {
  return canonicalize({ ...publicKey(), signature: signBytes(manifest) }) as string;
}

/**
 * The comment at the end of the ZIP: a signature over every byte before it, so that not even a byte between two files
 * can be changed unseen. The end record has to state the comment's length, `ARCHIVE_SEAL_LENGTH`, before it is hashed.
 * @param sha256 hexadecimal digest of every byte of the archive before the comment
 */
export const archiveSeal = (sha256: string): string => archiveSealText(signBytes(Buffer.from(sha256, 'hex')));

/**
 * Seals a ZIP that has no comment yet.
 * @param zip as `zipSync` of fflate gives it: sizes in the headers of the files, no data descriptors, no ZIP64
 */
export function sealZip(zip: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(zip.length + ARCHIVE_SEAL_LENGTH);
  sealed.set(zip);
  new DataView(sealed.buffer).setUint16(zip.length - 2, ARCHIVE_SEAL_LENGTH, true);
  const sha256 = createHash('sha256').update(sealed.subarray(0, zip.length)).digest('hex');
  sealed.set(Buffer.from(archiveSeal(sha256), 'latin1'), zip.length);
  return sealed;
}
