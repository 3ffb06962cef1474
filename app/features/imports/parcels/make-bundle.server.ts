/** Makes a signed bundle of the files of a folder: for a machine with internet, to be carried to one without. */
import { createHash, type KeyObject } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { LIMITS } from '../../../readers/reader';
import { signManifest } from './bundle-key.server';
import { type BundleManifest, MANIFEST, manifestText, SIGNATURE } from './bundle-manifest';

export interface BundleWish {
  asOf: string;
  madeAt: string;
  madeBy: string;
}

/** A fixed moment for entries: the same files make the same bytes, but for the moment in the manifest. */
const MTIME = new Date('2000-01-01T00:00:00Z');

/** Files directly in a folder, in the order of their names; hidden ones and folders are left out. */
export async function filesIn(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = (await readdir(folder)).filter(
    (name) => !name.startsWith('.') && ![MANIFEST, SIGNATURE].includes(name),
  );
  const files: { name: string; bytes: Buffer }[] = [];
  for (const name of names.sort()) {
    const found = await stat(join(folder, name));
    if (!found.isFile()) continue;
    if (found.size > LIMITS.file) throw new Error(`${name} is larger than ${LIMITS.file / 1024 / 1024} MB`);
    files.push({ name, bytes: await readFile(join(folder, name)) });
  }
  return files;
}

/** The bytes of a bundle. Throws when there is no file, or all of them together are too large to be read again. */
export function makeBundle(
  files: readonly { name: string; bytes: Uint8Array }[],
  key: KeyObject,
  { asOf, madeAt, madeBy }: BundleWish,
): Uint8Array {
  if (files.length === 0) throw new Error('There is no file to put into a bundle');
  const manifest: BundleManifest = {
    ...{ changemark_bundle: 1, as_of: asOf, made_at: madeAt, made_by: madeBy },
    files: files.map(({ name, bytes }) => ({
      ...{ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    })),
  };
  const text = Buffer.from(manifestText(manifest));
  const all = [
    { name: MANIFEST, bytes: text },
    { name: SIGNATURE, bytes: Buffer.from(`${signManifest(text, key)}\n`) },
    ...files,
  ];
  const zip = zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, [bytes, { level: 6, mtime: MTIME }]])));
  if (zip.length > LIMITS.file) throw new Error(`The bundle has ${zip.length} bytes; at most ${LIMITS.file} are read`);
  return zip;
}
