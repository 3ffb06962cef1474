/**
 * Walks through a JSON text once and refuses what no two parsers read alike: doubled keys, lone surrogates, NUL, nesting
 * without end. JSON.parse afterwards cannot fail. Keeps its own stack, so that no depth reaches the one of the machine.
 */
import { LIMITS, refuse } from '../reader';
import { lineAndColumn, pointerTo } from './place';

/** Values of all kinds in one file, and members of one object: what beyond that fits into 50 MB fits into no memory. */
const MOST_VALUES = 8_000_000;
const MOST_MEMBERS = 200_000;
const LONGEST_NUMBER = 400;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPED = '"\\/bfnrt';

interface Level {
  /** Keys seen so far; null in a list. */
  keys: Set<string> | null;
  /** Key or index of the value that is being read. */
  at: string | number;
}

/** Throws a Refusal at the first place that is not strictly JSON. */
export function scanJson(text: string): void {
  const levels: Level[] = [];
  let here = 0;
  let values = 0;

  const pointer = (): string => pointerTo(levels.map(({ at }) => at));
  const malformed = (what: string, at = here): never =>
    refuse('JSON', lineAndColumn(text, at), `This is not JSON: ${what}.`);
  const shown = (at: number): string =>
    at >= text.length
      ? 'the file ends here'
      : `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} is not expected here`;

  const skipSpace = (): void => {
    for (;;) {
      const code = text.charCodeAt(here);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      here += 1;
    }
  };

  const hexAt = (at: number): number => {
    const digits = text.slice(at, at + 4);
    return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : malformed('\\u wants four digits', at);
  };

  /** Steps over the escape that begins here. */
  const stepOverEscape = (): void => {
    const mark = text.charAt(here + 1);
    if (mark !== 'u') {
      if (mark === '' || !ESCAPED.includes(mark)) malformed(`“\\${mark}” is no escape`);
      here += 2;
      return;
    }
    const code = hexAt(here + 2);
    if (code === 0) refuse('JSON', pointer(), 'A text holds the character NUL, which no text has.');
    if (code >= 0xdc00 && code <= 0xdfff) loneSurrogate();
    if (code >= 0xd800 && code <= 0xdbff) {
      if (text.slice(here + 6, here + 8) !== '\\u') loneSurrogate();
      const second = hexAt(here + 8);
      if (second < 0xdc00 || second > 0xdfff) loneSurrogate();
      here += 6;
    }
    here += 6;
  };
  const loneSurrogate = (): never =>
    refuse('JSON', pointer(), 'A text holds half of a surrogate pair, which is no character.');

  /** Steps over the string that begins here; true when it holds an escape. */
  const string = (): boolean => {
    const start = here;
    let escaped = false;
    here += 1;
    for (;;) {
      const code = text.charCodeAt(here);
      if (code === 34) break;
      if (code === 92) {
        escaped = true;
        stepOverEscape();
      } else if (code >= 32) here += 1;
      else malformed(here >= text.length ? 'a text has no end' : 'a text holds a control character');
    }
    here += 1;
    if (here - start > LIMITS.text) {
      refuse('limit', pointer(), `A text has more than ${LIMITS.text.toLocaleString('en-GB')} characters.`);
    }
    return escaped;
  };

  const key = (level: Level, keys: Set<string>): void => {
    if (text.charCodeAt(here) !== 34) malformed(shown(here));
    const start = here;
    const escaped = string();
    const name = escaped ? (JSON.parse(text.slice(start, here)) as string) : text.slice(start + 1, here - 1);
    level.at = name;
    if (keys.has(name)) refuse('JSON', pointer(), 'This key stands twice in one object, so nobody knows which counts.');
    if (keys.size >= MOST_MEMBERS) {
      refuse('limit', pointer(), `An object has more than ${MOST_MEMBERS.toLocaleString('en-GB')} members.`);
    }
    keys.add(name);
    skipSpace();
    if (text.charCodeAt(here) !== 58) malformed(shown(here));
    here += 1;
  };

  const word = (name: string): void => {
    if (text.slice(here, here + name.length) !== name) malformed(shown(here));
    here += name.length;
  };

  const number = (): void => {
    NUMBER.lastIndex = here;
    const found = NUMBER.exec(text)?.[0] ?? '';
    if (found === '') malformed(shown(here));
    if (found.length > LONGEST_NUMBER || !Number.isFinite(Number(found))) {
      refuse('JSON', pointer(), 'This number is beyond what can be calculated with.');
    }
    here += found.length;
  };

  /** Steps over the value that begins here; true when it opened a level, whose content comes next. */
  const value = (): boolean => {
    skipSpace();
    values += 1;
    if (values > MOST_VALUES) {
      refuse('limit', pointer(), `The file holds more than ${MOST_VALUES.toLocaleString('en-GB')} values.`);
    }
    const code = text.charCodeAt(here);
    if (code === 34) string();
    else if (code === 116) word('true');
    else if (code === 102) word('false');
    else if (code === 110) word('null');
    else if (code === 123 || code === 91) {
      if (levels.length >= LIMITS.nesting) {
        refuse('limit', pointer().slice(0, 200), `Objects and lists are nested deeper than ${LIMITS.nesting}.`);
      }
      here += 1;
      levels.push(code === 123 ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      return true;
    } else number();
    return false;
  };

  /** After a value, or at the start of a level: closes what ends here; true while another value follows. */
  const next = (opened: boolean): boolean => {
    let first = opened;
    for (;;) {
      const level = levels.at(-1);
      skipSpace();
      if (!level) return false;
      const code = text.charCodeAt(here);
      if (code === (level.keys ? 125 : 93)) {
        here += 1;
        levels.pop();
        first = false;
        continue;
      }
      if (!first) {
        if (code !== 44) malformed(shown(here));
        here += 1;
        skipSpace();
        if (!level.keys) level.at = Number(level.at) + 1;
      }
      if (level.keys) key(level, level.keys);
      return true;
    }
  };

  skipSpace();
  if (here >= text.length) refuse('JSON', '', 'The file is empty.');
  let more = true;
  while (more) more = next(value());
  if (here < text.length) malformed('something follows after its end');
}
