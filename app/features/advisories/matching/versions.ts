/**
 * What an advisory says about versions, out of prose. Pure. The text always stays; what no rule reads is `unparsed`
 * and waits for a person.
 */
import { fold } from './fold';
import { isDateLike, readVersion, type VersionValue } from './version-value';

export interface Bound {
  text: string;
  value: VersionValue;
  inclusive: boolean;
}

/** One stretch of versions: a single one, a series ("8.0.x"), or what lies between bounds. */
export type Stretch =
  | { kind: 'one'; text: string; value: VersionValue }
  | { kind: 'series'; text: string; value: VersionValue }
  | { kind: 'between'; low: Bound | null; high: Bound | null };

export interface VersionStatement {
  kind: 'all' | 'exact' | 'range' | 'unparsed';
  /** As written. */
  text: string;
  /** Any of these; empty for all and unparsed. */
  stretches: readonly Stretch[];
  /** What stands beside the versions, as written: "end-of-life Nov 2018". */
  note: string;
  /** What else has to be so, as written: "with Wireless Battery Modules …". Then a hit is never certain. */
  condition: string;
  /** How it was read where it could be read otherwise, or why it was not read. */
  remarks: readonly string[];
}

const CONDITION = /\b(?:with|without|if|when|only|installed|modules?|model)\b|[<>]=?/i;
const ALL =
  /^(?:\*|-|n\/?a|(?:an[y]|all)(?: (?:known|supported|software|firmware|product))*(?: (?:versions?|models?|releases?|units?))?)?$/i;
const SIGNED = /^(<=|>=|<|>|=|==)?\s*(.+)$/;

/** Signs as people type them, made one. */
const signs = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('≤', '<=')
    .replaceAll('≥', '>=')
    .replace(/=\s*([<>])/g, '$1=')
    .replace(/([<>])\s+=/g, '$1=')
    .replace(/\s+/g, ' ')
    .trim();

