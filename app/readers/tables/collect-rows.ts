/** Finds the heading row of a table, holds every row against it, and hands rows on in batches. */
import { LIMITS, type Out, refuse } from '../reader';
import type { FileRecord, Problem } from '../records';
import { isKnownHeading } from './headings';

const BATCH = 500;
/** Rows that are looked at for headings: reports put titles and dates above them. */
const SEARCHED = 30;

export interface FoundTable {
  headings: string[];
  /** Number of the heading row in the file or sheet, from 1; 0 for an empty table. */
  headingRow: number;
  rowCount: number;
  /** Rows with more or fewer cells than there are headings. */
  unlike: number;
}

interface NumberedRow {
  cells: string[];
  row: number;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The row that holds the headings: the one with most known ones, else the first with more than one cell. */
export function headingRowOf(rows: readonly NumberedRow[]): NumberedRow | null {
  const score = ({ cells }: NumberedRow) => new Set(cells.filter(isKnownHeading)).size;
  const [best] = [...rows].sort((a, b) => score(b) - score(a) || a.row - b.row);
  const widest = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
  // One known word is a heading only where the table has one column.
  if (best && score(best) >= Math.min(2, widest)) return best;
  return rows.find(({ cells }) => filled(cells) > 1) ?? rows[0] ?? null;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** Takes the rows of one table in their order. `where` puts a sheet before the number of a row. */
export class RowCollector {
  readonly warnings: Problem[] = [];
  private readonly early: NumberedRow[] = [];
  private batch: FileRecord[] = [];
  private heading: NumberedRow | null = null;
  private rowCount = 0;
  private left = 0;
  private short = 0;

  constructor(
    private readonly rule: string,
    private readonly where: (row: number) => string,
    private readonly accepts: (headings: string[]) => boolean = () => true,
  ) {}

  /** Takes a row; says whether a batch waits to be handed on. */
  take(cells: string[], row: number): boolean {
    if (isBlank(cells)) return false;
    if (this.heading) this.add({ cells, row });
    else {
      this.early.push({ cells, row });
      if (this.early.length >= SEARCHED) this.settle();
    }
    return this.batch.length >= BATCH;
  }

  async flush(out: Out): Promise<void> {
    out.checkCancelled();
    if (this.batch.length > 0) await out.records(this.batch);
    this.batch = [];
  }

  async end(out: Out): Promise<FoundTable> {
    if (!this.heading) this.settle();
    await this.flush(out);
    if (this.left > 0) {
      this.warnings.push({
        place: '',
        rule: this.rule,
        message: `Left out: ${this.left} rows with more cells than there are headings.`,
      });
    }
    if (this.heading && this.rowCount === 0 && !this.dropped) {
      const place = this.where(this.heading.row);
      this.warnings.push({ place, rule: this.rule, message: 'There are headings and no rows below them.' });
    }
    return {
      headings: this.heading?.cells ?? [],
      headingRow: this.heading?.row ?? 0,
      rowCount: this.rowCount,
      unlike: this.left + this.short,
    };
  }

  private settle(): void {
    const found = headingRowOf(this.early);
    if (!found) return;
    const width = found.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    this.heading = {
      row: found.row,
      cells: found.cells.slice(0, width).map((cell) => cell.trim().replace(/\s+/g, ' ')),
    };
    if (!this.accepts(this.heading.cells)) this.dropped = true;
    for (const one of this.early) if (one.row > found.row) this.add(one);
    this.early.length = 0;
  }

  /** Set for a table whose headings are not wanted: its rows are looked at and left out. */
  private dropped = false;

  private add({ cells, row }: NumberedRow): void {
    if (this.dropped || !this.heading) return;
    const place = this.where(row);
    const width = this.heading.cells.length;
    const last = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (last > width) {
      this.left += 1;
      const message = `The row has ${last} cells and the table ${width} headings, so it is not clear what belongs where. It is left out.`;
      if (this.left <= LIMITS.problems) this.warnings.push({ place, rule: this.rule, message });
      return;
    }
    this.rowCount += 1;
    if (cells.length < width) this.short += 1;
    const warnings =
      cells.length < width && this.rule === 'CSV'
        ? [`The row has ${cells.length} cells and the table ${width} headings.`]
        : [];
    const whole = cells.slice(0, width);
    while (whole.length < width) whole.push('');
    this.batch.push({ kind: 'row', place, warnings, value: { cells: whole, place } });
  }
}

/** Refuses a table that is too long or too wide, at the row where it becomes so. */
export function checkSize(row: number, columns: number, where: string): void {
  if (row > LIMITS.rows) refuse('limit', where, `It has more than ${LIMITS.rows.toLocaleString('en-GB')} rows.`);
  if (columns > LIMITS.columns) {
    refuse(
      'limit',
      where,
      `It has ${columns.toLocaleString('en-GB')} columns or more; at most ${LIMITS.columns} are read.`,
    );
  }
}
