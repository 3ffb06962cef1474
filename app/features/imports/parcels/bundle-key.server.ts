/** Keys of bundles: Ed25519, as PEM or as raw base64 of their DER. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** SHA-256 of a public key's DER: what two people read to each other. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** Reads a public key as people paste it; null when it is none of Ed25519. A private key is never taken for one. */
export function publicKeyOf(text: string): KeyObject | null {
  const trimmed = text.trim();
  if (/PRIVATE KEY/.test(trimmed)) return null;
  try {
    const key = trimmed.startsWith('-----')
      ? createPublicKey(trimmed)
      : createPublicKey({ key: Buffer.from(trimmed, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Reads a private key from PEM; null when it is none of Ed25519. */
export function privateKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

/** The signature over a manifest, in base64. */
export const signManifest = (text: Buffer, key: KeyObject): string => sign(null, text, key).toString('base64');

/** Whether one of these keys made the signature; the first that did. */
export function signerOf<Key extends { publicKey: string }>(
  text: Buffer,
  signature: string,
  keys: readonly Key[],
): Key | null {
  const bytes = Buffer.from(signature.trim(), 'base64');
  if (bytes.length !== 64) return null;
  for (const key of keys) {
    const parsed = publicKeyOf(key.publicKey);
    if (parsed && verify(null, text, parsed, bytes)) return key;
  }
  return null;
}
