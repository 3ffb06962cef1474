/** Files for tests of readers: written to a folder of their own, read, and taken away. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from './read-file.server';
import type { FileHead, FileRecord } from './records';

export interface WholeRead {
  head: FileHead;
  records: FileRecord[];
}

/** Everything that reading these bytes gives. */
export async function readContent(content: string | Uint8Array, name = 'file'): Promise<WholeRead> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-reader-'));
  try {
    const path = join(folder, 'content');
    writeFileSync(path, content);
    const records: FileRecord[] = [];
    const onRecords = (batch: FileRecord[]): void => void records.push(...batch);
    return { head: await readFile({ path, name, size: content.length }, { onRecords }), records };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const readJsonContent = (json: unknown, name?: string): Promise<WholeRead> =>
  readContent(JSON.stringify(json), name);

/** A copy in which what stands at a JSON pointer is another; `undefined` takes it away. */
export function changed<T>(json: T, pointer: string, value: unknown): T {
  const copy = structuredClone(json);
  const way = pointer.split('/').slice(1);
  const last = way.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const step of way) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
