/** The text of a table in whatever encoding it was written, and the sign between its cells. */
import { isUtf8 } from 'node:buffer';
import { refuse } from '../reader';
import type { Problem } from '../records';

const RULE = 'CSV';

export interface CsvText {
  text: string;
  encoding: string;
  warnings: Problem[];
}

/** Bytes that Windows-1252 gives no character to. */
const NO_CHARACTER = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export function csvText(bytes: Buffer): CsvText {
  const found = decoded(bytes);
  // Group separators stand in scanned carriers, so they may be in a cell; the other signs are in no text.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for
  const odd = /[\u0000-\u0008\u000e-\u001b]/.exec(found.text);
  if (odd) {
    const nul = odd[0] === '\0';
    const what = nul ? 'NUL characters' : 'control characters';
    refuse(RULE, lineOf(found.text, odd.index), `The file holds ${what}, so it is not text.`);
  }
  if (found.text.trim() === '') refuse(RULE, '', 'The file is empty.');
  return found;
}

function decoded(bytes: Buffer): CsvText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide) {
    try {
      return { text: new TextDecoder(wide, { fatal: true }).decode(bytes), encoding: 'UTF-16', warnings: [] };
    } catch {
      return refuse(RULE, '', 'The file begins as UTF-16 does, and goes on otherwise.');
    }
  }
  if (isUtf8(bytes)) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text: bytes.toString('utf8', marked ? 3 : 0), encoding: 'UTF-8', warnings: [] };
  }
  if (bytes.some((byte) => NO_CHARACTER.has(byte))) {
    refuse(RULE, '', 'The file is written neither in UTF-8 nor in Windows-1252.');
  }
  const text = new TextDecoder('windows-1252').decode(bytes);
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const message = 'The file is not written in UTF-8. It is read as Windows-1252; please look at letters with accents.';
  return { text, encoding: 'Windows-1252', warnings: [{ place: lineOf(text, first), rule: RULE, message }] };
}

function lineOf(text: string, at: number): string {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return `line ${line}`;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 64 * 1024;

/** The sign between cells: the one that cuts most of the first lines into equally many cells. */
export function delimiterOf(text: string): string {
  const lines = linesOf(text.slice(0, LOOKED_AT)).slice(0, 40);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const often = new Map<number, number>();
    for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
    const same = Math.max(0, ...often.values());
    return { delimiter, same, most: Math.max(0, ...counts) };
  });
  const [best] = scores.sort((a, b) => b.same - a.same || b.most - a.most);
  return best && best.same > 0 ? best.delimiter : ',';
}

/** Lines without what stands in quotes: delimiters and breaks there belong to a cell. */
const linesOf = (text: string): string[] =>
  text
    .replace(/"(?:[^"]|"")*"?/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '');
