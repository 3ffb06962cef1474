/** Reads what a test made, as if it were a file that somebody sent. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reader, Refusal } from '../reader';
import type { FileHead, FileRecord, Problem } from '../records';

export interface Read {
  head: FileHead | null;
  records: FileRecord[];
  /** Whatever was wrong, refused at once or told at the end. */
  errors: Problem[];
}

export async function readWith(reader: Reader, content: string | Uint8Array): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-reader-'));
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const records: FileRecord[] = [];
  const out = {
    records: async (batch: FileRecord[]) => void records.push(...batch),
    progress: () => undefined,
    checkCancelled: () => undefined,
  };
  try {
    const head = await reader({ path, name: 'file', size: Buffer.byteLength(content) }, out);
    return { head, records, errors: head.errors };
  } catch (error) {
    if (error instanceof Refusal) return { head: null, records, errors: [error.problem] };
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const readPath = (reader: Reader, path: string): Promise<Read> => readWith(reader, readFileSync(path));

/** "rule @ place" of the first thing that is wrong; empty when nothing is. */
export const firstFault = ({ errors: [first] }: Read): string => (first ? `${first.rule} @ ${first.place}` : '');

/** Every place in a JSON value, as ways of keys and indexes. */
export function* waysIn(value: unknown, way: (string | number)[] = []): Generator<(string | number)[]> {
  yield way;
  if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* waysIn(one, [...way, n]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* waysIn(one, [...way, key]);
  }
}

/** A copy with another value in one place, or without what stands there. */
export function changed(
  value: unknown,
  [step, ...rest]: (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, n) => (n === step ? changed(one, rest, change) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === step ? changed(one, rest, change) : one]),
  );
}
