import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../records';
import { firstFault, readWith } from '../xml/testing';
import { readCsv } from './csv.server';
import { isFormula } from './formulas';

const read = (content: string | Uint8Array) => readWith(readCsv, content);
const rowsOf = async (content: string | Uint8Array) =>
  (await read(content)).records.map(({ value }) => (value as TableRow).cells);

describe('tables in CSV', () => {
  it.each<[string, string]>([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('are read with %j between cells', async (sign) => {
    const text = [
      ['Serial', 'Model', 'Notes'],
      ['1', 'Pump; 2', 'a, b'],
      ['2', '"Big"\nPump', ''],
    ]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign))
      .join('\r\n');
    const { head, records } = await read(text);
    expect(head?.facts).toMatchObject({ delimiter: sign === '\t' ? 'tab' : sign, row_count: 2, heading_row: 1 });
    expect(records.map(({ place, value }) => [place, (value as TableRow).cells])).toEqual([
      ['row 2', ['1', 'Pump; 2', 'a, b']],
      ['row 3', ['2', '"Big"\nPump', '']],
    ]);
  });

  it('find their headings under titles', async () => {
    const { head, records } = await read('Devices of the house,,\nas of 1 May,,\n\nAsset Tag,Serial,Ward\nA1,1,W\n');
    expect(head?.facts).toMatchObject({ headings: ['Asset Tag', 'Serial', 'Ward'], heading_row: 4, row_count: 1 });
    expect(head?.facts.recognised).toMatchObject([{ field: 'assetTag' }, { field: 'serial' }, { field: 'location' }]);
    expect(records[0]?.place).toBe('row 5');
  });

  it('may have headings that nobody knows', async () => {
    const { head } = await read('Alpha,Beta\n1,2\n');
    expect(head?.facts).toMatchObject({ headings: ['Alpha', 'Beta'], recognised: [], row_count: 1 });
  });

  it('may name their delimiter in a line of its own', async () => {
    const { head, records } = await read('sep=;\nSerial;Model\n1,5;a\n');
    expect(head?.facts).toMatchObject({ delimiter: ';', heading_row: 2 });
    expect(records[0]).toMatchObject({ place: 'row 3', value: { cells: ['1,5', 'a'] } });
  });

  const german = 'Hersteller;Seriennummer\nDräger;1\n';
  it.each<[string, Uint8Array | string, string, number]>([
    ['UTF-8', german, 'UTF-8', 0],
    ['UTF-8 with its mark', `\ufeff${german}`, 'UTF-8', 0],
    ['UTF-16', Buffer.from(`\ufeff${german}`, 'utf16le'), 'UTF-16', 0],
    ['Windows-1252', Buffer.from(german, 'latin1'), 'Windows-1252', 1],
  ])('are read in %s', async (_, content, encoding, warnings) => {
    const { head, records } = await read(content);
    expect(head?.facts.encoding).toBe(encoding);
    expect(head?.warnings).toHaveLength(warnings);
    expect(records[0]?.value).toMatchObject({ cells: ['Dräger', '1'] });
  });

  it('tell rows that do not fit: short ones are read, long ones left out', async () => {
    const { head, records } = await read('Serial,Model,Ward\n1,a\n2,b,c,d\n3,e,f,\n');
    expect(records.map(({ place, warnings }) => [place, warnings.length])).toEqual([
      ['row 2', 1],
      ['row 4', 0],
    ]);
    expect(head?.warnings.map(({ place }) => place)).toEqual(['row 3', '']);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', ' \n', 'CSV @ '],
    [
      'prose',
      'Dear all, this is a letter.\nIt has lines, some of them with commas, some without.\nYours,\nme',
      'CSV @ ',
    ],
    ['unknown headings and nothing below', 'Alpha,Beta\n', 'CSV @ '],
    ['a formula', 'Serial,Model\n1,=1+1\n', 'formula @ row 2, column B'],
    ['a formula in quotes', 'Serial,Model\n1,"=HYPERLINK(""http://a.example"")"\n', 'formula @ row 2, column B'],
    ['a formula among the headings', 'Serial,@SUM(A1)\n1,2\n', 'formula @ row 1, column B'],
    ['a quotation mark that stays open', 'Serial,Model\n1,2\n"3,4\n', 'CSV @ row 3'],
    ['a quotation mark within a cell', 'Serial,Model\n1,a"b\n', 'CSV @ row 2'],
    ['something after a quotation mark', 'Serial,Model\n1,"a"b\n', 'CSV @ row 2'],
    ['a NUL', 'Serial,Model\n1,\0\n', 'CSV @ line 2'],
    ['control characters', 'Serial,Model\n1,\u0007\n', 'CSV @ line 2'],
    ['bytes of no encoding', Buffer.from([0x41, 0x2c, 0x81, 0x0a]), 'CSV @ '],
    ['a million columns', `${'a,'.repeat(1_000_000)}\n`, 'limit @ row 1'],
    ['a row that is too long', `Serial,Model\n${'a'.repeat(5_000_000)},b\n`, 'limit @ row 2'],
    ['a cell that is too long', `Serial,Model\n${'a'.repeat(1_000_001)},b\n`, 'limit @ row 2, column A'],
    ['too many rows', 'a,b\n'.repeat(500_001), 'limit @ row 500001'],
  ])('are refused with %s', async (_, content, fault) => {
    expect(firstFault(await read(content))).toBe(fault);
  });

  it('give back every cell that was written', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ä', '"', ',', ';', '\n', '\r\n', ' ', '0', '-', '\t'), maxLength: 8 })
      .filter((text) => !isFormula(text));
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, fc.constant('z')), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const lines = [['Serial', 'Model', 'Ward'], ...cells];
        const text = lines.map((one) => one.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(await rowsOf(text)).toEqual(cells);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a cell that a spreadsheet would compute', () => {
  it.each([
    '=1',
    '@SUM(A1)',
    '+A1',
    '-A1',
    '-cmd|x',
    '-2+3+cmd|" /C calc"!A0',
    '+HYPERLINK(1)',
    ' =1',
    '\t=1',
    '＝1',
    '-(A1)',
    '- A1(b)',
    '=-1',
  ])('is %j', (cell) => expect(isFormula(cell)).toBe(true));
  it.each([
    '',
    '-',
    '--',
    '+',
    '-5',
    '-5,25',
    '+44 20 7946 0958',
    '+49 (0)30 1234-5',
    '-20 °C',
    '-3.5 %',
    '- see remark',
    '— none',
    'a=b',
    '1=1',
    '±2',
    '-5 mm',
    '+5V',
    '@',
    '=',
  ])('is not %j', (cell) => expect(isFormula(cell)).toBe(false));
});
