/** Reads tables in CSV: cells between commas, semicolons, tabs or bars, in quotes where they have to be. */
import { CsvError, parse } from 'csv-parse';
import { headOf } from '../head';
import { readBytes } from '../read-bytes.server';
import { LIMITS, type Out, type Reader, refuse } from '../reader';
import { checkSize, type FoundTable, RowCollector } from './collect-rows';
import { columnName } from './columns';
import { csvText, delimiterOf } from './csv-text.server';
import { isFormula } from './formulas';
import { isKnownHeading } from './headings';
import { tableFacts } from './table-facts';

const RULE = 'CSV';
const PIECE = 1 << 16;
/** Characters of one row. */
const LONGEST_ROW = 4_000_000;

export const readCsv: Reader = async (source, out) => {
  const { text, encoding, warnings } = csvText(await readBytes(source));
  // Some programs name the delimiter in a first line of its own, which is no row.
  const named = /^sep=([,;|\t])(\r\n|\r|\n)/i.exec(text);
  const delimiter = named?.[1] ?? delimiterOf(text);
  const rows = new RowCollector(RULE, (row) => `row ${row}`);
  await everyRow(text.slice(named?.[0].length ?? 0), delimiter, named ? 1 : 0, rows, out);
  const found = await rows.end(out);
  if (!looksLikeTable(found)) {
    refuse(RULE, '', 'This is no table: no heading is known, and its lines are not cut into cells alike.');
  }
  return headOf('table', 'CSV', {
    warnings: [...warnings, ...rows.warnings],
    facts: { ...tableFacts(found), delimiter: delimiter === '\t' ? 'tab' : delimiter, encoding },
  });
};

/** Prose has commas too. Headings that nobody knows are taken where the rows below them are as wide. */
const looksLikeTable = ({ headings, rowCount, unlike }: FoundTable): boolean =>
  headings.some(isKnownHeading) || (rowCount > 0 && unlike * 2 <= rowCount);

async function everyRow(text: string, delimiter: string, before: number, rows: RowCollector, out: Out): Promise<void> {
  let row = before;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const place = () => `row ${row}`;
  const feed = async () => {
    for (let at = 0; at < text.length; at += PIECE) {
      if (!parser.write(text.slice(at, at + PIECE))) await new Promise<void>((go) => parser.once('drain', go));
      out.progress(at);
    }
    parser.end();
  };
  // What goes wrong while feeding comes out of the parser as well.
  feed().catch((error: Error) => parser.destroy(error));
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      checkSize(row, cells.length, place());
      checkCells(cells, place());
      if (rows.take(cells, row)) await rows.flush(out);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = `row ${before + Number(error.records ?? row) + 1}`;
    if (error.code === 'CSV_MAX_RECORD_SIZE') refuse('limit', at, 'The row is too long.');
    refuse(RULE, at, faultOf(error.code));
  } finally {
    parser.destroy();
  }
}

const faultOf = (code: string): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'A cell begins with a quotation mark that is never closed.'
    : code === 'INVALID_OPENING_QUOTE'
      ? 'A quotation mark stands within a cell that does not begin with one.'
      : code === 'CSV_INVALID_CLOSING_QUOTE'
        ? 'Something stands after the quotation mark that closes a cell.'
        : 'The row is not written as CSV is.';

function checkCells(cells: readonly string[], place: string): void {
  for (const [column, cell] of cells.entries()) {
    if (cell.length > LIMITS.text) {
      refuse(
        'limit',
        `${place}, column ${columnName(column)}`,
        `The cell is longer than ${LIMITS.text.toLocaleString('en-GB')} characters.`,
      );
    }
    if (isFormula(cell)) {
      const shown = cell.trim().slice(0, 60);
      refuse(
        'formula',
        `${place}, column ${columnName(column)}`,
        `The cell begins as a formula does ("${shown}"), which a spreadsheet would run. Please send values.`,
      );
    }
  }
}
