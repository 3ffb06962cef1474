/** The one way in which a JSON file is read: strictly, and within limits. */
import { isUtf8 } from 'node:buffer';
import { readBytes } from '../read-bytes.server';
import { refuse, type Source } from '../reader';
import { scanJson } from './scan';

/** Who recognises a file and who reads it both ask for its content: it is parsed once for the same source. */
const PARSED = new WeakMap<object, Promise<unknown>>();

/** What a JSON file holds. Throws a Refusal with rule and place when it is not strictly JSON. */
export function readJson(source: Pick<Source, 'path'>): Promise<unknown> {
  const parsed = PARSED.get(source) ?? readBytes(source).then(parseJson);
  PARSED.set(source, parsed);
  return parsed;
}

/** What JSON in these bytes holds. Throws a Refusal as `readJson` does. */

export function parseJson(bytes: Buffer): unknown {
  const text = strictUtf8(bytes, 'JSON');
  scanJson(text);
  return JSON.parse(text);
}

/** A text in UTF-8 without its byte order mark. Anything else is refused: guessing an encoding changes names. */
export function strictUtf8(bytes: Buffer, rule: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    refuse(rule, '', 'The file is written in UTF-16. It has to be UTF-8.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const wide = bytes[0] === 0 || bytes[1] === 0;
    refuse(
      rule,
      lineOf(bytes, nul),
      wide
        ? 'The file is written in UTF-16 or UTF-32. It has to be UTF-8.'
        : 'The file holds NUL bytes, so it is not text.',
    );
  }
  if (!isUtf8(bytes)) refuse(rule, firstBadLine(bytes), 'The file is not written in UTF-8.');
  const marked = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', marked ? 3 : 0);
}

function lineOf(bytes: Buffer, at: number): string {
  let line = 1;
  for (let end = bytes.indexOf(10); end >= 0 && end < at; end = bytes.indexOf(10, end + 1)) line += 1;
  return `line ${line}`;
}

/** A line break is never part of a longer character, so each line can be looked at by itself. */
function firstBadLine(bytes: Buffer): string {
  for (let start = 0, line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return `line ${line}`;
    if (end < 0) return '';
    start = end + 1;
  }
}
