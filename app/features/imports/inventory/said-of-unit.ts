/** What one line of an inventory says about a unit. An empty cell says nothing, and changes nothing. Pure. */
import type { InventoryRecord, Problem } from '../../../readers/records';
import { readCarrier } from '../../../readers/udi/carrier';
import type { DetailValues } from '../../connected/detail-values';
import { storableText } from '../../text-input';
import type { UnitValues } from '../../units/unit-fields';
import type { Named } from './find-model';
import { systemOf } from './names';
import { dayOf } from './written-day';

export interface SaidOfUnit {
  named: Named;
  /** Only what the line says. */
  values: Partial<UnitValues>;
  details: Partial<DetailValues>;
  problems: Problem[];
  warnings: string[];
}

/** Longest text of one cell that the register takes: beyond it is no name of anything. */
const LONGEST = 2_000;

const NAMES: Partial<Record<keyof InventoryRecord, string>> = {
  suppliedOn: 'day of supply',
  manufacturedOn: 'day of manufacture',
};

/** @param place where the line stands, for what is wrong with it */
export function saidOfUnit(record: InventoryRecord, place: string): SaidOfUnit {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const text = (field: keyof InventoryRecord): string => {
    const written = storableText(record[field]).trim();
    if (written.length <= LONGEST) return written;
    problems.push({ place, rule: 'limit', message: `A cell holds ${written.length} characters; at most ${LONGEST}.` });
    return '';
  };
  const day = (field: 'suppliedOn' | 'manufacturedOn'): string | null => {
    const written = text(field);
    const found = written ? dayOf(written, undefined) : null;
    if (written && !found) {
      const message = `“${written.slice(0, 40)}” is no day that can be read in one way only (${NAMES[field]}).`;
      problems.push({ place, rule: 'date', message });
    }
    return found;
  };
  const carrier = text('udiCarrier') ? readCarrier(text('udiCarrier')) : null;
  if (carrier) warnings.push(...carrier.warnings.map((warning) => `UDI carrier: ${warning}.`));
  if (carrier?.serial && record.serial.trim() && carrier.serial !== record.serial.trim()) {
    warnings.push(`The UDI carrier gives the serial number ${carrier.serial}; that of its own column is taken.`);
  }
  const system = text('operatingSystem') ? systemOf(text('operatingSystem')) : {};
  const values: Partial<UnitValues> = withoutEmpty({
    ...{ serial: text('serial') || carrier?.serial, assetTag: text('assetTag'), site: text('site') },
    ...{ location: text('location'), networkZone: text('networkZone'), owner: text('owner'), notes: text('notes') },
    ...{
      installedVersion: text('softwareVersion') || carrier?.softwareVersion,
      ...system,
      suppliedOn: day('suppliedOn'),
    },
  });
  // A release belongs to its product: a line that names only the product says that the release is not known.
  if (values.osProduct && values.osRelease === undefined) values.osRelease = '';
  const details: Partial<DetailValues> = withoutEmpty({
    ...{ ipAddress: text('ipAddress'), macAddress: text('macAddress'), hostname: text('hostname') },
    ...{ lot: text('lot') || carrier?.lot, manufacturedOn: day('manufacturedOn') ?? (carrier?.manufactured || null) },
  });
  const named = {
    ...{ supplier: text('supplier'), model: text('model'), modelNumber: text('modelNumber'), kind: text('kind') },
    udiDi: text('udiDi') || carrier?.di || '',
  };
  if (!named.model && !named.modelNumber && !named.udiDi) {
    problems.push({ place, rule: 'required', message: 'The line names no model, model number or UDI-DI.' });
  }
  if (!values.serial && !values.assetTag) {
    problems.push({ place, rule: 'required', message: 'The line has neither a serial number nor an asset tag.' });
  }
  return { named, values, details, problems, warnings };
}

const withoutEmpty = <T extends object>(all: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  ) as Partial<T>;
