/** Downloading a report or letter: rendered in a worker thread the first time, stored once, checked ever after. */
import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { once } from '../../../db/once';
import { documents } from '../../../db/schema/index.server';
import type { DocumentModels } from '../../../documents/catalogue.server';
import {
  DocumentTooLong,
  type RenderedDocument,
  RenderingBusy,
  renderDocument,
} from '../../../documents/render.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { documentFileName } from './file-name';

type DocumentRow = typeof documents.$inferSelect;

export type Download =
  | { ok: true; bytes: Uint8Array; sha256: string; fileName: string }
  /** 409: what is stored is not what was stored. 413: too long to print. 503: too many are being printed. */
  | { ok: false; status: 409 | 413 | 503; message: string };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a stored document, for an answer without bytes; null when it does not exist here or was never rendered. */
export const storedDigest = (actor: Actor, id: string): Promise<string | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({ sha256: documents.sha256 })
      .from(documents)
      .where(and(eq(documents.orgId, actor.orgId), eq(documents.id, id)));
    return row?.sha256 ?? null;
  });

/** The bytes of a document. Null when it does not exist in the actor's organisation; every download is recorded. */
export async function downloadDocument(actor: Actor, id: string): Promise<Download | null> {
  const row = await inOrganisation(actor, (tx) => readDocument(tx, actor.orgId, id));
  if (!row) return null;
  const fileName = documentFileName(row.kind, row.reference);
  if (row.bytes && row.sha256) {
    const whole = sha256(row.bytes) === row.sha256;
    await inOrganisation(actor, (tx) =>
      record(tx, auditActor(actor), whole ? eventOn(row, 'document.downloaded') : eventOn(row, 'document.damaged')),
    );
    if (whole) return { ok: true, bytes: row.bytes, sha256: row.sha256, fileName };
    const message = `The stored file of ${row.reference} no longer matches its recorded hash, so it is not handed out. Tell an administrator.`;
    return { ok: false, status: 409, message };
  }
  let rendered: RenderedDocument;
  try {
    rendered = await renderOnce(row);
  } catch (error) {
    if (error instanceof RenderingBusy) return { ok: false, status: 503, message: error.message };
    if (error instanceof DocumentTooLong) return { ok: false, status: 413, message: error.message };
    throw error;
  }
  await inOrganisation(actor, (tx) => store(tx, actor, row, rendered));
  return { ok: true, bytes: rendered.bytes, sha256: rendered.sha256, fileName };
}

async function readDocument(tx: Tx, orgId: string, id: string): Promise<DocumentRow | null> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.orgId, orgId), eq(documents.id, id)));
  return row ?? null;
}

const eventOn = (row: DocumentRow, action: 'document.downloaded' | 'document.damaged'): AuditEvent => ({
  action,
  object: { type: 'document', id: row.id, ref: row.reference },
  detail: { sha256: row.sha256 },
});

const running = () => once('letters.rendering', () => new Map<string, Promise<RenderedDocument>>());

/** People who ask for the same new document at the same moment wait for one rendering. */
function renderOnce(row: DocumentRow): Promise<RenderedDocument> {
  const already = running().get(row.id);
  if (already) return already;
  const rendering = renderDocument(row.kind, row.model as DocumentModels[typeof row.kind], row.issuedAt).finally(() =>
    running().delete(row.id),
  );
  running().set(row.id, rendering);
  return rendering;
}

/** Keeps the first rendering; a later one of the same model has the same bytes, so nothing is lost by leaving it. */
async function store(tx: Tx, actor: Actor, row: DocumentRow, rendered: RenderedDocument): Promise<void> {
  const kept = await tx
    .update(documents)
    .set({ bytes: rendered.bytes, sha256: rendered.sha256 })
    .where(and(eq(documents.orgId, actor.orgId), eq(documents.id, row.id), isNull(documents.bytes)))
    .returning({ id: documents.id });
  const object = { type: 'document', id: row.id, ref: row.reference };
  const detail = { sha256: rendered.sha256, pages: rendered.pages };
  const stored: AuditEvent[] = kept.length > 0 ? [{ action: 'document.rendered', object, detail }] : [];
  await record(tx, auditActor(actor), ...stored, eventOn({ ...row, sha256: rendered.sha256 }, 'document.downloaded'));
}
