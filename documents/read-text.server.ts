/** The text of files that others send, read in a thread of its own with a limit of time: never where pages are made. */
import type { Piscina } from 'piscina';
import { once } from '../db/once';
import { startPool } from './render.server';
import type { TextAnswer, TextTask } from './text/extract';

export type { TextAnswer } from './text/extract';

/** Its own pool: a file made to take long keeps no letter waiting. */
const POOL = 'documents.text';
const MOST_WAITING = 20;
/** The thread is ended after that, whatever it does. */
const LONGEST_MS = 20_000;

/** @returns the text by page, or in words why there is none */
export async function readText(bytes: Uint8Array, as: TextTask['as']): Promise<TextAnswer> {
  const pool: Piscina = await once(POOL, () => startPool(1));
  if (pool.queueSize >= MOST_WAITING)
    return { ok: false, message: 'Many files are being read; try again in a moment.' };
  try {
    return await pool.run({ bytes, as } satisfies TextTask, {
      name: 'textTask',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') {
      return { ok: false, message: 'Reading this file took too long and was stopped. Open it and type the words.' };
    }
    throw error;
  }
}
