/**
 * The installation's secret: whatever must be made again the same tomorrow, and guessed by nobody, is derived from it.
 * It stands outside the database, so that a copy of the database alone opens nothing.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../../db/cannot-start';
import { once } from '../../db/once';
import { dataFolder } from '../../db/project-root';

const SHORTEST = 32;

function fromFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Made on first use, readable by this user only. Of two processes that begin at once, one file wins for both. */
function makeFile(file: string): string {
  mkdirSync(dataFolder(), { recursive: true });
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
  return readFileSync(file, 'utf8').trim();
}

function readSecret(): string {
  const given = process.env.CHANGEMARK_SECRET?.trim();
  if (given) {
    if (given.length >= SHORTEST) return given;
    throw new CannotStart(`CHANGEMARK_SECRET is shorter than ${SHORTEST} characters. Use "openssl rand -base64 32".`);
  }
  const file = join(dataFolder(), 'secret');
  const kept = fromFile(file) ?? makeFile(file);
  if (kept.length >= SHORTEST) return kept;
  throw new CannotStart(`${file} is damaged: put back the one from your backup, or delete it (reply links then end).`);
}

/**
 * A key of 256 bits for one purpose, the same on every start (HKDF-SHA256, RFC 5869). Keys of two purposes say nothing
 * about each other.
 * @param purpose fixed words, for example `reply link`
 * @throws CannotStart when CHANGEMARK_SECRET or the file `secret` in the data folder is too short
 */
export function installationKey(purpose: string): Buffer {
  const secret = once('guard.secret', readSecret);
  return Buffer.from(hkdfSync('sha256', secret, 'changemark', purpose, 32));
}
