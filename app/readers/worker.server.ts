/** The thread that reads files from outside, one after the other: what they do to a parser, they do to it. */
import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.server';
import type { FromReader, ToReader } from './worker-messages';

const port = parentPort;
if (!port) throw new Error('This runs in a thread only.');
const say = (message: FromReader): void => port.postMessage(message);

/** Goes on once the batch that was handed over last is dealt with. */
let acknowledged: (() => void) | null = null;

/** Bytes between two reports of progress. */
const STEP = 256 * 1024;

port.on('message', (message: ToReader) => {
  if (message.type === 'next') acknowledged?.();
  else void read(message);
});

async function read({ source, kind }: Extract<ToReader, { type: 'read' }>): Promise<void> {
  let reported = 0;
  try {
    const head = await readFile(source, {
      ...(kind ? { kind } : {}),
      onRecords: (batch) =>
        new Promise<void>((resolve) => {
          acknowledged = resolve;
          say({ type: 'records', batch });
        }),
      onProgress: (done) => {
        if (done - reported < STEP && done !== source.size) return;
        reported = done;
        say({ type: 'progress', done });
      },
    });
    say({ type: 'done', head });
  } catch (error) {
    say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
