/** The bytes of an import as a file on the disk, for the thread that reads it; gone afterwards. */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { and, asc, eq, gt } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { dataFolder } from '../../../db/project-root';
import { importChunks } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { newId } from '../files/new-id.server';
import type { ImportRow } from './import-row.server';

const folder = () => join(dataFolder(), 'incoming', 'imports');
/** What a killed process left behind is old after this long. */
const STALE_MS = 6 * 3_600_000;

async function sweep(): Promise<void> {
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await unlink(path).catch(() => undefined);
  }
}

async function fill(row: ImportRow, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    for (let n = -1; ; ) {
      const pieces = await inOrganisation(inTheBackground(row.orgId), (tx) =>
        tx
          .select({ n: importChunks.n, bytes: importChunks.bytes })
          .from(importChunks)
          .where(and(eq(importChunks.orgId, row.orgId), eq(importChunks.importId, row.id), gt(importChunks.n, n)))
          .orderBy(asc(importChunks.n))
          .limit(8),
      );
      for (const { bytes } of pieces) {
        hash.update(bytes);
        await file.write(bytes);
      }
      const last = pieces.at(-1);
      if (!last) break;
      n = last.n;
    }
  } finally {
    await file.close();
  }
  if (hash.digest('hex') !== row.sha256)
    throw new Error(`The stored bytes of import ${row.id} are not those that were brought`);
}

/** A place on the disk for one file, taken away when `work` is done. */
export async function withFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  await mkdir(folder(), { recursive: true });
  await sweep();
  const path = join(folder(), newId());
  try {
    return await work(path);
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** Runs `work` on the file that was brought. */
export const withFileOf = <T>(row: ImportRow, work: (path: string) => Promise<T>): Promise<T> =>
  withFile(async (path) => {
    await fill(row, path);
    return work(path);
  });