/** Splits off what stands in brackets at the end, or after "model": "9.x (with …)", "v8.x model 35700BAX2". */
function besides(text: string): { plain: string; beside: string } {
  const bracket = text.search(/\s\(/);
  if (bracket > 0 && text.endsWith(')')) {
    return { plain: text.slice(0, bracket).trim(), beside: text.slice(bracket + 2, -1).trim() };
  }
  const [, before = '', after = ''] = /^(.*?\S)\s+(models?\b.+)$/i.exec(text) ?? [];
  return before ? { plain: before, beside: after } : { plain: text, beside: '' };
}

const V = '([^\\s,;|]+(?: (?:sp|sr|service pack|build|rev|patch) ?[^\\s,;|]+)?)';
const NOUN = '(?:(?:all )?(?:software |firmware )?(?:versions?|releases?) )?';
/** Sentences → signs. The first that fits wins. */
const WORDS: readonly [RegExp, string][] = [
  [
    new RegExp(`^${NOUN}(?:from |between )?${V} (?:through|thru|to|until|up to|and)(?: and including)? ${V}$`, 'i'),
    '>=$1 | <=$2',
  ],
  [new RegExp(`^${NOUN}${V} - ${V}$`, 'i'), '>=$1 | <=$2'],
  [
    new RegExp(
      `^${NOUN}(?:prior to|before|earlier than|older than|lower than|less than|below)(?: (?:software |firmware )?version)? ${V}$`,
      'i',
    ),
    '<$1',
  ],
  [
    new RegExp(`^${NOUN}(?:up to(?: and including)?|through|until)(?: (?:software |firmware )?version)? ${V}$`, 'i'),
    '<=$1',
  ],
  [
    new RegExp(
      `^${NOUN}${V},? (?:and|or) (?:prior|earlier|below|lower|older|previous)(?: (?:software |firmware )?(?:versions?|releases?))?$`,
      'i',
    ),
    '<=$1',
  ],
  [
    new RegExp(
      `^${NOUN}${V},? (?:and|or) (?:later|newer|above|higher|up|greater|onwards?)(?: (?:software |firmware )?(?:versions?|releases?))?$`,
      'i',
    ),
    '>=$1',
  ],
  [new RegExp(`^${NOUN}(?:since|from|starting (?:with|from))(?: version)? ${V}$`, 'i'), '>=$1'],
  [new RegExp(`^${NOUN}(?:later than|newer than|after|above)(?: version)? ${V}$`, 'i'), '>$1'],
];

/** "2131 and 2141" are two; "1.1 and 1.3" would be two as well, where no sign says otherwise. */
function inSigns(text: string): { text: string; between: boolean } {
  const list = /^(?:versions? )?\S+ (?:and|or|&) \S+$/i.test(text) && !/[<>]/.test(text);
  for (const [pattern, signed] of WORDS) {
    const found = pattern.exec(text);
    if (!found || (list && / and /i.test(text) && !/between|from/i.test(text) && signed.includes('|'))) continue;
    // Bounds must be versions, or a sentence of another kind was caught.
    const bounds = [found[1], found[2]].filter((bound) => bound !== undefined);
    if (bounds.every((bound) => readVersion(bound) !== null)) {
      return { text: text.replace(pattern, signed), between: signed.includes('|') };
    }
  }
  return { text: text.replace(/^versions? (?=\S)/i, ''), between: false };
}

/** Items between "|", "," and "and"; a second sign inside an item begins another one. */
const itemsOf = (text: string): string[] =>
  text
    .split(/\s*[|,;]\s*|\s+(?:and|or|&)\s+/i)
    .flatMap((item) => (/^[<>=]/.test(item.trim()) ? item.split(/\s+(?=[<>])/) : [item]))
    .map((item) => item.trim())
    .filter(Boolean);

interface Item {
  sign: string;
  text: string;
  value: VersionValue;
}

function readItem(item: string): Item | null {
  const [, sign = '', text = ''] = SIGNED.exec(item) ?? [];
  const value = /[<>=|]/.test(text) ? null : readVersion(text);
  return value && { sign: sign === '==' ? '=' : sign, text: text.trim(), value };
}

/** A lower bound and the upper bound after it belong together; everything else stands for itself. */
function stretchesOf(items: readonly Item[]): { stretches: Stretch[]; paired: boolean } {
  const stretches: Stretch[] = [];
  let low: Bound | null = null;
  let paired = false;
  const close = (high: Bound | null) => {
    if (low || high) stretches.push({ kind: 'between', low, high });
    low = null;
  };
  for (const { sign, text, value } of items) {
    const bound = { text, value, inclusive: sign.endsWith('=') };
    if (sign.startsWith('>')) {
      close(null);
      low = bound;
    } else if (sign.startsWith('<')) {
      paired ||= low !== null;
      close(bound);
    } else {
      close(null);
      stretches.push({ kind: value.open ? 'series' : 'one', text, value });
    }
  }
  close(null);
  return { stretches, paired };
}

const unparsed = (text: string, remark: string, beside = { note: '', condition: '' }): VersionStatement => ({
  kind: 'unparsed',
  text,
  stretches: [],
  ...beside,
  remarks: [remark],
});

/** Reads what stands where a version belongs. */
export function readVersions(text: string): VersionStatement {
  let plain = signs(text);
  const [, scheme = '', body = ''] = /^vers:([a-z0-9.+-]+)\/(.*)$/i.exec(plain) ?? [];
  if (scheme) plain = body.trim();
  const split = besides(plain);
  const conditional = CONDITION.test(split.beside);
  const beside = { note: conditional ? '' : split.beside, condition: conditional ? split.beside : '' };
  if (ALL.test(split.plain)) {
    const remarks = split.plain === '' ? ['No version is named: read as all of them.'] : [];
    return { kind: 'all', text, stretches: [], ...beside, remarks };
  }
  if (isDateLike(fold(split.plain))) {
    return unparsed(text, 'It names a day or a month, and the register holds versions.', beside);
  }
  const { text: signed, between } = inSigns(split.plain);
  const items = itemsOf(signed).map(readItem);
  if (items.length === 0 || items.some((item) => item === null)) {
    return unparsed(text, 'No rule reads this as versions.', beside);
  }
  const { stretches, paired } = stretchesOf(items.filter((item) => item !== null));
  const remarks = paired && !between && /[|]/.test(plain) ? ['“|” between two bounds is read as: both must hold.'] : [];
  const exact = stretches.every(({ kind }) => kind === 'one');
  return { kind: exact ? 'exact' : 'range', text, stretches, ...beside, remarks };
}

const stretchInWords = (stretch: Stretch): string => {
  if (stretch.kind === 'one') return stretch.text;
  if (stretch.kind === 'series') return `everything that begins like ${stretch.text}`;
  const { low, high } = stretch;
  const from = low ? `${low.inclusive ? 'from' : 'after'} ${low.text}` : '';
  const to = high ? `${high.inclusive ? 'up to and including' : 'before'} ${high.text}` : '';
  return [from, to].filter(Boolean).join(' ');
};

/** How a statement was read, in words. */
export function versionsInWords(statement: VersionStatement): string {
  if (statement.kind === 'all') return 'all versions';
  if (statement.kind === 'unparsed') return `“${statement.text}”, which no rule reads`;
  return statement.stretches.map(stretchInWords).join(', or ');
}
