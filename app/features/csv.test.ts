import { describe, expect, it } from 'vitest';
import { csvCell, csvDownload, csvLine } from './csv';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
    ['Łódź Ω 監視', 'Łódź Ω 監視'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '\n=1', '＝1'])(
    'keeps a spreadsheet from running %j',
    (text) => expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true),
  );

  it('writes numbers as they are and nothing for null', () => {
    expect(csvLine([-3, null, true])).toBe('-3,,true\r\n');
  });
});

describe('a download', () => {
  it('begins with a byte order mark and the heading, then writes batch by batch', async () => {
    const batches = [[['1', 'a']], [['2', 'b']]];
    const response = csvDownload('units.csv', ['no', 'name'], async () => batches.shift() ?? null);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('no,name\r\n1,a\r\n2,b\r\n');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="units.csv"');
  });
});
