/** Reads any supported file: looks what it is, hands it to the reader of that kind, and makes a value of every refusal. */
import { stat } from 'node:fs/promises';
import { headOf } from './head';
import { LIMITS, type Out, Refusal, refuse, type Source } from './reader';
import { recognise } from './recognise.server';
import type { FileHead, FileKind, FileRecord } from './records';
import { megabytes } from './size-in-words';

export interface ReadOptions {
  /** What the file has to be; anything else is refused. */
  kind?: FileKind;
  /**
   * Takes the records as they are found; reading waits for it. A file can turn out to be invalid at its end: what was
   * given before does not count then.
   */
  onRecords?: (batch: FileRecord[]) => Promise<void> | void;
  /** Bytes read so far. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** Records that are handed over at once. */
const BATCH = 500;

/**
 * Reads a file to its end. What is wrong with it is part of the answer; only a defect of ours throws, and an AbortError
 * when `signal` asks for it.
 */
export async function readFile(source: Source, options: ReadOptions = {}): Promise<FileHead> {
  const counts: FileHead['counts'] = {};
  let kind: FileKind | null = null;
  let format = 'not recognised';
  try {
    await checkFile(source);
    const recognised = await recognise(source);
    ({ kind, format } = recognised);
    if (options.kind && options.kind !== kind) {
      refuse('format', '', `This is ${format}, and here only ${options.kind} is taken.`);
    }
    const read = await recognised.load();
    const head = await read(source, counting(counts, options));
    options.signal?.throwIfAborted();
    options.onProgress?.(source.size);
    return { ...head, counts };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...headOf(kind, format, { errors: [error.problem] }), counts };
  }
}

/** Hands records on in batches, and counts them. */
function counting(counts: FileHead['counts'], { onRecords, onProgress, signal }: ReadOptions): Out {
  return {
    async records(all) {
      for (let from = 0; from < all.length; from += BATCH) {
        signal?.throwIfAborted();
        const batch = all.slice(from, from + BATCH);
        for (const { kind } of batch) counts[kind] = (counts[kind] ?? 0) + 1;
        await onRecords?.(batch);
      }
    },
    progress: (done) => onProgress?.(done),
    checkCancelled: () => signal?.throwIfAborted(),
  };
}

/** Looks at the file before it is opened: opening a pipe would wait for ever. */
async function checkFile({ path }: Source): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => refuse('file', '', fileProblem(error)));
  if (found.isDirectory()) refuse('file', '', 'This is a folder, not a file.');
  if (!found.isFile()) refuse('file', '', 'This is no ordinary file, so it is not read.');
  if (found.size === 0) refuse('file', '', 'The file is empty.');
  if (found.size > LIMITS.file) {
    refuse('limit', '', `The file has ${megabytes(found.size)}; at most ${megabytes(LIMITS.file)} are read.`);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EACCES: 'The file may not be read: permission is missing.',
  EPERM: 'The file may not be read: permission is missing.',
  ELOOP: 'The file is a link that leads in a circle.',
  ENAMETOOLONG: 'The name of the file is too long.',
};

/** What the system says about a file, in words. Anything else is a defect and is thrown on. */
export function fileProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_INVALID_ARG_VALUE') return 'This is no name of a file.';
  if (!error.code || !error.syscall) throw error;
  return WORDS[error.code] ?? `The file cannot be read (${error.code}).`;
}
