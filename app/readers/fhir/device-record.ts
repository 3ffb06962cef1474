/** What a Device of FHIR says about a unit. Who wears it is left out, and that it was is said. */
import { emptyDevice } from '../empty-device';
import type { InventoryRecord } from '../records';
import { readCarrier } from '../udi/carrier';
import type { FhirDevice } from './fhir-device';

/** The most formal name first. What a patient calls it is no name of a model. */
const NAMES = ['registered-name', 'udi-label-name', 'manufacturer-name', 'model-name', 'user-friendly-name', 'other'];

interface Concept {
  text?: string | undefined;
  coding?: { code?: string | undefined; display?: string | undefined }[] | undefined;
}
const wordsOf = (concept: Concept | undefined): string =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? '';

function nameOf({ release, device }: FhirDevice): string {
  const names =
    release === 'R4'
      ? (device.deviceName ?? []).map(({ name, type }) => ({ name, type }))
      : (device.name ?? []).map(({ value, type }) => ({ name: value, type }));
  const display = release === 'R5' ? device.displayName : undefined;
  const found = NAMES.map((type) => names.find((one) => one.type === type)?.name).find(Boolean);
  return found ?? display ?? '';
}

/** The version of the software, where one is said to be that; else the only one there is. */
function softwareVersion({ device }: FhirDevice): string {
  const versions: { value: string; type?: Concept | undefined }[] = device.version ?? [];
  const software = versions.find(
    ({ type }) =>
      type?.coding?.some(({ code }) => code === '531975') || /software|\bSW\b|PROD_SPEC_SW/i.test(wordsOf(type)),
  );
  return software?.value ?? (versions.length === 1 ? (versions[0]?.value ?? '') : '');
}

const EUI_48 = 'http://hl7.org/fhir/sid/eui-48';

function identified({ device }: FhirDevice, wanted: (system: string, code: string) => boolean): string {
  const found = device.identifier?.find(({ system = '', type }) =>
    (type?.coding ?? [{ code: '' }]).some(({ code = '' }) => wanted(system, code)),
  );
  return found?.value ?? '';
}

export function deviceRecord(fhir: FhirDevice): { value: InventoryRecord; warnings: string[] } {
  const { device, release } = fhir;
  const warnings: string[] = [];
  const [carrier, ...others] = device.udiCarrier ?? [];
  if (others.length > 0) warnings.push(`It has ${others.length + 1} UDI carriers; the first is read`);
  const type: Concept | undefined = release === 'R4' ? device.type : device.type?.[0];
  const value: InventoryRecord = {
    ...emptyDevice(),
    supplier: device.manufacturer ?? '',
    model: nameOf(fhir),
    modelNumber: device.modelNumber ?? '',
    kind: wordsOf(type),
    serial: device.serialNumber ?? identified(fhir, (_, code) => code === 'SNO'),
    udiDi: carrier?.deviceIdentifier ?? '',
    udiCarrier: carrier?.carrierHRF ?? '',
    softwareVersion: softwareVersion(fhir),
    macAddress: identified(fhir, (system) => system === EUI_48),
    location: device.location?.display ?? '',
    owner: device.owner?.display ?? '',
    lot: device.lotNumber ?? '',
    manufacturedOn: device.manufactureDate ?? '',
    expiresOn: device.expirationDate ?? '',
  };
  if (value.udiCarrier !== '') warnings.push(...againstCarrier(value));
  else if (value.udiDi !== '') {
    const { agency, warnings: odd } = readCarrier(value.udiDi);
    if (agency === 'GS1') warnings.push(...odd);
  }
  if (release === 'R4' && device.patient) warnings.push('It refers to a patient; the reference is left out');
  if (device.note) warnings.push('It has notes; they are left out, since they may speak of a patient');
  if (device.status === 'entered-in-error') warnings.push('Its status is “entered in error”');
  return { value, warnings };
}

/** What the carrier says beside what the fields say. Fields that are missing are filled from it. */
function againstCarrier(value: InventoryRecord): string[] {
  const carrier = readCarrier(value.udiCarrier);
  const warnings = [...carrier.warnings];
  const hold = (key: 'udiDi' | 'serial' | 'lot' | 'manufacturedOn' | 'expiresOn', name: string, read: string): void => {
    if (read === '') return;
    // A moment, or a month, says the same day as far as it goes.
    const said = value[key].slice(0, read.length);
    if (value[key] === '') value[key] = read;
    else if (said !== read && !(key.endsWith('On') && read.startsWith(said))) {
      warnings.push(`${name} is ${value[key].slice(0, 60)}, and the carrier says ${read.slice(0, 60)}`);
    }
  };
  hold('udiDi', 'deviceIdentifier', carrier.di);
  hold('serial', 'serialNumber', carrier.serial);
  hold('lot', 'lotNumber', carrier.lot);
  hold('manufacturedOn', 'manufactureDate', carrier.manufactured);
  hold('expiresOn', 'expirationDate', carrier.expires);
  return warnings;
}
