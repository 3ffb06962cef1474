import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageOf, pageWish } from './keyset';

const ID = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

describe('a cursor', () => {
  it('comes back as it was made, in any script', () => {
    const key = ['Ωmega “ward” 7', ID];
    expect(decodeCursor(encodeCursor(key), ['text', 'uuid'])).toEqual(key);
  });

  it.each([
    ['nothing', null],
    ['text that is no base64', '%%%'],
    ['JSON of another shape', Buffer.from('{"a":1}').toString('base64url')],
    ['too few parts', encodeCursor([ID])],
    ['no id at the end', encodeCursor(['a', 'b'])],
    ['a number instead of a text', Buffer.from(JSON.stringify([1, ID])).toString('base64url')],
    ['U+0000', encodeCursor(['a\u0000', ID])],
    ['more than anybody needs', encodeCursor(['a'.repeat(100_000), ID])],
  ])('that is broken (%s) means the first page', (_, cursor) => {
    expect(decodeCursor(cursor, ['text', 'uuid'])).toBeNull();
  });

  it.each(['2026-02-31', '2026-13-01', 'yesterday', '-infinity', '0000-01-01'])('refuses the day %s', (day) => {
    expect(decodeCursor(encodeCursor([day, ID]), ['date', 'uuid'])).toBeNull();
  });

  it.each(['2026-02-28', 'infinity'])('takes the day %s', (day) => {
    expect(decodeCursor(encodeCursor([day, ID]), ['date', 'uuid'])).toEqual([day, ID]);
  });

  it('refuses a number that does not fit', () => {
    expect(decodeCursor(encodeCursor(['99999999999', ID]), ['integer', 'uuid'])).toBeNull();
  });
});

describe('a page', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, index) => ({ id: String(index) }));
  const keyOf = (row: { id: string }) => [row.id];
  const wish = (search: string) => pageWish(new URLSearchParams(search), ['text', 'uuid']);

  it('has no neighbours when everything fits', () => {
    expect(pageOf(rows(2), wish(''), keyOf, 3)).toEqual({ rows: rows(2), before: null, after: null });
  });

  it('leads on when one row more was read', () => {
    const page = pageOf(rows(4), wish(''), keyOf, 3);
    expect(page.rows).toHaveLength(3);
    expect(page.before).toBeNull();
    expect(page.after).toBe(encodeCursor(['2']));
  });

  it('turns rows that were read backwards', () => {
    const cursor = encodeCursor(['x', ID]);
    const page = pageOf(rows(3), wish(`before=${cursor}`), keyOf, 3);
    expect(page.rows.map(({ id }) => id)).toEqual(['2', '1', '0']);
    expect(page.before).toBeNull();
    expect(page.after).toBe(encodeCursor(['0']));
  });

  it('takes a broken cursor for the first page', () => {
    expect(wish('after=%%%')).toEqual({ cursor: null, direction: 'after' });
  });
});
