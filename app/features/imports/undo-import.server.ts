/**
 * Takes an applied import back, row by row from its end, in pieces like applying it. What somebody has changed since is
 * left alone and listed; it may be applied again afterwards.
 */
import { and, desc, eq, lt } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { importRows, imports } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { FileRecord } from '../../readers/records';
import { takeBackComponentList } from '../devices/component-list-fact.server';
import { forgetChoices } from '../units/unit-choices.server';
import { lookAtModels, type Watching } from './apply-import.server';
import { contextOf } from './context.server';
import { fileDetail, type ImportRow, importObject, lockImport, ownImport } from './import-row.server';
import { putBackFeeds } from './renew-feeds.server';
import { KIND_NAMES, ROW_KINDS } from './rows/kinds.server';
import type { Context, StagedRow } from './rows/row-kind';
import { LEFT_ALONE, markUndone, ofImport, TO_UNDO, UNDONE } from './stage.server';

type Kind = FileRecord['kind'];

/** Beyond every row. */
const LAST = 2_147_483_647;

/** Runs until everything that may be taken back is. */
export async function undoImport(row: ImportRow, watching: Watching = {}): Promise<void> {
  const context = contextOf(row);
  for (const kind of [...KIND_NAMES].reverse()) {
    for (let before = LAST; ; ) {
      const next = await piece(row, context, kind, before);
      if (next === 'stopped') return;
      if (next === 'done') break;
      watching.afterPiece?.(next);
      before = next;
    }
  }
  await finish(row, context);
  forgetChoices(row.orgId);
}

const lastRows = (tx: Tx, row: ImportRow, kind: Kind, before: number, limit: number): Promise<StagedRow[]> =>
  tx
    .select()
    .from(importRows)
    .where(and(ofImport(row.orgId, row.id), lt(importRows.n, before), eq(importRows.kind, kind), TO_UNDO))
    .orderBy(desc(importRows.n))
    .limit(limit);

const piece = (row: ImportRow, context: Context, kind: Kind, before: number): Promise<number | 'done' | 'stopped'> =>
  inOrganisation(context.by, async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'undoing') return 'stopped';
    const rows = await lastRows(tx, row, kind, before, ROW_KINDS[kind].atOnce);
    const first = rows.at(-1);
    if (!first) return 'done';
    context.events = [];
    const problems = await ROW_KINDS[kind].undo(tx, context, rows);
    await markUndone(tx, row.orgId, row.id, rows, problems);
    await tx.update(imports).set({ progress: first.n }).where(ownImport(row.orgId, row.id));
    await record(tx, context.by, ...context.events);
    return first.n;
  });

const finish = (row: ImportRow, context: Context): Promise<void> =>
  inOrganisation(context.by, async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'undoing') return;
    const left = await tx.$count(importRows, and(ofImport(row.orgId, row.id), LEFT_ALONE));
    const back = await tx.$count(importRows, and(ofImport(row.orgId, row.id), UNDONE));
    await putBackFeeds(tx, now);
    if (now.purpose === 'components' && now.modelId) await takeBackComponentList(tx, context.by, now.modelId);
    const voided = await lookAtModels(tx, now, context);
    await tx
      .update(imports)
      .set({
        ...{ status: 'undone', undoneAt: new Date(), undoneByName: context.by.name, problem: '' },
        ...{ version: now.version + 1, updatedAt: new Date() },
      })
      .where(ownImport(row.orgId, row.id));
    await record(tx, context.by, ...voided, {
      action: 'import.undone',
      object: importObject(now),
      detail: { ...fileDetail(now), undone: back, left },
      reason: now.undoReason,
    });
  });
