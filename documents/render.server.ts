/**
 * Documents for pages and jobs: rendered in worker threads of low priority, so that no page waits for a letter.
 * Application code imports this file and the catalogue, and types; never the renderer itself.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import { kept, once } from '../db/once';
import { projectRoot } from '../db/project-root';
import type { DocumentKind, DocumentModels } from './catalogue.server';
import { DocumentTooLong, type RenderedDocument } from './refusals';
import type { SealTask } from './seal/incremental';
import type { RenderAnswer, RenderTask } from './worker';

export { DocumentTooLong, type RenderedDocument } from './refusals';

/** Renderings that may wait; one takes 20 to 100 ms, so the last of them waits for seconds, not for minutes. */
const MOST_WAITING = 200;
/** A rendering that takes longer is stopped: a letter takes a fraction of a second, 100,000 characters about one. */
const LONGEST_MS = 120_000;
const POOL = 'documents.pool';

/** Too many renderings are waiting already. A page answers with 503 and asks to try again. */
export class RenderingBusy extends Error {
  readonly status = 503;
  readonly retryAfterSeconds = 10;
  constructor() {
    super(`More than ${MOST_WAITING} documents are waiting to be printed; please try again in a moment.`);
    this.name = 'RenderingBusy';
  }
}

/**
 * Renders a document in a worker thread. The same kind, model and date always give the same bytes.
 * @param issuedAt date in the properties of the file; the dates in the text are the model's own
 * @returns bytes of the PDF, their SHA-256, the SHA-256 of the model (printed at the foot) and the number of pages
 * @throws RenderingBusy when the queue is full, DocumentTooLong when the model holds too much text to print
 */
export async function renderDocument<K extends DocumentKind>(
  kind: K,
  model: DocumentModels[K],
  issuedAt: Date,
): Promise<RenderedDocument> {
  const task: RenderTask = { kind, model, issuedAt: issuedAt.toISOString() };
  const answer: RenderAnswer = await inThread('default', task);
  if (!answer.ok) throw new DocumentTooLong(answer.characters);
  return answer.document;
}

/**
 * Does a task of the worker (documents/worker.tsx) in one of its threads.
 * @throws RenderingBusy when the queue is full
 */
export async function inThread<Answer>(name: 'default' | 'sealTask', task: RenderTask | SealTask): Promise<Answer> {
  const pool = await once(POOL, () => startPool());
  if (pool.queueSize >= MOST_WAITING) throw new RenderingBusy();
  return pool.run(task, { name, signal: AbortSignal.timeout(LONGEST_MS) });
}

/** Ends the threads once what is running is done; for a graceful stop of the server. */
export async function stopRendering(): Promise<void> {
  const pool = await kept<Promise<Piscina>>(POOL);
  await pool?.close();
}

/**
 * The threads; pages share those that renderDocument keeps, a measurement starts its own.
 * @param niceIncrement how far below other work the system puts them; 0 only to compare
 * @param maxThreads one core stays for pages: a second thread only where there are cores to spare
 */
export async function startPool(maxThreads = availableParallelism() > 3 ? 2 : 1, niceIncrement = 10): Promise<Piscina> {
  return new Piscina({
    filename: await workerFile(),
    minThreads: 0,
    maxThreads,
    idleTimeout: 60_000,
    maxQueue: MOST_WAITING + 50,
    concurrentTasksPerWorker: 1,
    // Fonts and layout of a letter take about 60 MB; the longest document that is not refused stays below this.
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // The system gives a page the processor before it gives it to a letter.
    niceIncrement,
    // Loaders of the parent (tests, development) are not ours; React is faster and quieter in production mode.
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
    recordTiming: false,
  });
}

/** The worker built with the server; when this module runs from source (tests, development), one built just now. */
async function workerFile(): Promise<string> {
  const root = projectRoot();
  if (!import.meta.url.endsWith('.ts')) {
    const built = path.join(root, 'build', 'document-worker.js');
    if (!existsSync(built)) throw new Error(`The document worker is not built: ${built}`);
    return built;
  }
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'documents', 'worker.tsx')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const folder = path.join(root, 'build', 'from-source');
  const file = path.join(folder, `document-worker-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}.${Math.round(performance.now() * 1000)}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return file;
}
