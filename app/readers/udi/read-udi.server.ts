/** Lists of UDI carriers: a text file with one a line, or a JSON list of them. */

import { emptyDevice } from '../empty-device';
import { headOf } from '../head';
import { parseJson, strictUtf8 } from '../json/read-json.server';
import { readBytes } from '../read-bytes.server';
import { LIMITS, type Reader } from '../reader';
import type { FileRecord, InventoryRecord, Problem } from '../records';
import { type Carrier, readCarrier } from './carrier';
import { carriersInJson } from './carriers-in-json';

const FORMAT = 'UDI carriers';
const BATCH = 500;

interface Line {
  place: string;
  text: string;
}

/** Gives one record for each carrier, those that cannot be read included. */
export const readUdi: Reader = async (source, out) => {
  const lines = linesOf(await readBytes(source));
  if (lines.length > LIMITS.rows) {
    const message = `The file has more than ${LIMITS.rows.toLocaleString('en-GB')} lines.`;
    return headOf('udi', FORMAT, { errors: [{ place: '', rule: 'limit', message }] });
  }
  const carriers: Record<string, unknown>[] = [];
  const warnings: Problem[] = [];
  const agencies = new Set<string>();
  let readable = 0;
  for (let from = 0; from < lines.length; from += BATCH) {
    out.checkCancelled();
    const records: FileRecord[] = [];
    for (const { place, text } of lines.slice(from, from + BATCH)) {
      const carrier = readCarrier(text);
      if (carrier.agency) agencies.add(carrier.agency);
      if (carrier.di !== '') readable += 1;
      carriers.push(factsOf(text, carrier));
      for (const message of carrier.warnings) warnings.push({ place, rule: carrier.agency ?? 'UDI', message });
      records.push({ kind: 'device', place, warnings: carrier.warnings, value: deviceOf(text, carrier) });
    }
    await out.records(records);
  }
  const errors =
    readable === 0 ? [{ place: '', rule: 'UDI', message: 'No line of the file is a carrier that can be read.' }] : [];
  return headOf('udi', FORMAT, {
    errors,
    warnings,
    facts: { count: lines.length, issuing_agencies: [...agencies].sort(), carriers },
  });
};

function linesOf(bytes: Buffer): Line[] {
  const text = strictUtf8(bytes, FORMAT);
  if (/^\s*[[{]/.test(text)) return carriersInJson(parseJson(bytes));
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ place: `line ${index + 1}`, text: line.trim() }))
    .filter((line) => line.text !== '');
}

const factsOf = (input: string, carrier: Carrier): Record<string, unknown> => ({
  input,
  issuing_agency: carrier.agency,
  di: carrier.di || null,
  lot: carrier.lot || null,
  serial: carrier.serial || null,
  manufacture_date: carrier.manufactured || null,
  expiration_date: carrier.expires || null,
  ...(carrier.softwareVersion ? { software_version: carrier.softwareVersion } : {}),
  ...(carrier.donation ? { donation_id: carrier.donation } : {}),
  warnings: carrier.warnings,
});

const deviceOf = (text: string, carrier: Carrier): InventoryRecord => ({
  ...emptyDevice(),
  serial: carrier.serial,
  udiDi: carrier.di,
  udiCarrier: text,
  softwareVersion: carrier.softwareVersion,
  lot: carrier.lot,
  manufacturedOn: carrier.manufactured,
  expiresOn: carrier.expires,
  notes: carrier.donation ? `Donation ${carrier.donation}` : '',
});
