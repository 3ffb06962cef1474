/** Hashing and signatures by Web Crypto: what a browser brings along, with no network. */
import type { ProofTools } from './proof';

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** In one spelling only, like signatures elsewhere: a character that decodes to nothing must not pass unseen. */
function strictBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = fromBase64(text);
    return btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
  } catch {
    return null;
  }
}

const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** Null where the browser offers no Web Crypto at all (a page that came over plain http). */
export function webTools(): ProofTools | null {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return null;
  return {
    async sha256(bytes) {
      const digest = new Uint8Array(await subtle.digest('SHA-256', copy(bytes)));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    async signed(publicKey, signature, bytes) {
      const [raw, mark] = [strictBase64(publicKey), strictBase64(signature)];
      if (raw?.length !== 32 || mark?.length !== 64) return false;
      let key: CryptoKey;
      try {
        key = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
      } catch (error) {
        // An older browser does not know Ed25519: said in words, never taken for a broken signature.
        if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
        return false;
      }
      return subtle.verify({ name: 'Ed25519' }, key, mark, copy(bytes));
    },
  };
}
