/** What the columns of a table mean, as an import keeps it: "3" → field, "3.dates" → how its dates are written. Pure. */
import type { InventoryField } from '../../../readers/tables/heading-names';
import { type ColumnMeaning, proposeMapping } from '../../../readers/tables/headings';
import { type DayOrder, orderOfColumn } from '../inventory/written-day';

export type ColumnMapping = Record<string, string>;

/** Fields in the order in which a person looks for them, with their names. */
export const FIELD_NAMES: Readonly<Record<InventoryField, string>> = {
  serial: 'Serial number',
  assetTag: 'Asset tag',
  supplier: 'Maker',
  model: 'Model',
  modelNumber: 'Model number',
  udiDi: 'UDI-DI',
  udiCarrier: 'UDI carrier (the whole text under the bar code)',
  kind: 'Kind of device',
  softwareVersion: 'Software version',
  operatingSystem: 'Operating system',
  site: 'Site',
  location: 'Location',
  networkZone: 'Network zone',
  ipAddress: 'IP address',
  macAddress: 'MAC address',
  hostname: 'Host name',
  owner: 'Owner',
  suppliedOn: 'Day of supply',
  manufacturedOn: 'Day of manufacture',
  expiresOn: 'Expires on',
  lot: 'Lot',
  notes: 'Notes',
};

const DATES: readonly string[] = ['suppliedOn', 'manufacturedOn', 'expiresOn'];

export const isDateField = (field: string): boolean => DATES.includes(field);
export const isField = (field: string): field is InventoryField => Object.hasOwn(FIELD_NAMES, field);

export interface ProposedMapping {
  mapping: ColumnMapping;
  /** Whether nothing of it is left for a person to say. */
  sure: boolean;
}

/** Why a mapping cannot be used, in words; empty when it can. */
export function mappingProblems(mapping: ColumnMapping): string[] {
  const fields = Object.values(mapping);
  const has = (...wanted: string[]) => wanted.some((field) => fields.includes(field));
  return [
    ...(has('model', 'modelNumber', 'udiDi', 'udiCarrier')
      ? []
      : ['Say which column names the model: by its name, its number or its UDI-DI.']),
    ...(has('serial', 'assetTag', 'udiCarrier') ? [] : ['Say which column holds the serial number or the asset tag.']),
  ];
}

/** The columns that hold dates. */
export const dateColumns = (mapping: ColumnMapping): number[] =>
  Object.entries(mapping).flatMap(([column, field]) => (isDateField(field) ? [Number(column)] : []));

/**
 * How dates are written: as a person said, or as the dates themselves settle it.
 * @param cells what stands in each column of dates
 * @returns the mapping with that, and the columns of which a person still has to say it
 */
export function settleDates(
  mapping: ColumnMapping,
  cells: ReadonlyMap<number, readonly string[]>,
): { mapping: ColumnMapping; open: number[] } {
  const settled: Record<string, DayOrder> = {};
  const open: number[] = [];
  for (const column of dateColumns(mapping)) {
    if (mapping[`${column}.dates`]) continue;
    const order = orderOfColumn(cells.get(column) ?? []);
    if (order === 'ask') open.push(column);
    else if (order) settled[`${column}.dates`] = order;
  }
  return { mapping: { ...mapping, ...settled }, open };
}

const asMapping = (meanings: readonly ColumnMeaning[]): ColumnMapping =>
  Object.fromEntries(meanings.flatMap(({ column, field }) => (field ? [[String(column), field]] : [])));

/** What the headings say by themselves. */
export function proposed(headings: readonly string[]): ProposedMapping {
  const meanings = proposeMapping(headings);
  const mapping = asMapping(meanings);
  const unsure = meanings.some(({ field, sure, candidates }) => candidates.length > 0 && !(field && sure));
  return { mapping, sure: !unsure && mappingProblems(mapping).length === 0 };
}
