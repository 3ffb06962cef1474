/** Reads one file onto the stage, in the reading thread, while saying how far it is and listening for "cancel". */
import { inOrganisation } from '../../../db/client.server';
import { imports } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { readInWorker } from '../../readers/read-in-worker.server';
import type { Source } from '../../readers/reader';
import type { FileHead, FileRecord } from '../../readers/records';
import { type ImportRow, ownImport, readImportRow } from './import-row.server';
import { type NewRow, stageRows } from './stage.server';

/** Thrown when somebody called the import off. */
export class Cancelled extends Error {}

const LOOK_EVERY_MS = 1000;

export interface Staged {
  head: FileHead;
  /** Number of the last row on the stage. */
  last: number;
}

interface Where {
  /** Number of the last row that is on the stage already. */
  after: number;
  /** Put before the places of rows: the name of the file in an archive. */
  within: string;
  /** Bytes that were read of files before this one. */
  done: number;
}

const asRow = (record: FileRecord, n: number, within: string): NewRow => {
  const place = within ? `${within}: ${record.place}`.replace(/: $/, '') : record.place;
  const shared = { n, place, kind: record.kind, warnings: record.warnings };
  if (record.kind === 'row') return { ...shared, value: {}, cells: record.value.cells };
  return { ...shared, value: record.value };
};

/** Says how far reading is; throws `Cancelled` when somebody wants no more of it. */
async function look(row: ImportRow, progress: number): Promise<void> {
  await inOrganisation(inTheBackground(row.orgId), async (tx) => {
    const now = await readImportRow(tx, row.orgId, row.id);
    if (!now || now.cancelAsked || now.status !== 'reading') throw new Cancelled();
    await tx.update(imports).set({ progress }).where(ownImport(row.orgId, row.id));
  });
}

/** Puts the records of a file onto the stage. What its head says in the end decides whether they stay. */
export async function stageFile(row: ImportRow, source: Source, { after, within, done }: Where): Promise<Staged> {
  const stop = new AbortController();
  let last = after;
  let read = 0;
  const watching = setInterval(() => {
    look(row, done + read).catch((error) => stop.abort(error));
  }, LOOK_EVERY_MS);
  try {
    await look(row, done);
    const head = await readInWorker(source, {
      signal: stop.signal,
      onProgress: (bytes) => {
        read = bytes;
      },
      onRecords: async (batch) => {
        const rows = batch.map((record, index) => asRow(record, last + 1 + index, within));
        await inOrganisation(inTheBackground(row.orgId), (tx) => stageRows(tx, row.orgId, row.id, rows));
        last += rows.length;
      },
    });
    return { head, last };
  } finally {
    clearInterval(watching);
  }
}
