/** A staged row as a record of an inventory: its cells by the mapping, or what the reader gave. Pure. */
import { emptyDevice } from '../../../readers/empty-device';
import type { InventoryRecord, Problem } from '../../../readers/records';
import { toInventory } from '../../../readers/tables/headings';
import { type DayOrder, dayOf } from '../inventory/written-day';
import type { StagedRow } from '../rows/row-kind';
import { type ColumnMapping, FIELD_NAMES, isDateField, isField } from './column-mapping';

export interface RecordOfRow {
  record: InventoryRecord;
  problems: Problem[];
  warnings: string[];
}

/** An apostrophe that was put before a cell so that no spreadsheet runs it; the file for mending does so too. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');

/** What a row says. Dates come out as year-month-day; one that cannot be read in one way only is a problem. */
export function recordOfRow(row: StagedRow, mapping: ColumnMapping): RecordOfRow {
  if (!row.cells)
    return {
      record: { ...emptyDevice(), ...(row.value as InventoryRecord) },
      problems: [],
      warnings: firstWarnings(row),
    };
  const problems: Problem[] = [];
  const cells = row.cells.map(withoutGuard);
  const columns = Object.entries(mapping).flatMap(([column, field]) =>
    isField(field) ? [{ column: Number(column), heading: FIELD_NAMES[field], field }] : [],
  );
  for (const { column, field } of columns) {
    const written = cells[column]?.trim();
    if (!written || !isDateField(field)) continue;
    const day = dayOf(written, mapping[`${column}.dates`] as DayOrder | undefined);
    if (day) cells[column] = day;
    else {
      const message = `“${written.slice(0, 40)}” is no day that can be read in one way only (${FIELD_NAMES[field].toLowerCase()}).`;
      problems.push({ place: `${row.place}, column ${column + 1}`, rule: 'date', message });
      cells[column] = '';
    }
  }
  const read = toInventory({ cells }, columns);
  const warnings = read.problems.map(({ column, message }) => (column ? `${column}: ${message}` : message));
  return { record: read.record, problems, warnings: [...firstWarnings(row), ...warnings] };
}

/** A row is held again and again; what was true of an earlier time is said anew, or no more. */
const firstWarnings = (row: StagedRow): string[] =>
  row.warnings.filter((warning) => !warning.startsWith('Adds the model '));
