/** Reads a file in a thread of its own, with a ceiling on its memory: pages stay quick whatever the file is. */
import { Worker } from 'node:worker_threads';
import { headOf } from './head';
import type { ReadOptions } from './read-file.server';
import type { Source } from './reader';
import type { FileHead } from './records';
import { workerFile } from './worker-file.server';
import type { FromReader, ToReader } from './worker-messages';

/** What a thread may use for objects, in MB. The bytes of a file come on top, and those have a limit of their own. */
const MOST_MEMORY = 512;
/** A thread that says nothing for so long is busy with a file that was made to keep it busy. */
const LONGEST_SILENCE_MS = 120_000;
/** A thread that has nothing to do waits so long for another file. */
const IDLE_MS = 5_000;

/** A thread, and what is to be done with what it says: that is another's with each file. */
interface Thread {
  worker: Worker;
  onMessage: (message: FromReader) => void;
  onEnd: (error: NodeJS.ErrnoException) => void;
}

/** The thread that waits for a file, if there is one. */
let resting: { thread: Thread; timer: NodeJS.Timeout } | null = null;

/**
 * Like `readFile`, in a thread. A file that takes all its memory or its time is refused by the limit; a batch of records
 * is only read on once `onRecords` is done with the one before. Cancelling ends the thread.
 */
export async function readInWorker(source: Source, options: ReadOptions = {}): Promise<FileHead> {
  const { signal } = options;
  signal?.throwIfAborted();
  const thread = takeResting() ?? (await startThread());
  signal?.throwIfAborted();
  return new Promise<FileHead>((resolve, reject) => conduct(thread, source, options, resolve, reject));
}

function conduct(
  thread: Thread,
  source: Source,
  { kind, onRecords, onProgress, signal }: ReadOptions,
  resolve: (head: FileHead) => void,
  reject: (error: unknown) => void,
): void {
  const send = (message: ToReader): void => thread.worker.postMessage(message);
  let silence: NodeJS.Timeout | undefined;
  let over = false;

  const finish = (keep: boolean, settle: () => void): void => {
    if (over) return;
    over = true;
    clearTimeout(silence);
    signal?.removeEventListener('abort', cancel);
    if (keep) rest(thread);
    else stop(thread);
    settle();
  };
  const refused = (message: string): void =>
    finish(false, () => resolve(headOf(kind ?? null, 'not read', { errors: [{ place: '', rule: 'limit', message }] })));
  const cancel = (): void => finish(false, () => reject(signal?.reason));
  const listen = (): void => {
    clearTimeout(silence);
    silence = setTimeout(
      () => refused(`Reading the file takes longer than ${LONGEST_SILENCE_MS / 1000} seconds, so it was given up.`),
      LONGEST_SILENCE_MS,
    );
  };

  const hear = async (message: FromReader): Promise<void> => {
    switch (message.type) {
      case 'records':
        clearTimeout(silence);
        await onRecords?.(message.batch);
        if (over) return;
        listen();
        return send({ type: 'next' });
      case 'progress':
        listen();
        return onProgress?.(message.done);
      case 'done':
        return finish(true, () => resolve(message.head));
      default:
        return finish(false, () => reject(new Error(`Reading ${source.name} failed: ${message.message}`)));
    }
  };

  thread.onMessage = (message) => {
    hear(message).catch((error) => finish(false, () => reject(error)));
  };
  thread.onEnd = (error) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') finish(false, () => reject(error));
    else refused(`Reading the file needs more than ${MOST_MEMORY} MB of memory, so it was given up.`);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  listen();
  send({ type: 'read', source, ...(kind ? { kind } : {}) });
}

async function startThread(): Promise<Thread> {
  const worker = new Worker(await workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    execArgv: [],
  });
  const nothing = (): void => undefined;
  const thread: Thread = { worker, onMessage: nothing, onEnd: nothing };
  // Once and for all: a thread whose last listener is taken away hears nothing any more.
  worker.on('message', (message: FromReader) => thread.onMessage(message));
  worker.on('error', (error: NodeJS.ErrnoException) => thread.onEnd(error));
  worker.on('exit', (code) => thread.onEnd(new Error(`The reading thread ended with ${code}.`)));
  return thread;
}

function takeResting(): Thread | null {
  if (!resting) return null;
  const { thread, timer } = resting;
  resting = null;
  clearTimeout(timer);
  thread.worker.ref();
  return thread;
}

/** Keeps one thread for the next file, without holding the process up. */
function rest(thread: Thread): void {
  if (resting) {
    stop(thread);
    return;
  }
  const leave = (): void => {
    if (resting?.thread === thread) resting = null;
    stop(thread);
  };
  thread.onMessage = () => undefined;
  thread.onEnd = leave;
  thread.worker.unref();
  resting = { thread, timer: setTimeout(leave, IDLE_MS).unref() };
}

/** Ends the thread that waits for another file: for a command that is done, a server that stops, and tests. */
export function stopReading(): void {
  if (!resting) return;
  const { thread, timer } = resting;
  resting = null;
  clearTimeout(timer);
  stop(thread);
}

function stop(thread: Thread): void {
  thread.onMessage = () => undefined;
  thread.onEnd = () => undefined;
  void thread.worker.terminate();
}
