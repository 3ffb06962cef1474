/**
 * Reads what was brought onto the stage. Killed at any moment it begins again: rows that an earlier run left are taken
 * away first. What its own standard calls invalid is refused with the rule; nothing of it stays on the stage.
 */
import { open } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { importRows, imports } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { Refusal } from '../../readers/reader';
import type { FileHead } from '../../readers/records';
import { fileDetail, type ImportRow, importObject, lockImport, ownImport } from './import-row.server';
import { proposed, settleDates } from './mapping/column-mapping';
import { dateCells, profilesFor } from './mapping/profiles.server';
import { readParcel } from './read-parcel.server';
import { withFileOf } from './reading-file.server';
import { feedOf, purposeProblem, type RenewedFeed, smallHead } from './reading-rules';
import { clearStage } from './stage.server';
import { Cancelled, stageFile } from './staging.server';

interface Read {
  kind: ImportRow['kind'];
  head: FileHead;
  feeds: RenewedFeed[];
  rows: number;
}

/** Takes the import for this run, with an empty stage; null when it is not to be read any more. */
const begin = (orgId: string, id: string): Promise<ImportRow | null> =>
  inOrganisation(inTheBackground(orgId), async (tx) => {
    const row = await lockImport(tx, orgId, id);
    if (!row || (row.status !== 'waiting' && row.status !== 'reading')) return null;
    if (row.cancelAsked) {
      await endCancelled(tx, row);
      return null;
    }
    await clearStage(tx, orgId, id);
    const set = { status: 'reading' as const, readAt: null, progress: 0, progressOf: row.size, problem: '' };
    await tx.update(imports).set(set).where(ownImport(orgId, id));
    return { ...row, ...set };
  });

/** @returns whether there is more to do: rows to be held against the register */
export async function readImport({ orgId, id }: { orgId: string; id: string }): Promise<boolean> {
  const row = await begin(orgId, id);
  if (!row) return false;
  try {
    const read = await withFileOf(row, async (path) =>
      (await isParcel(row, path)) ? parcel(row, path) : single(row, path),
    );
    return await finish(row, read);
  } catch (error) {
    if (error instanceof Refusal) {
      const head: FileHead = {
        ...{ kind: null, format: 'ZIP', valid: false, errors: [error.problem], warnings: [], asOf: null, facts: {} },
        counts: {},
      };
      return finish(row, { kind: 'bundle', head, feeds: [], rows: 0 });
    }
    if (!(error instanceof Cancelled)) throw error;
    await inOrganisation(inTheBackground(orgId), async (tx) => {
      const now = await lockImport(tx, orgId, id);
      if (now?.cancelAsked && now.status === 'reading') await endCancelled(tx, now);
    });
    return false;
  }
}

/** Called off before anything was applied: the stage is emptied, the file itself stays. The caller of it recorded it. */
export async function endCancelled(tx: Tx, row: ImportRow): Promise<void> {
  await clearStage(tx, row.orgId, row.id);
  await tx.update(imports).set({ status: 'cancelled', progress: 0 }).where(ownImport(row.orgId, row.id));
}

/** A workbook is a ZIP too; only feeds come in parcels. */
async function isParcel(row: ImportRow, path: string): Promise<boolean> {
  if (row.purpose !== 'feed') return false;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304;
  } finally {
    await file.close();
  }
}

async function single(row: ImportRow, path: string): Promise<Read> {
  const source = { path, name: row.fileName, size: row.size };
  const { head, last } = await stageFile(row, source, { after: 0, within: '', done: 0 });
  const problem = head.valid ? purposeProblem(row.purpose, head) : null;
  const judged = problem ? { ...head, valid: false, errors: [problem] } : head;
  const feed = row.purpose === 'feed' ? feedOf(head) : null;
  return { kind: head.kind ?? '', head: judged, feeds: feed ? [feed] : [], rows: last };
}

async function parcel(row: ImportRow, path: string): Promise<Read> {
  return { kind: 'bundle', ...(await readParcel(row, path)) };
}

/** Words of the first problem, and how many there are besides. */
function inWords({ errors }: FileHead): string {
  const [first, ...others] = errors;
  if (!first) return 'Nothing in it can be taken.';
  const where = first.place ? ` (${first.place})` : '';
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  return `${first.rule}: ${first.message}${where}${more}`;
}

const finish = (row: ImportRow, { kind, head, feeds, rows }: Read): Promise<boolean> =>
  inOrganisation(inTheBackground(row.orgId), async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'reading') return false;
    if (now.cancelAsked) {
      await endCancelled(tx, now);
      return false;
    }
    const read = { kind, head: smallHead(head), readAt: new Date(), options: { ...now.options, feeds } };
    const set = (values: Partial<typeof imports.$inferInsert>) =>
      tx
        .update(imports)
        .set({ ...read, ...values, version: now.version + 1, updatedAt: new Date() })
        .where(ownImport(row.orgId, row.id));
    if (!head.valid || rows === 0) {
      const nothing = head.valid && !(await hasRows(tx, row)) ? 'It holds nothing that could be imported.' : '';
      const problem = nothing || inWords(head);
      // Of a parcel the refused files stay to be seen, with their rules.
      if (!head.valid) await clearStage(tx, row.orgId, row.id);
      await set({ status: 'refused', problem });
      await record(tx, inTheBackground(row.orgId), {
        action: 'import.refused',
        object: importObject(row),
        detail: { ...fileDetail({ ...row, kind }), problems: head.errors.slice(0, 20).map((one) => ({ ...one })) },
        reason: problem.slice(0, 1000),
      });
      return false;
    }
    if (kind !== 'table') {
      await set({ status: 'reading' });
      return true;
    }
    const { mapping, sure } = await mappingFor(tx, row, head);
    await set({ mapping, status: sure ? 'reading' : 'mapping' });
    return sure;
  });

const hasRows = async (tx: Tx, row: ImportRow): Promise<boolean> =>
  (await tx.$count(importRows, eq(importRows.importId, row.id))) > 0;

/** As the profile for these headings has it, otherwise as the headings propose. */
async function mappingFor(tx: Tx, row: ImportRow, head: FileHead) {
  const headings = Array.isArray(head.facts.headings) ? head.facts.headings.map(String) : [];
  const [profile] = await profilesFor(tx, row.orgId, headings);
  const start = profile ? { mapping: profile.mapping, sure: true } : proposed(headings);
  const { mapping, open: asked } = settleDates(start.mapping, await dateCells(tx, row.orgId, row.id, start.mapping));
  return { mapping, sure: start.sure && asked.length === 0 };
}
