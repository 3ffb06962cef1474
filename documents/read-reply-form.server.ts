/** Gets what is embedded in a PDF out again, with bounds: the file may come from anybody. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { FORM_FILE } from './parts/attachments';

/** A form of 500 long questions stays far below this. */
const MOST_BYTES = 4_000_000;
/** Levels of a name tree and files looked at; ours has one level and two files. */
const MOST_LEVELS = 5;
const MOST_FILES = 200;

/** Name and bytes of every embedded file, in the order of the name tree. Damaged entries are left out. */
export async function readAttachments(bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array }[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const names = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const root = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  return root ? filesIn(root, 0).slice(0, MOST_FILES) : [];
}

function filesIn(node: PDFDict, level: number): { name: string; bytes: Uint8Array }[] {
  const found: { name: string; bytes: Uint8Array }[] = [];
  const entries = node.lookup(PDFName.of('Names'));
  if (entries instanceof PDFArray) {
    for (let at = 1; at < Math.min(entries.size(), 2 * MOST_FILES); at += 2) {
      const spec = entries.lookup(at);
      const file = spec instanceof PDFDict ? fileOf(spec) : undefined;
      if (file) found.push(file);
    }
  }
  const kids = node.lookup(PDFName.of('Kids'));
  if (kids instanceof PDFArray && level < MOST_LEVELS) {
    for (let at = 0; at < Math.min(kids.size(), MOST_FILES); at += 1) {
      const kid = kids.lookup(at);
      if (kid instanceof PDFDict) found.push(...filesIn(kid, level + 1));
    }
  }
  return found;
}

function fileOf(spec: PDFDict): { name: string; bytes: Uint8Array } | undefined {
  const name = spec.lookup(PDFName.of('UF')) ?? spec.lookup(PDFName.of('F'));
  const file = spec.lookup(PDFName.of('EF'));
  const stream = file instanceof PDFDict ? file.lookup(PDFName.of('F')) : undefined;
  if (!(name instanceof PDFString || name instanceof PDFHexString) || !(stream instanceof PDFRawStream)) return;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  try {
    if (filter === undefined) return { name: name.decodeText(), bytes: stream.contents };
    if (filter !== PDFName.of('FlateDecode')) return;
    return { name: name.decodeText(), bytes: inflateSync(stream.contents, { maxOutputLength: MOST_BYTES }) };
  } catch {
    return;
  }
}

/**
 * The reply form embedded in a PDF: the questions, with answers where somebody filled them in and put the file back.
 * @returns the JSON as it stands there, unchecked; null when there is none, or the file is no PDF that can be read
 */
export async function readReplyForm(bytes: Uint8Array): Promise<unknown | null> {
  try {
    const form = (await readAttachments(bytes)).find((file) => file.name === FORM_FILE);
    return form ? JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(form.bytes)) : null;
  } catch {
    return null;
  }
}
