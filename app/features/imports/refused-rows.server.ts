/**
 * The refused rows of an import in the format of its file, for mending: a table comes as CSV with its own headings and
 * cells and one column that says why; everything else as one JSON object a line, with what was read.
 */
import { eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { importRows } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { csvDownload } from '../csv';
import { type ImportRow, readImportRow } from './import-row.server';
import type { StagedRow } from './rows/row-kind';
import { headingsOf } from './save-mapping.server';
import { nextRows } from './stage.server';

const AT_ONCE = 500;

/** Heading of the column that says why; left out of the mapping when the file is brought again. */
export const WHY = 'Why it was refused';

const whyOf = ({ problems, place }: StagedRow): string =>
  problems.map(({ rule, message, place: where }) => `${where || place}: ${message} (${rule})`).join(' | ');

/** Batches of refused rows until there are no more. */
function batches(actor: Actor, row: ImportRow): () => Promise<StagedRow[] | null> {
  let after = 0;
  return async () => {
    const rows = await inOrganisation(actor, (tx) =>
      nextRows(tx, actor.orgId, row.id, after, AT_ONCE, eq(importRows.outcome, 'refused')),
    );
    after = rows.at(-1)?.n ?? after;
    return rows.length > 0 ? rows : null;
  };
}

const nameOf = (row: ImportRow, ending: string) =>
  `refused-${row.fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80)}.${ending}`;

function ndjson(row: ImportRow, next: () => Promise<StagedRow[] | null>): Response {
  const encoder = new TextEncoder();
  const line = (one: StagedRow) =>
    `${JSON.stringify({ place: one.place, why: one.problems, kind: one.kind, value: one.value })}\n`;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const rows = await next();
      if (rows) controller.enqueue(encoder.encode(rows.map(line).join('')));
      else controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nameOf(row, 'ndjson')}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The download; null when the organisation has no such import. */
export async function refusedRows(actor: Actor, id: string): Promise<Response | null> {
  const row = await inOrganisation(actor, (tx) => readImportRow(tx, actor.orgId, id));
  if (!row) return null;
  const next = batches(actor, row);
  if (row.kind !== 'table') return ndjson(row, next);
  const headings = headingsOf(row);
  // A file that was mended half and brought again has the column already.
  const kept = headings.flatMap((heading, column) => (heading === WHY ? [] : [column]));
  return csvDownload(nameOf(row, 'csv'), [...kept.map((column) => headings[column] ?? ''), WHY], async () => {
    const rows = await next();
    return rows?.map((one) => [...kept.map((column) => one.cells?.[column] ?? ''), whyOf(one)]) ?? null;
  });
}
