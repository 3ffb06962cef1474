/**
 * Model in, PDF out, in this thread. The worker, the command line and the tests all come through here; pages use
 * render.server.ts, which keeps this off the main thread.
 */
import { createHash } from 'node:crypto';
import { renderToBuffer } from '@react-pdf/renderer';
import canonicalize from 'canonicalize';
import { catalogue, type DocumentKind, type DocumentModels } from './catalogue.server';
import type { DocumentDefinition, Frame } from './document';
import { prepareFonts } from './fonts/register';
import { attachReplyForm, closePdf, openPdf } from './parts/attachments';
import { bookmarkPages } from './parts/bookmark-pages';
import type { ThemeName } from './parts/letter-model';
import { printable } from './printable';
import { DocumentTooLong, MOST_CHARACTERS, type RenderedDocument } from './refusals';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** SHA-256 of the canonical JSON (RFC 8785) of a document's kind, date and model. */
export function contentHash(kind: DocumentKind, model: unknown, issuedAt: Date): string {
  // RFC 8785 knows no half characters; neither does the database that keeps the model.
  const whole = JSON.parse(JSON.stringify(model), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
  );
  const canonical = canonicalize({ kind, issuedAt: issuedAt.toISOString(), model: whole });
  if (canonical === undefined) throw new TypeError('The model is not JSON.');
  return sha256(canonical);
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: the fonts are shared, and a thread has one processor anyway. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Renders a document. The same kind, model and date always give the same bytes.
 * @param issuedAt date in the properties of the file; the dates in the text are the model's own
 * @throws DocumentTooLong
 */
export async function render<K extends DocumentKind>(
  kind: K,
  model: DocumentModels[K],
  issuedAt: Date,
): Promise<RenderedDocument> {
  const characters = JSON.stringify(model).length;
  if (characters > MOST_CHARACTERS) throw new DocumentTooLong(characters);
  return inTurn(async () => {
    await prepareFonts();
    const contentSha256 = contentHash(kind, model, issuedAt);
    const definition: DocumentDefinition<DocumentModels[K]> = catalogue[kind];
    const form = definition.form?.(model);
    // What is embedded need not be printable: only the words that are printed choose the fonts.
    const { model: words, families, longTexts, unprintable } = await printable(form ? withoutForm(model) : model);
    const frame: Frame = { issuedAt, contentSha256, families, longTexts, unprintable, theme: themeOf(model) };
    const draw = (own: Frame) => renderToBuffer(definition.component({ model: words, frame: own }));
    let buffer = await draw(frame);
    if (definition.contents) buffer = await draw({ ...frame, contents: await bookmarkPages(buffer) });
    let bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    if (form || definition.finish) {
      const pdf = await openPdf(bytes);
      await definition.finish?.(pdf, model);
      if (form) await attachReplyForm(pdf, form, issuedAt);
      bytes = new Uint8Array(await closePdf(pdf));
    }
    return { bytes, sha256: sha256(bytes), contentSha256, pages: countPages(buffer) };
  });
}

const themeOf = (model: { theme?: ThemeName } | object): ThemeName => ('theme' in model && model.theme) || 'standard';

const withoutForm = <M>(model: M): M => ({ ...model, form: undefined });

/** Reads the count from the page tree; line breaks inside strings are escaped, so no text can imitate it. */
function countPages(pdf: Buffer): number {
  const found = [...pdf.toString('latin1').matchAll(/\/Type \/Pages\n\/Count (\d+)/g)].at(-1)?.[1];
  if (!found) throw new Error('The rendered file has no page tree.');
  return Number(found);
}
