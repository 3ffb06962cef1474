/**
 * Adds a place for a signature at the end of a PDF (ISO 32000-1, 7.5.6 and 12.8): not one byte that is there changes, so
 * that what was approved can be cut out of the sealed file again.
 */
import { createHash } from 'node:crypto';
import { ANNOTATION_FLAGS, SIG_FLAGS, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** Why a file cannot be sealed, in words. */
export class SealRefused extends Error {
  override name = 'SealRefused';
}

/** What a thread is told, and what it answers: errors do not keep their class on the way. */
export interface SealTask {
  bytes: Uint8Array;
  p12: Uint8Array;
  passphrase: string;
  at: string;
  reason: string;
  name: string;
}
export type SealAnswer = { ok: true; bytes: Uint8Array } | { ok: false; message: string };

export interface SealSecret {
  /** A PKCS #12 file with certificate, key and, best, the certificates of its issuers. */
  p12: Uint8Array;
  passphrase: string;
}

export interface SealWords {
  at: Date;
  reason: string;
  name: string;
}

/** A file with room for the signature: everything but `bytes[from, to)`, which holds `<000…>`, is to be signed. */
export interface WithRoom {
  bytes: Buffer;
  from: number;
  to: number;
}

const name = (text: string) => PDFName.of(text);
const WIDTH = 10;
/** Table 165 of ISO 32000-1: the field may not be moved or deleted. */
const LOCKED = 128;

/** Reads a PDF as it is, without touching its dates. */
export const readPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });

