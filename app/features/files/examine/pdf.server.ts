/**
 * Looks for whatever runs or opens by itself in a PDF. Every object is walked, those packed into object streams too; and
 * the text between the streams is read once more as it stands, because a reader may follow an older object than ours.
 */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { ACCEPTED } from '../upload-limits';
import type { Findings } from './examination';

/** Actions (the name under /S) beyond showing a place in the document or a web address. */
const ACTIONS: Record<string, string> = {
  JavaScript: 'runs JavaScript',
  Launch: 'starts a program',
  ImportData: 'imports data into its form',
  SubmitForm: 'sends its form to an address',
  GoToE: 'opens an embedded file',
  Rendition: 'plays media',
  Movie: 'plays media',
  Sound: 'plays media',
  GoTo3DView: 'shows a 3D scene',
};
const KEYS: Record<string, string> = {
  JS: 'runs JavaScript',
  JavaScript: 'runs JavaScript',
  AA: 'acts by itself when it is opened, printed or turned over',
  XFA: 'holds an XFA form, which can run scripts',
  RichMediaContent: 'plays media',
};
const SUBTYPES: Record<string, string> = { RichMedia: 'plays media', '3D': 'shows a 3D scene', Screen: 'plays media' };

const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : undefined);
const textOf = (object: PDFObject | undefined) =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';

const ending = (name: string) => /\.([A-Za-z0-9]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** An attachment whose name does not end like anything we would take. Our own form data (JSON) is none. */
function strangeAttachment(dict: PDFDict): string | null {
  if (!dict.has(PDFName.of('EF'))) return null;
  const names = ['UF', 'F'].map((key) => textOf(dict.lookup(PDFName.of(key)))).filter(Boolean);
  const strange = names.find((name) => !ACCEPTED.some((end) => end === ending(name))) ?? (names[0] ? null : 'no name');
  return strange ? `holds an attached file that we would not take (${strange.slice(0, 80)})` : null;
}

function lookAt(dict: PDFDict, found: Set<string>): void {
  for (const [key, value] of dict.entries()) {
    const said = KEYS[key.decodeText()];
    if (said) found.add(said);
    if (key.decodeText() === 'OpenAction') {
      const action = dict.lookup(key);
      const kind = action instanceof PDFDict ? nameOf(action.lookup(PDFName.of('S'))) : 'GoTo';
      if (kind !== 'GoTo') found.add('acts by itself when it is opened, printed or turned over');
    }
    if (key.decodeText() === 'S') {
      const said = ACTIONS[nameOf(value) ?? ''];
      if (said) found.add(said);
    }
    if (key.decodeText() === 'Subtype') {
      const said = SUBTYPES[nameOf(value) ?? ''];
      if (said) found.add(said);
    }
  }
  const attachment = strangeAttachment(dict);
  if (attachment) found.add(attachment);
}

function walk(start: PDFObject, found: Set<string>): void {
  const waiting: PDFObject[] = [start];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) {
      lookAt(object, found);
      waiting.push(...object.values());
    }
  }
}

/** The file as text without what stands inside its streams, and with escaped names ("/J#53") spelled out. */
function betweenStreams(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let kept = '';
  let at = 0;
  for (;;) {
    const begin = text.indexOf('stream', at);
    if (begin < 0) break;
    const end = text.indexOf('endstream', begin);
    if (end < 0) break;
    kept += `${text.slice(at, begin)}\n`;
    at = end + 'endstream'.length;
  }
  kept += text.slice(at);
  return kept.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const RAW: [RegExp, string][] = [
  [/\/(JavaScript|JS)(?![A-Za-z0-9])/, 'runs JavaScript'],
  [/\/Launch(?![A-Za-z0-9])/, 'starts a program'],
  [/\/XFA(?![A-Za-z0-9])/, 'holds an XFA form, which can run scripts'],
  [/\/RichMedia(?![A-Za-z0-9])/, 'plays media'],
];

/** Without what was put behind the last end mark: no reader looks there, and a parser would search it byte by byte. */
function upToItsEnd(bytes: Uint8Array): Uint8Array {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('%%EOF');
  return end < 0 ? bytes : bytes.subarray(0, end + 5);
}

/** What a PDF would do by itself. What cannot be looked into counts as if it did. */
export async function examinePdf(bytes: Uint8Array): Promise<Findings> {
  const found = new Set<string>();
  const raw = betweenStreams(bytes);
  for (const [pattern, said] of RAW) if (pattern.test(raw)) found.add(said);
  try {
    const document = await PDFDocument.load(upToItsEnd(bytes), {
      ignoreEncryption: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (document.isEncrypted) found.add('is encrypted, so it could not be examined');
    for (const [, object] of document.context.enumerateIndirectObjects()) walk(object, found);
    walk(document.context.trailerInfo.Root ?? document.catalog, found);
  } catch {
    found.add('is damaged or unusual, so it could not be examined to the end');
  }
  return { findings: [...found].sort() };
}
