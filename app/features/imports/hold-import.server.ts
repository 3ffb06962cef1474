/**
 * Holds the staged rows against what is there: new, changed with what differs, unchanged, refused with the way out, no
 * longer listed. Begun again it starts with the first row: what it says depends on nothing that it said before.
 */
import { eq, inArray, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { importRows, imports } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import type { FileRecord } from '../../readers/records';
import { mayApplyByItself } from './by-itself.server';
import { contextOf } from './context.server';
import { type ImportRow, lockImport, ownImport } from './import-row.server';
import { endCancelled } from './read-import.server';
import { KIND_NAMES, ROW_KINDS } from './rows/kinds.server';
import type { Context, RowKind, StagedRow } from './rows/row-kind';
import { clearStage, countOutcomes, keepHeld, nextRows, ofImport, stageRows } from './stage.server';

type Kind = FileRecord['kind'];

/** One transaction on an import that is being held; false when it is not to be any more. */
const step = (row: ImportRow, work: (tx: Tx) => Promise<void>): Promise<boolean> =>
  inOrganisation(inTheBackground(row.orgId), async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'reading') return false;
    if (now.cancelAsked) {
      await endCancelled(tx, now);
      return false;
    }
    await work(tx);
    return true;
  });

/** @returns whether it goes on by itself: a feed that nothing of is refused */
export async function holdImport(row: ImportRow): Promise<boolean> {
  const context = contextOf(row);
  const { orgId, id } = row;
  let kinds: Kind[] = [];
  let last = 0;
  const began = await step(row, async (tx) => {
    await clearStage(tx, orgId, id, eq(importRows.outcome, 'gone'));
    kinds = await kindsOf(tx, row);
    last = await lastRow(tx, row);
    await tx.update(imports).set({ progress: 0, progressOf: last }).where(ownImport(orgId, id));
  });
  if (!began) return false;
  for (const kind of kinds) {
    if (!(await holdKind(row, context, kind))) return false;
  }
  for (const kind of kinds) {
    const added = await stageGone(row, context, kind, last);
    if (added === null) return false;
    last += added;
  }
  let goesOn = false;
  await step(row, async (tx) => {
    const counts = await countOutcomes(tx, orgId, id);
    goesOn = await mayApplyByItself(tx, row, counts);
    const { actedBy: _, ...options } = row.options;
    await tx
      .update(imports)
      .set({
        status: goesOn ? 'applying' : 'ready',
        ...{ counts, progress: 0, progressOf: last, version: row.version + 1, updatedAt: new Date() },
        options: goesOn ? row.options : options,
      })
      .where(ownImport(orgId, id));
  });
  return goesOn;
}

async function kindsOf(tx: Tx, row: ImportRow): Promise<Kind[]> {
  const found = await tx.selectDistinct({ kind: importRows.kind }).from(importRows).where(ofImport(row.orgId, row.id));
  const there = new Set(found.map(({ kind }) => kind));
  // A VEX document in CycloneDX lists the components it speaks of; they belong to no model of ours.
  const held = KIND_NAMES.filter((kind) => there.has(kind) && !(kind === 'component' && row.modelId === null));
  return held.includes('device') ? held.filter((kind) => kind !== 'row') : held;
}

async function lastRow(tx: Tx, row: ImportRow): Promise<number> {
  const [found] = await tx
    .select({ n: max(importRows.n) })
    .from(importRows)
    .where(ofImport(row.orgId, row.id));
  return found?.n ?? 0;
}

/** Rows of a file that was refused as a whole, in an archive, stay refused. */
const isRefusedFile = ({ value }: StagedRow): boolean =>
  typeof value === 'object' && value !== null && 'refusedFile' in value;

async function holdKind(row: ImportRow, context: Context, kind: Kind): Promise<boolean> {
  const rowKind: RowKind = ROW_KINDS[kind];
  // Once mapped, a row of a table is a device; both are held by the same kind, in one order.
  const names: Kind[] = kind === 'device' || kind === 'row' ? ['device', 'row'] : [kind];
  for (let after = 0; ; ) {
    let done = false;
    const went = await step(row, async (tx) => {
      const rows = await nextRows(tx, row.orgId, row.id, after, rowKind.atOnce, inArray(importRows.kind, names));
      const lastOne = rows.at(-1);
      if (!lastOne) {
        done = true;
        return;
      }
      after = lastOne.n;
      const held = await rowKind.hold(
        tx,
        context,
        rows.filter((one) => !isRefusedFile(one)),
        false,
      );
      await keepHeld(tx, row.orgId, row.id, held, true);
      await tx.update(imports).set({ progress: after }).where(ownImport(row.orgId, row.id));
    });
    if (!went) return false;
    if (done) return true;
  }
}

/** @returns how many rows were added to the stage; null when it is not to go on */
async function stageGone(row: ImportRow, context: Context, kind: Kind, last: number): Promise<number | null> {
  const { gone } = ROW_KINDS[kind];
  if (!gone) return 0;
  let added = 0;
  const went = await step(row, async (tx) => {
    for await (const rows of gone(tx, context)) {
      const from = last + added;
      await stageRows(
        tx,
        row.orgId,
        row.id,
        rows.map(({ label, value, targetId }, index) => ({
          ...{ n: from + 1 + index, place: 'not in this file', kind, label, outcome: 'gone' as const, value, targetId },
        })),
      );
      added += rows.length;
    }
  });
  return went ? added : null;
}
