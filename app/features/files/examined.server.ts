/** Files that were received and looked into, and their bytes in the pieces in which the database keeps them. */
import { cleanName } from './clean-name';
import type { Examination } from './examine/examination';
import { examineFile } from './examine-file.server';
import type { SpooledFile } from './spool.server';
import { MEGABYTE } from './upload-limits';

export interface Examined {
  file: SpooledFile;
  name: string;
  examination: Examination;
}

/** Looks into each file, one after the other: one file in memory at a time. */
export async function examineAll(files: readonly SpooledFile[]): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const file of files) {
    const name = cleanName(file.originalName);
    const bytes = await file.read(0, file.size);
    examined.push({ file, name, examination: await examineFile(name, new Uint8Array(bytes)) });
  }
  return examined;
}

/** The bytes of a file in pieces of one MiB, numbered from 0. */
export async function* piecesOf(file: SpooledFile): AsyncGenerator<{ n: number; bytes: Buffer }> {
  for (let n = 0; n * MEGABYTE < file.size; n += 1) {
    yield { n, bytes: await file.read(n * MEGABYTE, Math.min(MEGABYTE, file.size - n * MEGABYTE)) };
  }
}
