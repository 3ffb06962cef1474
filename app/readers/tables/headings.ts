/** Proposes what the columns of an inventory mean, and turns a row into what it says of one unit. */
import { emptyDevice } from '../empty-device';
import type { InventoryRecord, TableRow } from '../records';
import { HEADING_NAMES, type HeadingNames, type InventoryField } from './heading-names';

export type { InventoryField } from './heading-names';

export interface ColumnMeaning {
  /** Place of the column, from 0: two columns with one heading are two columns. */
  column: number;
  heading: string;
  /** What it is proposed to mean; null when nothing is. */
  field: InventoryField | null;
  /** Whether the heading means that and nothing else. */
  sure: boolean;
  /** Whatever else it may mean, the likeliest first. */
  candidates: InventoryField[];
}

/** Fields that several columns can add to: "Building" and "Room", "OS" and "OS Version", anything to the notes. */
const JOINED: Partial<Record<InventoryField, string>> = { location: ', ', operatingSystem: ' ', notes: '\n' };

const LONGEST_HEADING = 200;

/** Headings are compared without capitals, blanks, hyphens, underscores, dots, and marks at their end. */
export const plainHeading = (heading: string): string =>
  heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0_.\-‐‑–’']/g, '')
    .replace(/[*:]+$/, '');

const known: ReadonlyMap<string, HeadingNames> = new Map(
  HEADING_NAMES.flatMap((names) => names.headings.map((heading) => [plainHeading(heading), names] as const)),
);

/** Whether a heading is one that inventories are known to use. */
export const isKnownHeading = (heading: string): boolean => known.has(plainHeading(heading));

/**
 * What each column is proposed to mean. A field goes to one column, the surest first; a second column that could be the
 * same is left for a person, unless the field is one that columns add to.
 */
export function proposeMapping(headings: readonly string[]): ColumnMeaning[] {
  const meanings = headings.map((heading, column): ColumnMeaning => {
    const names = known.get(plainHeading(heading));
    if (!names) return { column, heading, field: null, sure: false, candidates: [] };
    const sure = names.field !== null && !names.or;
    return {
      column,
      heading,
      field: names.field,
      sure,
      candidates: [...(names.field ? [names.field] : []), ...(names.or ?? [])],
    };
  });
  const taken = new Set<InventoryField>();
  const inOrder = [...meanings].sort((a, b) => Number(b.sure) - Number(a.sure) || a.column - b.column);
  for (const one of inOrder) {
    if (!one.field) continue;
    if (taken.has(one.field) && !(one.sure && one.field in JOINED)) {
      one.field = null;
      one.sure = false;
    } else taken.add(one.field);
  }
  return meanings;
}

export interface RowProblem {
  /** Heading of the column, or empty for the row. */
  column: string;
  message: string;
}

export type Mapping = readonly Pick<ColumnMeaning, 'column' | 'heading' | 'field'>[];

const LONGEST = 2_000;

/** What a row says of one unit, everything as written. Problems are for a person; none of them changes a value. */
export function toInventory(
  row: Pick<TableRow, 'cells'>,
  mapping: Mapping,
): { record: InventoryRecord; problems: RowProblem[] } {
  const record = emptyDevice();
  const problems: RowProblem[] = [];
  for (const { column, heading, field } of mapping) {
    const cell = (row.cells[column] ?? '').trim();
    if (!field || cell === '') continue;
    if (cell.length > LONGEST) {
      problems.push({
        column: heading,
        message: `The value is longer than ${LONGEST.toLocaleString('en-GB')} characters.`,
      });
    }
    const told =
      field === 'notes' && !/^(notes?|comments?|remarks|bemerkung|remarques)$/i.test(heading.trim())
        ? `${heading.trim()}: ${cell}`
        : cell;
    const joint = JOINED[field];
    if (record[field] === '') record[field] = told;
    else if (joint !== undefined) record[field] += joint + told;
    else if (record[field] !== told) {
      problems.push({
        column: heading,
        message: `Another column already says "${record[field].slice(0, 80)}"; this one says "${told.slice(0, 80)}".`,
      });
    }
  }
  if (!record.serial && !record.assetTag && !record.udiCarrier && !record.hostname && !record.macAddress) {
    problems.push({
      column: '',
      message:
        'Nothing in this row tells this unit from others: no serial number, tag, carrier, host name or MAC address.',
    });
  }
  return { record, problems };
}
