/**
 * The organisation's seal on a PDF: PAdES B-B (ETSI EN 319 142-1), made with the organisation's own certificate and no
 * network. It says which organisation issued these bytes; it is not a qualified seal, and not a person's signature.
 */
import { inThread } from './render.server';
import { type SealAnswer, SealRefused, type SealSecret, type SealTask, type SealWords } from './seal/incremental';
import { type CertificateFacts, openP12, type P12Refusal } from './seal/p12';

export { SealRefused, type SealSecret, type SealWords } from './seal/incremental';
export type { CertificateFacts } from './seal/p12';
export { type SealReport, verifySeal } from './seal/verify';

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

/**
 * Seals a PDF by an update at its end, in a worker thread (it takes about 25 ms): the bytes that were approved stay the
 * beginning of the sealed file. With an RSA key the same bytes, words and time give the same file again; with ECDSA they
 * do not, as each signature holds a random number.
 * @param words at: the time that the file claims (there is no timestamp); reason and name: shown by PDF readers
 * @throws SealRefused when the certificate cannot seal at that time or the file cannot be extended
 * @throws RenderingBusy when too many documents are waiting already
 */
export async function sealPdf(
  bytes: Uint8Array,
  { p12, passphrase }: SealSecret,
  { at, reason, name }: SealWords,
): Promise<Uint8Array> {
  const task: SealTask = { bytes, p12, passphrase, at: at.toISOString(), reason, name };
  const answer = await inThread<SealAnswer>('sealTask', task);
  if (!answer.ok) throw new SealRefused(answer.message);
  return answer.bytes;
}
