/**
 * Folders that feeds are read from. An administrator of an organisation names one, and whoever runs the installation has
 * said under which folder they may lie: nobody reads the rest of the machine through a form.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { LIMITS } from '../../../readers/reader';
import type { SpooledFile } from '../../files/spool.server';

export type FolderCheck = { ok: true; path: string } | { ok: false; message: string };

const refusal = (message: string): FolderCheck => ({ ok: false, message });

/** The folder as it really lies on the disk, when feeds may be read from it. */
export async function checkFolder(named: string, allowed = process.env.CHANGEMARK_FEEDS_FOLDER): Promise<FolderCheck> {
  if (!allowed) {
    return refusal('This installation reads no folders: whoever runs it sets CHANGEMARK_FEEDS_FOLDER first.');
  }
  if (named.includes('\0')) return refusal('This is no name of a folder.');
  const root = await realpath(allowed).catch(() => null);
  if (!root) return refusal('The folder that CHANGEMARK_FEEDS_FOLDER names is not there.');
  // Links are followed first: what counts is where the files really lie.
  const path = await realpath(isAbsolute(named) ? named : resolve(root, named)).catch(() => null);
  if (!path || (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep))) {
    return refusal('There is no such folder below the one that feeds may be read from.');
  }
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? { ok: true, path } : refusal('This is a file, not a folder.');
}

/** Most files of one look; the next look takes the rest. */
const MOST_FILES = 200;
/** A file that was written to so recently may not be whole yet. */
const SETTLED_MS = 10_000;
/** Clocks of file servers are not ours. */
const SLACK_MS = 10 * 60_000;

export interface FoundFile {
  name: string;
  path: string;
  size: number;
  sha256: string;
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Ordinary files directly in a folder that are new, or were changed, since it was looked at last; by name. */
export async function filesSince(folder: string, lookedAt: Date | null, now = Date.now()): Promise<FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: FoundFile[] = [];
  const names = entries.filter((one) => one.isFile() && !one.name.startsWith('.')).map(({ name }) => name);
  for (const name of names.sort()) {
    const path = join(folder, name);
    const { size, mtimeMs, ctimeMs } = await stat(path);
    const touched = Math.max(mtimeMs, ctimeMs);
    if (size === 0 || size > LIMITS.file || now - mtimeMs < SETTLED_MS) continue;
    if (lookedAt && touched < lookedAt.getTime() - SLACK_MS) continue;
    files.push({ name, path, size, sha256: await digestOfFile(path) });
    if (files.length >= MOST_FILES) break;
  }
  return files;
}

/** A file of a folder as one that was received. `close` it when it is kept. */
export async function openFound({
  name,
  path,
  size,
  sha256,
}: FoundFile): Promise<SpooledFile & { close(): Promise<void> }> {
  const handle = await open(path, 'r');
  return {
    ...{ field: 'files', originalName: name, size, sha256 },
    async read(position, length) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
