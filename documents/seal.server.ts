/**
 * The organisation's seal on a PDF: PAdES B-B (ETSI EN 319 142-1), made with the organisation's own certificate and no
 * network. It says which organisation issued these bytes; it is not a qualified seal, and not a person's signature.
 */
import { detachedSignature } from './seal/cms';
import { SealRefused, type SealWords, withRoom } from './seal/incremental';
import { type CertificateFacts, openP12, type P12Refusal } from './seal/p12';

export { SealRefused, type SealWords } from './seal/incremental';
export type { CertificateFacts } from './seal/p12';
export { type SealReport, verifySeal } from './seal/verify';

export interface SealSecret {
  /** A PKCS #12 file with certificate, key and, best, the certificates of its issuers. */
  p12: Uint8Array;
  passphrase: string;
}

/**
 * Reads a PKCS #12 file and says whether it can seal.
 * @param at the moment for which the certificate has to be valid
 * @returns what the certificate says, or a refusal in words: wrong passphrase, no key, expired, key too short, no PKCS #12
 */
export function readP12(
  p12: Uint8Array,
  passphrase: string,
  at: Date = new Date(),
): ({ ok: true } & CertificateFacts) | P12Refusal {
  const opened = openP12(p12, passphrase, at);
  return opened.ok ? { ok: true, ...opened.seal.facts } : opened;
}

/** An ECDSA signature varies in length by a few bytes from one time to the next. */
const SPARE = 32;

/**
 * Seals a PDF by an update at its end: the bytes that were approved stay the beginning of the sealed file. With an RSA key
 * the same bytes, words and time give the same file again; with ECDSA they do not, as each signature holds a random number.
 * @param words at: the time that the file claims (there is no timestamp); reason and name: shown by PDF readers
 * @throws SealRefused when the certificate cannot seal at that time or the file cannot be extended
 */
export async function sealPdf(
  bytes: Uint8Array,
  { p12, passphrase }: SealSecret,
  words: SealWords,
): Promise<Uint8Array> {
  const opened = openP12(p12, passphrase, words.at);
  if (!opened.ok) throw new SealRefused(opened.message);
  const room = detachedSignature(new Uint8Array(), opened.seal).length + SPARE;
  const { bytes: sealed, from, to } = await withRoom(bytes, words, room);
  const signature = detachedSignature(Buffer.concat([sealed.subarray(0, from), sealed.subarray(to)]), opened.seal);
  if (signature.length > room) throw new Error('The signature is longer than its place.');
  sealed.write(signature.toString('hex'), from + 1, 'latin1');
  return new Uint8Array(sealed.buffer, sealed.byteOffset, sealed.byteLength);
}
