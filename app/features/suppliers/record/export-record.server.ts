/** The record of a supplier taken away: as CSV, JSON or PDF, all from the numbers that the page shows. */
import { inOrganisation } from '../../../../db/client.server';
import { DocumentTooLong, RenderingBusy, renderDocument } from '../../../../documents/render.server';
import { record as recordEvent } from '../../../audit/append.server';
import type { Actor } from '../../../guard/actor';
import { auditActor } from '../../../guard/guard.server';
import { supplierObject } from '../supplier-row.server';
import { printModel } from './print-model';
import { readRecord } from './read-record.server';
import { recordCsv } from './record-csv';
import { METHOD, type SupplierRecordData } from './record-model';

export type RecordFormat = 'csv' | 'json' | 'pdf';

const TYPES: Record<RecordFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/**
 * Makes the file, and records the export once it is made: what could not be printed was not taken away.
 * @returns null when the organisation has no such supplier; an answer of 413 or 503 when it cannot be printed
 */
export async function exportRecord(actor: Actor, supplierId: string, format: RecordFormat): Promise<Response | null> {
  const found = await inOrganisation(actor, (tx) => readRecord(tx, actor.orgId, supplierId));
  if (!found) return null;
  let body: string | Uint8Array<ArrayBuffer>;
  try {
    body = await fileOf(found, format);
  } catch (error) {
    if (!(error instanceof DocumentTooLong || error instanceof RenderingBusy)) throw error;
    const headers: Record<string, string> = error.status === 503 ? { 'Retry-After': '10' } : {};
    return new Response(error.message, { status: error.status, headers });
  }
  await inOrganisation(actor, (tx) =>
    recordEvent(tx, auditActor(actor), {
      action: 'supplier.exported',
      object: supplierObject(supplierId, found.supplier.name),
      detail: { format, date: found.date, letters: found.standing.letters },
    }),
  );
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="supplier-record-${found.date}.${format}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function fileOf(found: SupplierRecordData, format: RecordFormat): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'csv') return recordCsv(found);
  if (format === 'json') return `${JSON.stringify({ ...found, method: METHOD }, null, 2)}\n`;
  const printed = await renderDocument('supplier-record', printModel(found), new Date(`${found.date}T00:00:00Z`));
  return new Uint8Array(printed.bytes);
}
