/** Reads one sheet row by row, as it is unpacked. Formulas are refused with sheet and cell. */
import type { Archive } from '../archives/zip.server';
import { LIMITS, type Out, refuse } from '../reader';
import type { XmlHandlers, XmlTag } from '../xml/read-xml';
import { momentOf, numberText } from './cell-formats';
import { cellAt, columnName } from './columns';
import { plain, type Sheet, streamPart, type Workbook } from './workbook.server';

export interface SheetReading {
  /** Takes a row; cells that stand nowhere are empty. Says whether `pause` has something to do. */
  row(cells: string[], row: number): boolean;
  /** Told how many bytes were read since the last time. */
  read?(bytes: number): void;
  /** Called between pieces of the sheet when a row asked for it. */
  pause(): Promise<void>;
}

export interface SheetFindings {
  merged: string[];
  /** Cells of errors ("#N/A"), and numbers that should be a day and are none. */
  odd: { cell: string; message: string }[];
}

/** Rows and columns that a sheet can have at all. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_TOLD = 20;

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
}

export async function readSheet(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  reading: SheetReading,
  out: Out,
): Promise<SheetFindings> {
  const findings: SheetFindings = { merged: [], odd: [] };
  const at = (column: number, row: number) => `sheet ${sheet.name}, cell ${columnName(column)}${row}`;
  const odd = (column: number, row: number, message: string) => {
    if (findings.odd.length < MOST_TOLD) findings.odd.push({ cell: at(column, row), message });
  };
  let row = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let nextColumn = 0;
  let keep = false;
  let aside = false;
  let waiting = false;

  const beginRow = ({ attributes }: XmlTag): void => {
    const stated = attributes.r?.value;
    const number = stated === undefined ? row + 1 : Number(stated);
    if (!Number.isInteger(number) || number <= row || number > LAST_ROW) {
      refuse('XLSX', `sheet ${sheet.name}, row ${row + 1}`, 'Its rows are not numbered in order.');
    }
    row = number;
    cells = [];
    nextColumn = 0;
  };

  const beginCell = ({ attributes }: XmlTag): void => {
    const stated = attributes.r?.value;
    const place = stated === undefined ? { column: nextColumn, row } : cellAt(stated);
    if (!place || place.row !== row || place.column < nextColumn) {
      const shown = (stated ?? '').slice(0, 20);
      refuse('XLSX', `sheet ${sheet.name}, row ${row}`, `The cell "${shown}" is not where it should be.`);
      return;
    }
    if (place.column >= LAST_COLUMN) tooWide(place.column);
    nextColumn = place.column + 1;
    cell = {
      column: place.column,
      type: attributes.t?.value ?? 'n',
      style: Number(attributes.s?.value ?? 0),
      value: '',
    };
  };

  const tooWide = (column: number): never =>
    refuse('limit', at(column, row), `It has more than ${LIMITS.columns} columns.`);

  const endCell = ({ column, ...rest }: Cell): void => {
    if (rest.value === '') return;
    if (column >= LIMITS.columns) tooWide(column);
    const text = textOf(
      rest,
      workbook,
      (message) => odd(column, row, message),
      () => at(column, row),
    );
    while (cells.length < column) cells.push('');
    cells.push(text);
  };

  const handlers: XmlHandlers = {
    open(tag) {
      keep = false;
      switch (tag.local) {
        case 'row':
          return beginRow(tag);
        case 'c':
          return beginCell(tag);
        case 'f':
          return refuse('formula', at(cell?.column ?? 0, row), 'The cell holds a formula. Please send values only.');
        case 'rPh':
          aside = true;
          return;
        case 'v':
        case 't':
          keep = cell !== null && !aside;
          return;
        case 'mergeCell':
          if (findings.merged.length < MOST_TOLD) findings.merged.push(tag.attributes.ref?.value ?? '');
      }
    },
    text(piece) {
      if (keep && cell) cell.value += piece;
    },
    close({ local }) {
      keep = false;
      if (local === 'rPh') aside = false;
      else if (local === 'c' && cell) {
        endCell(cell);
        cell = null;
      } else if (local === 'row') waiting = reading.row(cells, row) || waiting;
    },
  };
  await streamPart(
    archive,
    sheet.part,
    handlers,
    (place) => `sheet ${sheet.name}, ${place}`,
    async (bytes) => {
      out.checkCancelled();
      reading.read?.(bytes);
      if (waiting) await reading.pause();
      waiting = false;
    },
  );
  await reading.pause();
  return findings;
}

function textOf(
  { type, style, value }: Omit<Cell, 'column'>,
  { strings, formats, from1904 }: Workbook,
  odd: (message: string) => void,
  place: () => string,
): string {
  switch (type) {
    case 's': {
      const found = strings[Number(value)];
      return found ?? refuse('XLSX', place(), 'The cell points at a text that is not there.');
    }
    case 'inlineStr':
    case 'str':
      return plain(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      odd(`The cell shows an error (${value.slice(0, 20)}).`);
      return value;
    case 'd':
      return value.trim().replace(/T00:00:00(\.0+)?Z?$/, '');
    case 'n': {
      if (value.trim() === '' || !Number.isFinite(Number(value)))
        refuse('XLSX', place(), 'The cell says that it is a number, and is none.');
      const format = formats[style] ?? 'number';
      if (format !== 'day' && format !== 'moment' && format !== 'time') return numberText(value, format);
      const moment = momentOf(Number(value), format, from1904);
      if (moment === null) odd(`The number ${value.slice(0, 20)} should be a day, and is none.`);
      return moment ?? value.trim();
    }
    default:
      return refuse('XLSX', place(), `The cell is of a kind ("${type.slice(0, 20)}") that is not known.`);
  }
}
