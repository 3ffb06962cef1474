import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BOOKS } from './books';
import inventory from './inventory.json';
import { rowsOf } from './parse-book';
import { coverage, gaps, type Inventory, report } from './report';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const rows = coverage();
const known: Inventory = inventory;

describe('the coverage of the source books', () => {
  it('says of every row what it became, or why it became nothing', () => {
    expect(rows.length).toBeGreaterThan(1500);
    expect(gaps(rows).map(({ book, section, id }) => `${book} ${section} ${id}`)).toEqual([]);
    for (const { book, section, id, name, as, why } of rows) {
      const where = `${book} ${section} ${id}`;
      expect(name, where).toMatch(/\S/);
      expect(as.length > 0 && why !== null, where).toBe(false);
    }
  });

  it('is the report kept in docs: run npm run coverage after a change of the library', () => {
    expect(readFileSync(at('docs/coverage.md'), 'utf8')).toBe(report(rows));
  });

  it('plans for no section and no row that the books do not have', () => {
    for (const { book, sections } of BOOKS) {
      for (const [section, plan] of Object.entries(sections)) {
        const found = known[book]?.find((one) => one.section === section);
        expect(found, `${book} ${section}`).toBeDefined();
        for (const id of Object.keys(plan.rows ?? {})) expect(found?.rows, `${book} ${section}`).toContain(id);
      }
      expect(Object.keys(sections).sort()).toEqual(known[book]?.map(({ section }) => section).sort());
    }
  });

  it('points to files that are there', () => {
    const plans = BOOKS.flatMap(({ sections }) => Object.values(sections));
    const pointers = plans.flatMap((plan) => [
      ...(plan.as ?? []),
      ...Object.values(plan.rows ?? {}).flatMap((row) => row.as ?? []),
    ]);
    const files = new Set(pointers.filter((one) => one.startsWith('file:')).map((one) => one.slice(5)));
    expect(files.size).toBeGreaterThan(5);
    for (const file of files) expect(existsSync(at(file)), file).toBe(true);
  });
});

describe('the rows of a book', () => {
  it('are its ids; a row without one is called by its place in the section', () => {
    const book = [
      '## 1. First',
      '| id | rule |',
      '| --- | --- |',
      '| A-1 | x |',
      '| **A-2** (2) | x |',
      '| some words | x |',
      '| A-1 | again |',
      '### 1.1 No table',
      'text | with a bar',
      '## 2 Second',
      '|code|x|',
      '|:--|--:|',
      '|`QVI`|x|',
      '|12|x|',
    ].join('\n');
    expect(rowsOf(book)).toEqual([
      { section: '1', rows: ['A-1', 'A-2', '#3', '#4'] },
      { section: '2', rows: ['QVI', '#2'] },
    ]);
  });
});

const books = BOOKS.map(({ book }) => ({ book, file: at(`../shared/regulation/${book}.md`) }));

describe.runIf(books.every(({ file }) => existsSync(file)))('compared with the books', () => {
  it.each(books)('the list of the rows of $book is complete', ({ book, file }) => {
    expect(known[book]).toEqual(rowsOf(readFileSync(file, 'utf8')));
  });
});
