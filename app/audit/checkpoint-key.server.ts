/**
 * The key that signs checkpoints and evidence packs (Ed25519). It stands outside the database: whoever can write every
 * row of it still cannot sign a chain of their own making.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { appendFileSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../../db/cannot-start';
import { once } from '../../db/once';
import { dataFolder } from '../../db/project-root';

/** A public key as it is written down: 32 bytes in base64, and the first 16 hexadecimal digits of their SHA-256. */
export interface PublicKey {
  keyId: string;
  publicKey: string;
}

/** What stands before the 32 bytes of an Ed25519 public key in its SPKI form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

const keyFile = () => join(dataFolder(), 'checkpoint-key');
/** Every public key this folder ever signed with, one a line: after a change of key, old signatures are still known. */
const knownFile = () => join(dataFolder(), 'checkpoint-keys.pub');

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Made on first use, readable by this user only. Of two processes that begin at once, one file wins for both. */
function makeFile(file: string): string {
  mkdirSync(dataFolder(), { recursive: true });
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(own, pem, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
  return readFileSync(file, 'utf8');
}

function parse(text: string, where: string): KeyObject {
  try {
    const key = text.includes('-----BEGIN')
      ? createPrivateKey(text.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What the library says about a broken key helps nobody who looks for the place.
  }
  throw new CannotStart(`${where} holds no Ed25519 private key: put back the one from your backup.`);
}

const publicOf = (key: KeyObject): PublicKey => {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const publicKey = spki.subarray(SPKI_HEAD.length).toString('base64');
  return { keyId: keyIdOf(publicKey), publicKey };
};

/** The key that is there, or null: looking at a chain must not make one. */
function presentKey(): KeyObject | null {
  const given = process.env.CHANGEMARK_CHECKPOINT_KEY?.trim();
  if (given) return parse(given, 'CHANGEMARK_CHECKPOINT_KEY');
  const text = readOrNull(keyFile());
  return text === null ? null : parse(text, keyFile());
}

function signingKey(): { key: KeyObject; own: PublicKey } {
  return once(`audit.checkpoint-key ${dataFolder()}`, () => {
    const key = presentKey() ?? parse(makeFile(keyFile()), keyFile());
    const own = publicOf(key);
    if (!(readOrNull(knownFile()) ?? '').split('\n').includes(own.publicKey)) {
      mkdirSync(dataFolder(), { recursive: true });
      appendFileSync(knownFile(), `${own.publicKey}\n`, { mode: 0o600 });
    }
    return { key, own };
  });
}

/**
 * The public half of the key in use; the key is made when there is none yet.
 * @throws CannotStart when the key that is there cannot be read
 */
export const publicKey = (): PublicKey => signingKey().own;

/** Every public key whose signatures this installation takes for its own. Makes none. */
export function knownKeys(): PublicKey[] {
  const present = presentKey();
  const noted = (readOrNull(knownFile()) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => Buffer.from(line, 'base64').length === 32)
    .map((line) => ({ keyId: keyIdOf(line), publicKey: line }));
  const all = present ? [publicOf(present), ...noted] : noted;
  return all.filter((key, index) => all.findIndex(({ keyId }) => keyId === key.keyId) === index);
}

/** Signs bytes. Base64. */
export const signBytes = (bytes: Uint8Array): string => sign(null, bytes, signingKey().key).toString('base64');

/** Whether somebody who holds this key signed exactly these bytes. False for anything that is no signature at all. */
export function signatureHolds(key: string, signature: string, bytes: Uint8Array): boolean {
  const raw = Buffer.from(signature, 'base64');
  // One spelling only: a character that decodes to nothing must not pass unseen.
  if (raw.length !== 64 || raw.toString('base64') !== signature) return false;
  const spki = Buffer.concat([SPKI_HEAD, Buffer.from(key, 'base64')]);
  if (spki.length !== SPKI_HEAD.length + 32) return false;
  return verify(null, bytes, createPublicKey({ key: spki, format: 'der', type: 'spki' }), raw);
}
