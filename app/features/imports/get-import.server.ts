/** One import as its page shows it: what it is, how far it is, and a page of its rows. */
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, importRows, imports } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { FileRecord } from '../../readers/records';
import { pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { feedAges } from './feed-ages.server';
import { feedWarnings } from './feed-warnings.server';
import { type ImportRow, readImportRow } from './import-row.server';
import type { ImportPage, ShownRow } from './import-view';
import { OUTCOMES, type Outcome } from './import-words';
import { LEFT_ALONE, ofImport } from './stage.server';
import { inWords } from './value-in-words';

const BY_NUMBER: Sorting = { by: [sql`${importRows.n}`], parts: ['integer'] };
const ROWS = 50;

type Filter = ImportPage['filter'];

const filterIn = (search: URLSearchParams): Filter => {
  const wanted = search.get('show') ?? '';
  return wanted === 'warned' || wanted === 'left' || OUTCOMES.includes(wanted as Outcome) ? (wanted as Filter) : '';
};

const fitting = (filter: Filter): SQL | undefined => {
  if (filter === '') return undefined;
  if (filter === 'left') return LEFT_ALONE;
  if (filter === 'warned') return sql`jsonb_array_length(${importRows.warnings}) > 0`;
  return eq(importRows.outcome, filter);
};

const PAGES: Partial<Record<FileRecord['kind'], string>> = { device: '/units/', advisory: '/advisories/' };

const shown = (row: typeof importRows.$inferSelect): ShownRow => ({
  ...{ n: row.n, place: row.place, label: row.label, outcome: row.outcome, problems: row.problems },
  ...{ warnings: row.warnings, undoProblem: row.undoProblem },
  differences: Object.entries(row.differences ?? {}).map(([what, [before, after]]) => ({
    ...{ what, before: inWords(before), after: inWords(after) },
  })),
  applied: row.appliedAt !== null,
  undone: row.undoneAt !== null,
  to: row.targetId && PAGES[row.kind] && row.undoneAt === null ? `${PAGES[row.kind]}${row.targetId}` : null,
});

async function rowsOf(tx: Tx, row: ImportRow, search: URLSearchParams): Promise<ImportPage['rows']> {
  const wish = pageWish(search, BY_NUMBER.parts);
  const read = await tx
    .select()
    .from(importRows)
    .where(and(ofImport(row.orgId, row.id), fitting(filterIn(search)), keysetCondition(BY_NUMBER, wish, false)))
    .orderBy(keysetOrder(BY_NUMBER, wish, false))
    .limit(ROWS + 1);
  const page = pageOf(read, wish, ({ n }) => [String(n)], ROWS);
  return { ...page, rows: page.rows.map(shown) };
}

async function modelOf(tx: Tx, { orgId, modelId }: ImportRow): Promise<ImportPage['model']> {
  if (!modelId) return null;
  const [model] = await tx
    .select({ id: deviceModels.id, name: deviceModels.name })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId)));
  return model ?? null;
}

/** Whether the same bytes were brought at another time; the last such time. */
async function sameBytes(tx: Tx, row: ImportRow): Promise<ImportPage['sameAs']> {
  const [other] = await tx
    .select({ id: imports.id, createdAt: imports.createdAt, byName: imports.createdByName, status: imports.status })
    .from(imports)
    .where(and(eq(imports.orgId, row.orgId), eq(imports.sha256, row.sha256), ne(imports.id, row.id)))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1);
  return other ? { id: other.id, at: other.createdAt.toISOString(), byName: other.byName, status: other.status } : null;
}

const filesOf = ({ head }: ImportRow): ImportPage['files'] =>
  Array.isArray(head?.facts.files) ? (head.facts.files as ImportPage['files']) : [];

/** Reads an import with a page of its rows; null when the organisation has none of that id. */
export const getImport = (actor: Actor, id: string, search: URLSearchParams): Promise<ImportPage | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await readImportRow(tx, actor.orgId, id);
    if (!row) return null;
    const { head, options } = row;
    const left =
      row.status === 'undone' ? await tx.$count(importRows, and(ofImport(row.orgId, row.id), LEFT_ALONE)) : 0;
    return {
      ...{ id, fileName: row.fileName, purpose: row.purpose, kind: row.kind, format: head?.format ?? '' },
      ...{ size: row.size, sha256: row.sha256, status: row.status, problem: row.problem, files: filesOf(row) },
      head: head && { errors: head.errors, warnings: head.warnings.slice(0, 50), asOf: head.asOf },
      signedBy: typeof head?.facts.signed_by === 'string' ? head.facts.signed_by : '',
      model: await modelOf(tx, row),
      ...{ softwareVersion: row.softwareVersion, broughtBy: row.broughtBy, createdByName: row.createdByName },
      createdAt: row.createdAt.toISOString(),
      sameAs: await sameBytes(tx, row),
      ...{ progress: row.progress, progressOf: row.progressOf, counts: row.counts, cancelAsked: row.cancelAsked },
      options: {
        mayCreate: options.mayCreate === true,
        mayRestore: options.mayRestore === true,
        retireGone: options.retireGone === true,
      },
      applied: row.appliedAt && { at: row.appliedAt.toISOString(), byName: row.appliedByName },
      undone: row.undoneAt && {
        ...{ at: row.undoneAt.toISOString(), byName: row.undoneByName, reason: row.undoReason, left },
      },
      warnings: row.status === 'ready' ? await feedWarnings(tx, row, row.counts) : [],
      feeds: row.purpose === 'feed' ? await feedAges(tx, actor.orgId) : [],
      rows: await rowsOf(tx, row, search),
      filter: filterIn(search),
      mayAct: can(actor, 'import:run'),
      today: today(),
    };
  });
