/** The file of checkpoints beside the database. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../../db/project-root';
import { type Checkpoint, checkpointLine } from './checkpoint';

/** Where checkpoints stand outside the database, one a line, of all organisations. One data folder, one database. */
export const checkpointFile = (): string => join(dataFolder(), 'checkpoints.ndjson');

/** Adds a line. A folder that cannot be written is said on the console: the act that it follows has happened. */
export async function noteCheckpoint(checkpoint: Checkpoint): Promise<void> {
  try {
    await mkdir(dataFolder(), { recursive: true });
    await appendFile(checkpointFile(), `${checkpointLine(checkpoint)}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    console.error(`Checkpoint ${checkpoint.seq} could not be written to ${checkpointFile()}; the next one is:`, error);
  }
}
