/** Makes workbooks for tests: the few parts that every spreadsheet program writes. */
import { strToU8, zipSync } from 'fflate';
import { columnName } from './columns';

export interface TestSheet {
  name: string;
  /** Cells: a text, a number, true or false, nothing, or the XML of a cell after its reference. */
  rows: (string | number | boolean | null | { xml: string })[][];
  state?: 'hidden' | 'veryHidden';
  /** XML after the rows. */
  after?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A reader of XML turns a bare return into a line break.
    .replaceAll('\r', '_x000D_');

function cell(value: TestSheet['rows'][number][number], reference: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'object') return `<c r="${reference}" ${value.xml}`;
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const sheetXml = ({ rows, after = '' }: TestSheet): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (cells, n) => `<row r="${n + 1}">${cells.map((one, c) => cell(one, `${columnName(c)}${n + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>${after}</worksheet>`;

export interface TestWorkbook {
  sheets: TestSheet[];
  /** Number formats by style: style 1 is the first of them. */
  formats?: string[];
  from1904?: boolean;
  strings?: string[];
  /** Other parts of the archive, or other content of these. */
  parts?: Record<string, string>;
}

/** The parts of a workbook, by name. */
export function workbookParts({
  sheets,
  formats = [],
  from1904 = false,
  strings,
  parts = {},
}: TestWorkbook): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, n) =>
          `<sheet name="${escaped(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="s${n + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${sheets
      .map((_, n) => relation(`s${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`))
      .join(
        '',
      )}${relation('st', 'styles', 'styles.xml')}${strings ? relation('ss', 'sharedStrings', 'sharedStrings.xml') : ''}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, n) => `<numFmt numFmtId="${170 + n}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, n) => `<xf numFmtId="${170 + n}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(strings && {
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    }),
    ...Object.fromEntries(sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  };
}

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const workbook = (one: TestWorkbook): Uint8Array => zipped(workbookParts(one));
