/** Looks into files from outside in a thread of its own, with a ceiling on its memory and its time. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Piscina } from 'piscina';
import { kept, once } from '../../../db/once';
import { projectRoot } from '../../../db/project-root';
import { endingOf } from './clean-name';
import type { Examination } from './examine/examination';
import { NOTHING_READ, type Reading, type ReadTask } from './examine/reading';
import { MEDIA_TYPES } from './upload-limits';

const POOL = 'replies.examiner';
/** A file that takes longer was made to. */
const LONGEST_MS = 30_000;

/** The worker built with the server; when this module runs from source (tests, development), one built just now. */
async function workerFile(): Promise<string> {
  const root = projectRoot();
  if (!import.meta.url.endsWith('.ts')) return path.join(root, 'build', 'file-examiner.js');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'app', 'features', 'files', 'examine', 'worker.server.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const folder = path.join(root, 'build', 'from-source');
  const file = path.join(folder, `file-examiner-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}.${Math.round(performance.now() * 1000)}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return file;
}

const start = async () =>
  new Piscina({
    filename: await workerFile(),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
    niceIncrement: 10,
    execArgv: [],
    recordTiming: false,
  });

/** One file at a time, and its time counts from its turn: who waits behind a slow file is not taken for one. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turns = once('replies.examiner.turns', () => ({ last: Promise.resolve() as Promise<unknown> }));
  const mine = turns.last.then(work, work);
  turns.last = mine.catch(() => undefined);
  return mine;
}

/**
 * What looking at a file says. A file that breaks the thread, or keeps it longer than half a minute, is not refused for
 * that: it is kept as one that could not be examined, and handed out only after a warning.
 * @param bytes all of the file; not usable by the caller afterwards
 */
export async function examineFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Examination> {
  const pool = await once(POOL, start);
  try {
    return await inTurn(() =>
      pool.run({ name, bytes }, { transferList: [bytes.buffer], signal: AbortSignal.timeout(LONGEST_MS) }),
    );
  } catch {
    const ending = endingOf(name);
    if (ending !== 'pdf') return { ok: false, message: 'It could not be examined: it is too large or too complex.' };
    const findings = ['is too complex to be examined'];
    return { ok: true, mediaType: MEDIA_TYPES.pdf, verdict: 'active_content', findings };
  }
}

/** Ends the thread; for a graceful stop, and for tests. */
export async function stopExamining(): Promise<void> {
  await (await kept<Promise<Piscina>>(POOL))?.destroy();
}

/** Answers in a file, read in the same thread; nothing when it holds none, or cannot be read in time. */
export async function readAnswersFrom(task: ReadTask): Promise<Reading> {
  const pool = await once(POOL, start);
  try {
    return await inTurn(() => pool.run(task, { name: 'readAnswersTask', signal: AbortSignal.timeout(LONGEST_MS) }));
  } catch {
    return NOTHING_READ;
  }
}
