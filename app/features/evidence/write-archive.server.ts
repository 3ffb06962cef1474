/** Writes the files of a pack as one sealed ZIP, piece by piece: never more than one file's piece is in memory. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ARCHIVE_SEAL_LENGTH } from '../../audit/read-archive';
import { archiveSeal, signManifest } from '../../audit/sign-bundle.server';
import { centralHeader, contentOf, endRecord, localHeader, measure, type Source } from './zip.server';

export interface PackFile {
  path: string;
  source: Source;
}

export interface ManifestHead {
  scope: string;
  title: string;
  cut: { seq: number; hash: string; at: string };
  organisation: { id: string; name: string };
}

/** Readers without ZIP64, ours among them, end at two gibibytes and 65,535 files. */
const LARGEST = 2 ** 31 - 1;
const MOST_FILES = 65_000;

/** The pack would be larger than a plain ZIP may be: a narrower scope is needed. */
export class PackTooLarge extends Error {}

const text = (content: string): Source =>
  async function* () {
    yield new TextEncoder().encode(content);
  };

/** Code units, as the manifest is sorted. */
const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * @param at the time that every file in it carries: that of the cut
 * @param put takes the archive piece by piece, in order
 * @param wrote told after each file
 * @returns digest and size of the archive
 * @throws PackTooLarge
 */
export async function writeArchive(
  files: readonly PackFile[],
  head: ManifestHead,
  at: Date,
  put: (bytes: Uint8Array) => Promise<void>,
  wrote: (done: number, of: number) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
  if (files.length > MOST_FILES) throw new PackTooLarge(`${files.length} files are more than one pack may hold.`);
  const digest = createHash('sha256');
  const directory: Uint8Array[] = [];
  const listed: { path: string; size: number; sha256: string }[] = [];
  let offset = 0;
  const write = async (bytes: Uint8Array) => {
    offset += bytes.length;
    if (offset > LARGEST) throw new PackTooLarge('The pack would be larger than two gibibytes.');
    digest.update(bytes);
    await put(bytes);
  };
  const add = async ({ path, source }: PackFile) => {
    const own = createHash('sha256');
    const file = await measure(path, source, (piece) => own.update(piece));
    directory.push(centralHeader(file, at, offset));
    await write(localHeader(file, at));
    for await (const piece of contentOf(file, source)) await write(piece);
    return { path, size: file.size, sha256: own.digest('hex') };
  };
  const sorted = [...files].sort(byPath);
  for (const [index, file] of sorted.entries()) {
    listed.push(await add(file));
    await wrote(index + 1, sorted.length);
  }
  const manifest = canonicalize({ changemark_pack: 1, ...head, files: listed }) as string;
  await add({ path: 'manifest.json', source: text(manifest) });
  await add({ path: 'manifest.sig', source: text(signManifest(Buffer.from(manifest))) });
  const start = offset;
  for (const entry of directory) await write(entry);
  await write(endRecord(directory.length, offset - start, start, ARCHIVE_SEAL_LENGTH));
  // The seal signs every byte before itself; the digest of the file covers the seal too.
  const seal = Buffer.from(archiveSeal(digest.copy().digest('hex')), 'latin1');
  await write(seal);
  return { size: offset, sha256: digest.digest('hex') };
}
