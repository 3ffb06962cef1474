/**
 * Applies an import in pieces. Each piece is one transaction that writes its rows and marks them: killed at any moment,
 * the next run goes on with the first row that is not marked, and the end is the same as without the kill.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { importRows, imports } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { FileRecord } from '../../readers/records';
import { rematch } from '../advisories/rematch.server';
import { stateComponentList } from '../devices/component-list-fact.server';
import { reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { forgetChoices } from '../units/unit-choices.server';
import { contextOf } from './context.server';
import { fileDetail, type ImportRow, importObject, lockImport, ownImport } from './import-row.server';
import { renewFeeds } from './renew-feeds.server';
import { KIND_NAMES, REPLACED, ROW_KINDS } from './rows/kinds.server';
import type { Context } from './rows/row-kind';
import { sourceOfImport } from './source-of-import';
import { countOutcomes, keepHeld, markWritten, nextRows, ofImport, TO_WRITE } from './stage.server';
import { touchedModels } from './touched-models.server';

type Kind = FileRecord['kind'];

/** Told after each piece; tests stop a run there, as a kill would. */
export interface Watching {
  afterPiece?(rows: number): void;
}

const WRITABLE = new Set(['new', 'changed', 'gone']);

/** Runs until everything is applied, or somebody else has. */
export async function applyImport(row: ImportRow, watching: Watching = {}): Promise<void> {
  const context = contextOf(row);
  for (const kind of KIND_NAMES) {
    const withGone = REPLACED.includes(kind) || (kind === 'component' && row.options.retireGone === true);
    for (let after = 0; ; ) {
      const next = await piece(row, context, kind, withGone, after);
      if (next === 'stopped') return;
      if (next === 'done') break;
      watching.afterPiece?.(next);
      after = next;
    }
  }
  await finish(row, context);
  forgetChoices(row.orgId);
}

const piece = (
  row: ImportRow,
  context: Context,
  kind: Kind,
  withGone: boolean,
  after: number,
): Promise<number | 'done' | 'stopped'> =>
  inOrganisation(context.by, async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'applying') return 'stopped';
    const rowKind = ROW_KINDS[kind];
    const fitting = and(eq(importRows.kind, kind), TO_WRITE(withGone));
    const rows = await nextRows(tx, row.orgId, row.id, after, rowKind.atOnce, fitting);
    const last = rows.at(-1);
    if (!last) return 'done';
    context.events = [];
    // What stands in the stage was true when the file was held against the register; what counts is what is true now.
    const held = await rowKind.hold(tx, context, rows, true);
    const other = held.filter(({ outcome }) => !WRITABLE.has(outcome));
    await keepHeld(tx, row.orgId, row.id, other, false);
    const written = await rowKind.write(
      tx,
      context,
      held.filter(({ outcome }) => WRITABLE.has(outcome)),
    );
    await markWritten(tx, row.orgId, row.id, written);
    await tx.update(imports).set({ progress: last.n }).where(ownImport(row.orgId, row.id));
    await record(tx, context.by, ...context.events);
    return last.n;
  });

const finish = (row: ImportRow, context: Context): Promise<void> =>
  inOrganisation(context.by, async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    if (now?.status !== 'applying') return;
    const counts = await countOutcomes(tx, row.orgId, row.id);
    const applied = await tx.$count(importRows, and(ofImport(row.orgId, row.id), isNotNull(importRows.appliedAt)));
    const feedsBefore = await renewFeeds(tx, now);
    await stateList(tx, now, context);
    const voided = await lookAtModels(tx, now, context);
    await tx
      .update(imports)
      .set({
        ...{ status: 'applied', counts, appliedAt: new Date(), appliedByName: context.by.name, problem: '' },
        options: { ...now.options, feedsBefore },
        ...{ version: now.version + 1, updatedAt: new Date() },
      })
      .where(ownImport(row.orgId, row.id));
    const detail = { ...fileDetail(now), ...counts, rows: applied };
    const event: AuditEvent = { action: 'import.applied', object: importObject(now), detail };
    await record(tx, context.by, ...voided, event);
  });

/** A component list is a statement as a whole too: the model has one now, of this file. */
async function stateList(tx: Tx, row: ImportRow, { by }: Context): Promise<void> {
  if (row.purpose !== 'components' || !row.modelId) return;
  const listed = row.head?.counts.component ?? 0;
  const version = row.softwareVersion ? `, for version ${row.softwareVersion}` : '';
  const value = `${row.head?.format ?? ''}, ${listed.toLocaleString('en-GB')} components${version}`;
  await stateComponentList(tx, by, row.modelId, value, sourceOfImport(row));
}

/**
 * What follows from what was written to models: matches are looked for again, and signatures fall that covered it. A run
 * that took over from a killed one does not know what that wrote: it looks at every model of the import.
 */
export async function lookAtModels(tx: Tx, row: ImportRow, context: Context): Promise<AuditEvent[]> {
  const touched = await touchedModels(tx, row);
  // A model that came along has been held against no advisory yet; of the others only the versions may have moved.
  const versionsOnly = row.purpose === 'inventory' && row.options.mayCreate !== true;
  if (touched.length > MOST_SINGLY) await rematch(tx, row.orgId, {});
  else for (const modelId of touched) await rematch(tx, row.orgId, { modelId, versionsOnly });
  const events: AuditEvent[] = [];
  const signed = row.purpose === 'inventory' || row.purpose === 'mds2' ? touched : [];
  for (const modelId of signed) events.push(...(await reviewSignaturesOfModel(tx, context.by, modelId)));
  return events;
}

/** More models than this are matched in one go. */
const MOST_SINGLY = 50;
