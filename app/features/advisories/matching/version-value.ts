/**
 * One version as people write it, and how two of them stand to each other. Pure. What cannot be compared is null, and
 * null is never "no".
 */
import { fold } from './fold';

export interface VersionValue {
  /** Numbers without leading zeros, and letters in lower case, in the order of the text. */
  segments: readonly string[];
  /** Ends in x or *: "8.0.x" stands for everything that begins like it. */
  open: boolean;
}

const MONTHS = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]*\b/i;
const DAY = /\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b/;

/** Whether a text is a day or a month and no version: "april 2018". */
export const isDateLike = (text: string): boolean => MONTHS.test(text) || DAY.test(text);

/** Words that belong to a version although they hold no digit. */
const PARTS = new Set([
  'sp',
  'sr',
  'build',
  'rev',
  'rel',
  'patch',
  'hotfix',
  'hf',
  'update',
  'mr',
  'su',
  'r',
  'beta',
  'rc',
  'alpha',
]);
const TOKEN = /^[a-z0-9][a-z0-9._+/:()-]*$/;
const LONGEST = 120;

const worded = (text: string): string =>
  fold(text)
    .trim()
    .replace(/\bservice[ -]?pack\b/g, 'sp')
    .replace(/\bservice[ -]?release\b/g, 'sr')
    .replace(/^(?:software |firmware )?(?:versions?|ver\.?|release|rev\.?|v\.)\s*(?=\S)/, '')
    .replace(/\s+/g, ' ');

/** Reads a version; null when it is none, as far as anybody can tell: a sentence, a name, a date. */
export function readVersion(text: string): VersionValue | null {
  const plain = worded(text);
  if (plain === '' || plain.length > LONGEST || isDateLike(plain)) return null;
  const tokens = plain.split(' ');
  if (tokens.length > 4) return null;
  const fits = tokens.every((token, index) => {
    if (!TOKEN.test(token)) return false;
    if (/\d/.test(token) || PARTS.has(token)) return true;
    // "HD 16", or a single letter as makers number: "N".
    return index === 0 && (tokens.length > 1 ? token.length <= 3 : token.length === 1);
  });
  return fits ? segmentsOf(tokens) : null;
}

function segmentsOf(tokens: readonly string[]): VersionValue | null {
  const segments: string[] = [];
  let open = false;
  for (const part of tokens.flatMap((token) => token.split(/[^a-z0-9*]+/)).filter(Boolean)) {
    if (/^(?:x+|\*)$/.test(part)) {
      open = true;
      continue;
    }
    // Something definite after the x: "3.x_Cert_2" is no series that could be compared.
    if (open) return null;
    const pieces = (segments.length === 0 ? part.replace(/^v(?=\d)/, '') : part).match(/\d+|[a-z]+/g) ?? [];
    segments.push(...pieces.map((piece) => (/^\d/.test(piece) ? piece.replace(/^0+(?=\d)/, '') : piece)));
  }
  return segments.length === 0 ? null : { segments, open };
}

const isNumber = (segment: string) => /^\d/.test(segment);

/** Later is greater; digits may be longer than any number type. */
const compareNumbers = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

const EARLY = new Set(['alpha', 'a', 'beta', 'b', 'rc', 'pre', 'preview', 'dev', 'snapshot']);
const isEarly = (segment: string | undefined) => segment !== undefined && segment.length > 1 && EARLY.has(segment);

/** Years and part numbers are not counted as versions are: 7100 and 11.0 say nothing about each other. */
const otherKind = (one: VersionValue, other: VersionValue): boolean => {
  const [a, b] = [one.segments[0] ?? '', other.segments[0] ?? ''];
  return isNumber(a) && isNumber(b) && a.length > 3 !== b.length > 3;
};

/** Less than, equal to or greater than zero as the first is earlier, the same or later; null when nobody can tell. */
export function compareVersions(one: VersionValue, other: VersionValue): number | null {
  if (otherKind(one, other)) return null;
  const [a, b] = [one.segments, other.segments];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [first = '', second = ''] = [a[at], b[at]];
    if (first === second) continue;
    if (isNumber(first) && isNumber(second)) return compareNumbers(first, second);
    // Single letters count on: revision M comes before N. Words and words against numbers say nothing.
    if (/^[a-z]$/.test(first) && /^[a-z]$/.test(second)) return first < second ? -1 : 1;
    return null;
  }
  const longer = a.length > b.length ? a : b;
  const rest = longer.slice(Math.min(a.length, b.length)).filter((segment) => segment !== '0');
  if (rest.length === 0) return 0;
  const later = isEarly(rest[0]) ? -1 : 1;
  return longer === a ? later : -later;
}

/** Whether the second begins like the first and goes on: 2.1.5 is one of 2.1. Zeros at the end do not count. */
export function beginsLike(prefix: VersionValue, version: VersionValue): boolean {
  const [a, b] = [prefix.segments, version.segments];
  return (
    b.length > a.length &&
    a.every((segment, index) => segment === b[index]) &&
    b.slice(a.length).some((segment) => segment !== '0')
  );
}
