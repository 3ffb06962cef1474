/** FHIR: the resource Device of R4 and R5, alone or in a Bundle. */
import { headOf, unique } from '../head';
import { readJson } from '../json/read-json.server';
import { LIMITS, type Reader } from '../reader';
import type { FileRecord, InventoryRecord, Problem } from '../records';
import { zodProblems } from '../zod-problems';
import { deviceRecord } from './device-record';
import { devicesIn } from './devices-in';
import { DeviceR4, DeviceR5, type FhirDevice, releaseOf } from './fhir-device';
import { emptyPlaces, withoutCompanions } from './fhir-json';

/** Gives one record for each Device. */
export const readFhir: Reader = async (source, out) => {
  const { devices, errors, warnings } = devicesIn(await readJson(source));
  const found: { place: string; fhir: FhirDevice }[] = [];
  for (const { place, resource } of devices) {
    out.checkCancelled();
    const fhir = parsed(resource, place);
    if (Array.isArray(fhir)) errors.push(...fhir);
    else found.push({ place, fhir });
    if (errors.length > LIMITS.problems) break;
  }
  const releases = unique(found.map(({ fhir }) => fhir.release)).sort();
  const format = releases.length > 0 ? `FHIR Device (${releases.join(' and ')})` : 'FHIR Device';
  if (errors.length > 0) return headOf('fhir', format, { errors });
  const records = found.map(({ place, fhir }): FileRecord & { kind: 'device' } => ({
    kind: 'device',
    place,
    ...deviceRecord(fhir),
  }));
  for (const record of records) {
    for (const message of record.warnings) warnings.push({ place: record.place, rule: 'FHIR', message: `${message}.` });
  }
  await out.records(records);
  return headOf('fhir', format, {
    warnings,
    facts: {
      fhir_releases: releases,
      device_count: records.length,
      devices: records.map(({ value }) => factsOf(value)),
    },
  });
};

/** A Device held against the release it is of; problems when it is as neither describes it. */
function parsed(resource: Record<string, unknown>, place: string): FhirDevice | Problem[] {
  const empty = emptyPlaces(resource, place);
  if (empty.length > 0) return empty;
  const release = releaseOf(resource);
  if (release === null) {
    const message = 'This Device has fields of R4 and of R5, so it is neither.';
    return [{ place, rule: 'FHIR', message }];
  }
  const plain = withoutCompanions(resource);
  if (release === 'R4') {
    const r4 = DeviceR4.safeParse(plain);
    return r4.success ? { release, device: r4.data } : zodProblems(r4.error, 'FHIR R4 Device', place);
  }
  const r5 = DeviceR5.safeParse(plain);
  return r5.success ? { release, device: r5.data } : zodProblems(r5.error, 'FHIR R5 Device', place);
}

const factsOf = (value: InventoryRecord): Record<string, unknown> => ({
  manufacturer: value.supplier,
  name: value.model,
  model_number: value.modelNumber,
  type: value.kind,
  di: value.udiDi,
  carrier: value.udiCarrier,
  serial: value.serial,
  lot: value.lot,
  manufacture_date: value.manufacturedOn,
  expiration_date: value.expiresOn,
  software_version: value.softwareVersion,
});