/** "D:20261124093000Z" */
const pdfTime = (at: Date): string => `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;

const bytesOf = (object: PDFObject): Buffer => {
  const buffer = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(buffer, 0);
  return buffer;
};

/** Where the last cross-reference begins, and whether it is a table or a stream: an update has to use the same. */
function lastCrossReference(bytes: Buffer): { at: number; table: boolean; size: number } {
  const mark = bytes.lastIndexOf('startxref');
  const at = Number(/^startxref\s+(\d+)/.exec(bytes.toString('latin1', mark, mark + 40))?.[1] ?? Number.NaN);
  if (mark < 0 || !Number.isInteger(at)) throw new SealRefused('The file has no cross-reference that can be extended.');
  const table = /^\s*xref/.test(bytes.toString('latin1', at, at + 20));
  const words = bytes.toString('latin1', at, mark);
  return { at, table, size: Number(/\/Size\s+(\d+)/.exec(words)?.[1] ?? 0) };
}

const listAt = (dict: PDFDict, key: string): PDFObject[] => dict.lookupMaybe(name(key), PDFArray)?.asArray() ?? [];

const rowOf = (context: PDFContext, items: PDFObject[]): PDFArray => {
  const row = PDFArray.withContext(context);
  for (const item of items) row.push(item);
  return row;
};

/** "Seal", or "Seal 2" where a field of that name is there. */
function freeName(context: PDFContext, fields: PDFObject[]): string {
  const taken = new Set(
    fields.map((field) => context.lookup(field, PDFDict).lookupMaybe(name('T'), PDFString, PDFHexString)?.decodeText()),
  );
  let wanted = 'Seal';
  for (let n = 2; taken.has(wanted); n += 1) wanted = `Seal ${n}`;
  return wanted;
}

/**
 * The file with an empty signature in it.
 * @param room bytes that the signature may take
 * @throws SealRefused when the file is encrypted or is not a PDF that can be extended
 */
export async function withRoom(original: Uint8Array, words: SealWords, room: number): Promise<WithRoom> {
  const before = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  const cross = lastCrossReference(before);
  const doc = await readPdf(original).catch((error: unknown) => {
    throw new SealRefused(`The file cannot be sealed: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { context, catalog } = doc;
  const { Root: root, Info: info, ID: id } = context.trailerInfo;
  const page = doc.getPages()[0];
  if (!(root instanceof PDFRef) || !page) throw new SealRefused('The file has no pages to seal.');

  // The reader forgets the numbers of the streams that hold other objects; the cross-reference counts them.
  let next = Math.max(context.largestObjectNumber, cross.size - 1);
  const [signature, widget] = [PDFRef.of(++next), PDFRef.of(++next)];
  const formAt = catalog.get(name('AcroForm'));
  const form = catalog.lookupMaybe(name('AcroForm'), PDFDict) ?? PDFDict.withContext(context);
  const fields = listAt(form, 'Fields');
  const flags = SIG_FLAGS.SIGNATURES_EXIST | SIG_FLAGS.APPEND_ONLY;
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: ANNOTATION_FLAGS.PRINT | LOCKED,
    P: page.ref,
    V: signature,
  });
  field.set(name('T'), PDFHexString.fromText(freeName(context, fields)));
  form.set(name('Fields'), rowOf(context, [...fields, widget]));
  form.set(name('SigFlags'), PDFNumber.of(flags));
  page.node.set(name('Annots'), rowOf(context, [...listAt(page.node, 'Annots'), widget]));

  const changed = new Map<PDFRef, Buffer>([
    [page.ref, bytesOf(page.node)],
    [widget, bytesOf(field)],
  ]);
  if (formAt instanceof PDFRef) changed.set(formAt, bytesOf(form));
  else {
    catalog.set(name('AcroForm'), form);
    changed.set(root, bytesOf(catalog));
  }

  const parts: Buffer[] = [before];
  let length = before.length;
  const add = (part: Buffer | string): number => {
    const at = length;
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
    return at;
  };
  const offsets = new Map<number, { at: number; generation: number }>();
  const open = (ref: PDFRef) =>
    offsets.set(ref.objectNumber, {
      at: add(`${ref.objectNumber} ${ref.generationNumber} obj\n`),
      generation: ref.generationNumber,
    });

  if (before.at(-1) !== 0x0a) add('\n');
  for (const [ref, body] of changed) {
    open(ref);
    add(body);
    add('\nendobj\n');
  }
  open(signature);
  add(`<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /${SUBFILTER_ETSI_CADES_DETACHED}\n`);
  add(`/M (${pdfTime(words.at)})\n`);
  for (const [key, text] of [
    ['Name', words.name],
    ['Reason', words.reason],
  ] as const)
    if (text) add(`/${key} ${PDFHexString.fromText(text)}\n`);
  const range = add(`/ByteRange [0${` ${'0'.repeat(WIDTH)}`.repeat(3)}]\n`);
  add('/Contents ');
  const from = add(`<${'00'.repeat(room)}>`);
  const to = length;
  add('\n>>\nendobj\n');

  const fileId = createHash('sha256').update(before).digest('hex').slice(0, 32);
  const firstId = id instanceof PDFArray && id.size() > 0 ? id.get(0).toString() : `<${fileId}>`;
  const shared = `/Root ${root}\n${info ? `/Info ${info}\n` : ''}/ID [${firstId} <${fileId}>]\n/Prev ${cross.at}\n`;
  const numbers = [...offsets.keys()].sort((a, b) => a - b);
  const start = cross.table ? length : addStream();
  if (cross.table) {
    add('xref\n');
    for (const number of numbers) add(`${number} 1\n${rowInTable(offsets.get(number))}`);
    add(`trailer\n<<\n/Size ${next + 1}\n${shared}>>\n`);
  }
  add(`startxref\n${start}\n%%EOF\n`);

  const bytes = Buffer.concat(parts);
  const span = [from, to, bytes.length - to].map((n) => String(n).padStart(WIDTH, '0'));
  bytes.write(`/ByteRange [0 ${span.join(' ')}]`, range, 'latin1');
  return { bytes, from, to };

  function addStream(): number {
    const own = ++next;
    offsets.set(own, { at: length, generation: 0 });
    numbers.push(own);
    const rows = numbers.map((number) => {
      const { at = 0, generation = 0 } = offsets.get(number) ?? {};
      const row = Buffer.alloc(7);
      row.writeUInt8(1, 0);
      row.writeUInt32BE(at, 1);
      row.writeUInt16BE(generation, 5);
      return row;
    });
    const sections = numbers.map((number) => `${number} 1`).join(' ');
    const at = add(`${own} 0 obj\n<<\n/Type /XRef\n/Size ${next + 1}\n/W [1 4 2]\n/Index [${sections}]\n${shared}`);
    add(`/Length ${rows.length * 7}\n>>\nstream\n`);
    for (const row of rows) add(row);
    add('\nendstream\nendobj\n');
    return at;
  }
}

const rowInTable = (entry: { at: number; generation: number } | undefined): string =>
  `${String(entry?.at ?? 0).padStart(10, '0')} ${String(entry?.generation ?? 0).padStart(5, '0')} n \n`;
