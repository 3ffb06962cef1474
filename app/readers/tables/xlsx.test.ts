import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../records';
import { firstFault, readWith } from '../xml/testing';
import { formatOf, momentOf, numberText } from './cell-formats';
import { cellAt, columnName } from './columns';
import { type TestSheet, type TestWorkbook, workbook, workbookParts, zipped } from './testing';
import { readXlsx } from './xlsx.server';

const read = (one: TestWorkbook) => readWith(readXlsx, workbook(one));
const sheet = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}): TestSheet => ({ name: 'Pumps', rows, ...more });
const HEADINGS = ['Serial', 'Model', 'Ward'];
const cells = (records: { value: unknown }[]) => records.map(({ value }) => (value as TableRow).cells);

describe('tables in XLSX', () => {
  it('are read with sheet and row', async () => {
    const { head, records } = await read({
      sheets: [sheet([['Report'], [], HEADINGS, ['1', 'Pump', 'W'], [], ['2', '', 'V']])],
    });
    expect(head).toMatchObject({ kind: 'table', format: 'XLSX', valid: true, warnings: [] });
    expect(head?.facts).toMatchObject({
      headings: HEADINGS,
      heading_row: 3,
      row_count: 2,
      sheets: ['Pumps'],
      sheets_read: ['Pumps'],
    });
    expect(records.map(({ place, value }) => [place, (value as TableRow).cells])).toEqual([
      ['sheet Pumps, row 4', ['1', 'Pump', 'W']],
      ['sheet Pumps, row 6', ['2', '', 'V']],
    ]);
  });

  it('turn numbers into days where the format says so, and leave others as they are', async () => {
    const formats = ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm', '0.00', '00000000', '[$-409]d mmm yy;@', 'hh:mm'];
    const row = (n: number, style: number, value: string) => ({ xml: `s="${style}"><v>${value}</v></c>`, n });
    const values = [
      row(0, 1, '46344'),
      row(1, 2, '46344.5'),
      row(2, 3, '1.5'),
      row(3, 4, '4711'),
      row(4, 5, '1'),
      row(5, 6, '0.75'),
      row(6, 1, '60'),
      row(7, 0, '1.2345E+14'),
    ];
    const { records, head } = await read({
      formats,
      sheets: [sheet([['Serial', 'Model', 'c', 'd', 'e', 'f', 'g', 'h'], values.map(({ xml }) => ({ xml }))])],
    });
    expect(cells(records)[0]).toEqual([
      '2026-11-18',
      '2026-11-18T12:00:00',
      '1.5',
      '00004711',
      '1900-01-01',
      '18:00:00',
      '60',
      '123450000000000',
    ]);
    expect(head?.warnings).toMatchObject([{ place: 'sheet Pumps, cell G2' }]);
    const old = await read({
      formats,
      from1904: true,
      sheets: [sheet([HEADINGS, [{ xml: 's="1"><v>44882</v></c>' }]])],
    });
    expect(cells(old.records)[0]?.[0]).toBe('2026-11-18');
  });

  it('hold shared and rich texts, truths and errors', async () => {
    const strings = [
      '<t>Plain</t>',
      '<r><t>Ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>aside</t></rPh>',
    ];
    const { records, head } = await read({
      strings,
      sheets: [
        sheet([
          HEADINGS,
          [{ xml: 't="s"><v>0</v></c>' }, { xml: 't="s"><v>1</v></c>' }, true],
          ['a', { xml: 't="e"><v>#N/A</v></c>' }, false],
        ]),
      ],
    });
    expect(cells(records)).toEqual([
      ['Plain', 'Rich ', 'TRUE'],
      ['a', '#N/A', 'FALSE'],
    ]);
    expect(head?.warnings).toMatchObject([{ place: 'sheet Pumps, cell B3' }]);
  });

  it('may go on over sheets; hidden ones and those with other headings are named and left out', async () => {
    const { head, records } = await read({
      sheets: [
        { name: 'Read me', rows: [['Please read'], ['and fill in']] },
        sheet([HEADINGS, ['1', 'a', 'b']]),
        {
          name: 'More',
          rows: [
            ['serial', 'MODEL', 'ward'],
            ['2', 'a', 'b'],
          ],
        },
        {
          name: 'Other',
          rows: [
            ['Serial', 'IP'],
            ['3', '10.0.0.1'],
          ],
        },
        { name: 'Gone', rows: [HEADINGS, ['4', 'a', 'b']], state: 'veryHidden' },
      ],
    });
    expect(records.map(({ place }) => place)).toEqual(['sheet Pumps, row 2', 'sheet More, row 2']);
    expect(head?.facts).toMatchObject({ row_count: 2, sheets_read: ['Pumps', 'More'], sheets_hidden: ['Gone'] });
    expect(head?.warnings.map(({ place }) => place)).toEqual(['sheet Gone', 'sheet Read me', 'sheet Other']);
  });

  it('are read from the first sheet that holds anything when no heading is known', async () => {
    const { head } = await read({
      sheets: [
        { name: 'Empty', rows: [] },
        {
          name: 'X',
          rows: [
            ['Alpha', 'Beta'],
            ['1', '2'],
          ],
        },
      ],
    });
    expect(head?.facts).toMatchObject({ headings: ['Alpha', 'Beta'], row_count: 1, sheets_read: ['X'] });
  });

  const formula = { xml: '><f>1+1</f><v>2</v></c>' };
  const relations = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  it.each<[string, TestWorkbook, string]>([
    ['a formula', { sheets: [sheet([HEADINGS, ['1', formula]])] }, 'formula @ sheet Pumps, cell B2'],
    [
      'a formula on a hidden sheet',
      { sheets: [sheet([HEADINGS]), { name: 'H', rows: [[formula]], state: 'hidden' }] },
      'formula @ sheet H, cell A1',
    ],
    [
      'a million columns',
      { sheets: [sheet([Array.from({ length: 16_384 }, (_, n) => n)])] },
      'limit @ sheet Pumps, cell SG1',
    ],
    [
      'a column that no sheet has',
      {
        sheets: [sheet([HEADINGS])],
        parts: {
          'xl/worksheets/sheet1.xml':
            '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
        },
      },
      'limit @ sheet Pumps, cell ZZZZ1',
    ],
    [
      'rows out of order',
      {
        sheets: [sheet([HEADINGS])],
        parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>' },
      },
      'XLSX @ sheet Pumps, row 3',
    ],
    [
      'a cell out of place',
      {
        sheets: [sheet([HEADINGS])],
        parts: {
          'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="2"><c r="A7"/></row></sheetData></worksheet>',
        },
      },
      'XLSX @ sheet Pumps, row 2',
    ],
    [
      'a text that is not there',
      { sheets: [sheet([HEADINGS, [{ xml: 't="s"><v>9</v></c>' }]])] },
      'XLSX @ sheet Pumps, cell A2',
    ],
    [
      'a number that is none',
      { sheets: [sheet([HEADINGS, [{ xml: '><v>abc</v></c>' }]])] },
      'XLSX @ sheet Pumps, cell A2',
    ],
    [
      'a cell of an unknown kind',
      { sheets: [sheet([HEADINGS, [{ xml: 't="zz"><v>1</v></c>' }]])] },
      'XLSX @ sheet Pumps, cell A2',
    ],
    [
      'a sheet that breaks off',
      { sheets: [sheet([HEADINGS])], parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } },
      'XML @ sheet Pumps, line 1',
    ],
    [
      'entities',
      {
        sheets: [sheet([HEADINGS])],
        parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' },
      },
      'XML @ sheet Pumps, line 1',
    ],
    ['macros', { sheets: [sheet([HEADINGS])], parts: { 'xl/vbaProject.bin': 'x' } }, 'macro @ xl/vbaProject.bin'],
    [
      'values of other files',
      { sheets: [sheet([HEADINGS])], parts: { 'xl/externalLinks/externalLink1.xml': '<a/>' } },
      'macro @ xl/externalLinks/externalLink1.xml',
    ],
    [
      'data from elsewhere',
      { sheets: [sheet([HEADINGS])], parts: { 'xl/connections.xml': '<a/>' } },
      'macro @ xl/connections.xml',
    ],
    [
      'a sheet that is missing',
      { sheets: [sheet([HEADINGS])], parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } },
      'XLSX @ xl/workbook.xml',
    ],
    ['nothing on any sheet', { sheets: [sheet([])] }, 'XLSX @ '],
    ['no sheets', { sheets: [] }, 'XLSX @ xl/workbook.xml'],
    [
      'another document',
      { sheets: [sheet([HEADINGS])], parts: { '_rels/.rels': relations('word/document.xml') } },
      'format @ ',
    ],
  ])('are refused with %s', async (_, one, fault) => {
    const answer = await read(one);
    expect(firstFault(answer)).toBe(fault);
  });

  it('are refused when the archive holds something else, or nothing', async () => {
    expect(firstFault(await readWith(readXlsx, zipped({ 'a.txt': 'x' })))).toBe('format @ ');
    const { '[Content_Types].xml': _, ...rest } = workbookParts({ sheets: [sheet([HEADINGS])] });
    expect(firstFault(await readWith(readXlsx, zipped(rest)))).toBe('format @ ');
    expect(firstFault(await readWith(readXlsx, new Uint8Array()))).toBe('ZIP @ ');
  });

  it('give back every text that was written', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ä', '<', '&', '"', '\n', '\r', ' ', '0', '=', ']]>', '😀'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), text, fc.constant('z')), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          expect(cells((await read({ sheets: [sheet([HEADINGS, ...rows])] })).records)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('cells', () => {
  it('have names that lead back to them', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (column) => {
        expect(cellAt(`${columnName(column)}7`)).toEqual({ column, row: 7 });
      }),
    );
    expect(['A', 'Z', 'AA', 'SF', 'XFD']).toEqual([0, 25, 26, 499, 16_383].map(columnName));
    expect(cellAt('7A')).toBeNull();
  });

  it('are days by the format of the cell', () => {
    expect([14, 22, 20, 0, 1, 45].map((id) => formatOf(id, undefined))).toEqual([
      'day',
      'moment',
      'time',
      'number',
      'number',
      'time',
    ]);
    expect(
      ['d.m.yy', '"day "0', '[Red]0.0', 'mmm-yy', '[h]:mm:ss', 'General', '#,##0', 'yyyy\\-mm\\-dd', '@'].map((code) =>
        formatOf(200, code),
      ),
    ).toEqual(['day', 'number', 'number', 'day', 'time', 'number', 'number', 'day', 'number']);
  });

  it('tell the day of every number, and of none that is no day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = momentOf(serial, 'day', false) ?? '';
        expect((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(serial);
      }),
    );
    expect([1, 59, 60, -1, 1e9, Number.NaN].map((one) => momentOf(one, 'day', false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      null,
      null,
      null,
    ]);
    expect(numberText('0.1', 'number')).toBe('0.1');
  });
});
