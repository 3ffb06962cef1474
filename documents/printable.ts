/**
 * Makes any text printable: nothing in a model may crash the renderer, run over a margin or print as nothing. What the
 * fonts cannot draw is replaced by U+FFFD and listed; what is too long for its place is moved to the end of the document.
 */
import type { Frame } from './document';
import { BASE, covers, FALLBACKS, WIDE } from './fonts/register';

const MARK = '\ufffd';
/** A text longer than this is printed whole at the end; its place shows the beginning and says where it goes on. */
const LONGEST = 1500;
const BEGINNING = 300;
const MOST_LINES = 200;
/** Signs without a form of their own; some of them re-order the text around them and would falsify what is read. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Variation_Selector}/gu;

export interface Printable<M> {
  model: M;
  families: Frame['families'];
  longTexts: Frame['longTexts'];
  unprintable: Frame['unprintable'];
}

/**
 * A copy of the model in which every string can be printed, with the fonts it needs.
 * @param model plain JSON; strings of any script and length
 */
export async function printable<M>(model: M): Promise<Printable<M>> {
  const longTexts = new Map<string, number>();
  const cleaned = mapStrings(model, (text) => {
    const clean = tidy(text);
    if (clean.length <= LONGEST) return clean;
    const number = longTexts.get(clean) ?? longTexts.size + 1;
    longTexts.set(clean, number);
    const beginning = clean.slice(0, BEGINNING).replace(/\s\S{0,40}$|[\ud800-\udbff]$/, '');
    return `${beginning} … [${clean.length.toLocaleString('en-GB')} characters; whole text no. ${number} at the end]`;
  });

  const points = new Set<number>();
  const collect = (text: string) => {
    for (const sign of text) points.add(sign.codePointAt(0) ?? 0);
    return text;
  };
  mapStrings(cleaned, collect);
  for (const text of longTexts.keys()) collect(text);

  const { families, missing } = await chooseFonts(points);
  const replace = (text: string) =>
    missing.size === 0
      ? text
      : Array.from(text, (sign) => (missing.has(sign.codePointAt(0) ?? 0) ? MARK : sign)).join('');
  return {
    model: mapStrings(cleaned, replace),
    families,
    longTexts: [...longTexts].map(([text, number]) => ({ number, text: replace(text) })),
    unprintable: [...missing].sort((a, b) => a - b).map(name),
  };
}

/** Which fallback fonts hold the characters that the base face lacks, and which characters no font holds. */
async function chooseFonts(points: Set<number>): Promise<{ families: string[]; missing: Set<number> }> {
  const inBase = await covers(BASE);
  let left = [...points].filter((point) => point !== 0x0a && !inBase(point));
  const chosen: string[] = [];
  for (const { family } of FALLBACKS) {
    if (left.length === 0) break;
    const has = await covers(family);
    const rest = left.filter((point) => !has(point));
    if (rest.length < left.length) chosen.push(family);
    left = rest;
  }
  if (left.length > 0 && !chosen.includes(WIDE)) chosen.unshift(WIDE);
  return { families: [BASE, ...chosen], missing: new Set(left) };
}

/** Normal form, one kind of line break, no controls, no half characters, a bounded number of lines. */
function tidy(text: string): string {
  const clean = text
    .replace(/\p{Surrogate}/gu, MARK)
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .replace(/[\t\u3000]/g, ' ')
    .replace(INVISIBLE, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\ufffc]/g, MARK)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {3,}/g, '  ')
    .replace(/^\n+|\n+$/g, '');
  const lines = clean.split('\n');
  if (lines.length <= MOST_LINES) return clean;
  return `${lines.slice(0, MOST_LINES).join('\n')}\n${lines.slice(MOST_LINES).join(' ¶ ')}`;
}

function name(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function mapStrings<T>(value: T, change: (text: string) => string): T;
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, key === 'logo' ? entry : mapStrings(entry, change)]),
    );
  }
  return value;
}
