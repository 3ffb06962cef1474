/** What a file of XML is as text, or why it is none that is read: its encoding, its prolog, what it declares. */
import { isUtf8 } from 'node:buffer';
import { refuse } from '../reader';

export interface OpenedXml {
  text: string;
  /** Name under which a second reader of the same bytes takes them. */
  encoding: 'utf-8' | 'utf-16' | 'iso-8859-1';
}

/** The text of an XML file. A document type or entity is refused here, before any parser sees it. */
export function openXml(bytes: Buffer): OpenedXml {
  const opened = decoded(bytes);
  const nul = opened.text.indexOf('\0');
  if (nul >= 0) refuse('XML', lineAt(opened.text, nul), 'The file holds NUL characters, so it is not XML.');
  refuseDocumentType(opened.text);
  return opened;
}

/** "line 4" of a position in a text. */
export function lineAt(text: string, at: number): string {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return `line ${line}`;
}

function decoded(bytes: Buffer): OpenedXml {
  const wide = wideName(bytes);
  if (wide) {
    try {
      const text = new TextDecoder(wide, { fatal: true }).decode(bytes);
      declaredAs(text, ['utf-16', 'utf-16le', 'utf-16be', ''], 'UTF-16');
      return { text, encoding: 'utf-16' };
    } catch (error) {
      if (error instanceof TypeError) refuse('XML', '', 'The file is not written in UTF-16, as its first bytes say.');
      throw error;
    }
  }
  if (bytes[0] === 0 || bytes[1] === 0) {
    refuse('XML', 'line 1', 'The file looks like UTF-16 or UTF-32, and does not begin with the mark for it.');
  }
  // The declaration itself is ASCII in every encoding that is read here.
  const declared = declaredEncoding(bytes.toString('latin1', 0, 400));
  if (declared === 'iso-8859-1' || declared === 'latin1')
    return { text: bytes.toString('latin1'), encoding: 'iso-8859-1' };
  declaredAs(bytes.toString('latin1', 0, 400), ['utf-8', 'utf8', 'us-ascii', 'ascii', ''], 'UTF-8');
  if (!isUtf8(bytes)) refuse('XML', badLine(bytes), 'The file is not written in UTF-8.');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', marked ? 3 : 0), encoding: 'utf-8' };
}

function wideName(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0)) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

const declaredEncoding = (start: string): string =>
  /^(?:\ufeff|\u00ef\u00bb\u00bf)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1]?.toLowerCase() ?? '';

function declaredAs(start: string, allowed: string[], really: string): void {
  const declared = declaredEncoding(start.slice(0, 400));
  if (!allowed.includes(declared)) {
    const name = declared.slice(0, 40);
    refuse(
      'XML',
      'line 1',
      `The file says that it is written in ${name}; only UTF-8, UTF-16 and ISO-8859-1 are read, and this looks like ${really}.`,
    );
  }
}

function badLine(bytes: Buffer): string {
  for (let start = 0, line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return `line ${line}`;
    if (end < 0) return '';
    start = end + 1;
  }
}

/** Walks what may stand before the root: declarations there can fetch other files or grow without end. */
function refuseDocumentType(text: string): void {
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start < 0) return;
    if (text.startsWith('<!--', start)) at = text.indexOf('-->', start + 4) + 3;
    else if (text.startsWith('<?', start)) at = text.indexOf('?>', start) + 2;
    else if (/^<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text.slice(start, start + 12))) {
      refuse(
        'XML',
        lineAt(text, start),
        'The file declares a document type or entities, which can fetch other files or grow without end. It is refused unread.',
      );
    } else return;
    // An end that is missing: the parser says so, with its place.
    if (at <= start) return;
  }
}
