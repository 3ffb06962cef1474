/**
 * Pages of a list by keyset: a page begins after the last row of the one before, whatever was added in between. A
 * cursor is opaque to people: base64url of the sort key's parts. A broken one means the first page, never an error.
 */

/** Rows on one page of a list. */
export const PAGE_ROWS = 50;

/** What one part of a sort key is; the last part of a key is the row's id. */
export type KeyPart = 'text' | 'integer' | 'date' | 'uuid';

/** What a page is asked for: a cursor and on which side of it the page lies. */
export interface PageWish {
  cursor: string[] | null;
  direction: 'after' | 'before';
}

const MOST_CURSOR = 8000;

/** Whether a text is a day that exists, YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d\d-\d\d$/.test(text) &&
  Number.isFinite(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Whether PostgreSQL takes a text for such a part: a hand-made cursor must not end in an error. */
const FITS: Record<KeyPart, (text: string) => boolean> = {
  text: (text) => !text.includes('\u0000'),
  integer: (text) => /^-?\d{1,9}$/.test(text),
  date: (text) => text === 'infinity' || isDay(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
};

/** The cursor of a row, from the values the list is sorted by. */
export const encodeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor made of such parts; null when it is not one of ours. */
export function decodeCursor(text: string | null, parts: readonly KeyPart[]): string[] | null {
  if (!text || text.length > MOST_CURSOR) return null;
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(key) || key.length !== parts.length) return null;
  const fits = (value: unknown, index: number): value is string =>
    typeof value === 'string' && FITS[parts[index] ?? 'text'](value);
  return key.every(fits) ? key : null;
}

/** The wish in an address: `after` or `before`, at most one of which counts. */
export function pageWish(search: URLSearchParams, parts: readonly KeyPart[]): PageWish {
  const before = decodeCursor(search.get('before'), parts);
  if (before) return { cursor: before, direction: 'before' };
  return { cursor: decodeCursor(search.get('after'), parts), direction: 'after' };
}

export interface Page<Row> {
  rows: Row[];
  /** Cursor of the page before, or null on the first. */
  before: string | null;
  /** Cursor of the page after, or null on the last. */
  after: string | null;
}

/**
 * Makes a page of rows that were read with one row more than a page holds, in the order of reading (backwards for
 * `before`). @param keyOf the sort key of a row, as the cursor carries it
 */
export function pageOf<Row>(
  read: Row[],
  wish: PageWish,
  keyOf: (row: Row) => readonly string[],
  size = PAGE_ROWS,
): Page<Row> {
  const more = read.length > size;
  const rows = read.slice(0, size);
  const backwards = wish.direction === 'before';
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const hasBefore = backwards ? more : wish.cursor !== null;
  const hasAfter = backwards ? true : more;
  return {
    rows,
    before: first && hasBefore ? encodeCursor(keyOf(first)) : null,
    after: last && hasAfter ? encodeCursor(keyOf(last)) : null,
  };
}
