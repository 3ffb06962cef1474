/**
 * Works an import off as far as it goes without a person: reads it, holds it against the register, applies it, undoes
 * it. Job: killed at any point it goes on, or begins its present step again; running twice at once does no harm.
 */
import { inOrganisation } from '../../../db/client.server';
import { imports } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { applyImport, type Watching } from './apply-import.server';
import { holdImport } from './hold-import.server';
import { type ImportRow, lockImport, ownImport, readImportRow } from './import-row.server';
import { isMoving } from './import-words';
import { readImport } from './read-import.server';
import { undoImport } from './undo-import.server';

/** Codes of errors that another attempt may not meet: connections, conflicts between two at once. */
const PASSING = /^(08|40|53|55|57|23505|ECONN|EPIPE|CONNECTION)/;

function isPassing(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && PASSING.test(code)) return true;
  }
  return false;
}

const current = (orgId: string, importId: string): Promise<ImportRow | null> =>
  inOrganisation(inTheBackground(orgId), (tx) => readImportRow(tx, orgId, importId));

/** Says that it went wrong where a person sees it; it can be let go on from there. */
const fail = (row: ImportRow, error: unknown) =>
  inOrganisation(inTheBackground(row.orgId), async (tx) => {
    const now = await lockImport(tx, row.orgId, row.id);
    // Reading takes an import from waiting; nobody but a job moves it on from these.
    if (!now || !isMoving(now.status)) return;
    const problem = `An error on our side: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown'}`;
    await tx
      .update(imports)
      .set({ status: 'failed', problem, options: { ...now.options, failedIn: now.status }, version: now.version + 1 })
      .where(ownImport(row.orgId, row.id));
  });

async function workOn(row: ImportRow, watching: Watching): Promise<boolean> {
  switch (row.status) {
    case 'waiting':
      return readImport(row);
    case 'reading':
      return row.readAt ? holdImport(row) : readImport(row);
    case 'applying':
      await applyImport(row, watching);
      return false;
    case 'undoing':
      await undoImport(row, watching);
      return false;
    default:
      return false;
  }
}

/** Throws only what another attempt may cure. */
export async function runImport(
  { orgId, importId }: { orgId: string; importId: string },
  watching: Watching = {},
): Promise<void> {
  for (;;) {
    const row = await current(orgId, importId);
    if (!row) return;
    try {
      if (!(await workOn(row, watching))) return;
    } catch (error) {
      if (isPassing(error) || error instanceof Interrupted) throw error;
      await fail(row, error);
      console.error(`Import ${importId} stopped:`, error);
      return;
    }
  }
}

/** For tests: what `afterPiece` throws to stop a run as a kill would. */
export class Interrupted extends Error {}
