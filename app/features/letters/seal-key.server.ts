/** Keeping the organisation's sealing key: AES-256-GCM under a key derived from the installation's secret. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { installationKey } from '../../guard/secret.server';

export interface SealKey {
  /** PKCS #12. */
  p12: Uint8Array;
  passphrase: string;
}

const NONCE = 12;
const TAG = 16;

/** Nonce, tag, ciphertext. The organisation is bound in: a row copied to another organisation opens nothing. */
export function lockSealKey(orgId: string, { p12, passphrase }: SealKey): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', installationKey('seal'), nonce).setAAD(Buffer.from(orgId));
  const plain = JSON.stringify({ p12: Buffer.from(p12).toString('base64'), passphrase });
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Null when it was locked under another secret, or is damaged. */
export function openSealKey(orgId: string, locked: Uint8Array): SealKey | null {
  const whole = Buffer.from(locked);
  try {
    const decipher = createDecipheriv('aes-256-gcm', installationKey('seal'), whole.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(orgId))
      .setAuthTag(whole.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(whole.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    const { p12, passphrase } = JSON.parse(plain) as { p12: string; passphrase: string };
    return { p12: Buffer.from(p12, 'base64'), passphrase };
  } catch {
    return null;
  }
}
