/** The Devices of a FHIR file: the resource itself, or those of a Bundle. */
import type { Problem } from '../records';

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const BUNDLES = [
  'document',
  'message',
  'transaction',
  'transaction-response',
  'batch',
  'batch-response',
  'history',
  'searchset',
  'collection',
  'subscription-notification',
];

export interface FoundDevices {
  devices: { place: string; resource: Fields }[];
  errors: Problem[];
  warnings: Problem[];
}

export function devicesIn(json: unknown): FoundDevices {
  const top = fieldsOf(json) ?? {};
  if (top.resourceType === 'Device') return { devices: [{ place: '', resource: top }], errors: [], warnings: [] };
  if (top.resourceType === 'Bundle') return ofBundle(top);
  const message = `Of FHIR, Device and Bundle are read, and this is “${String(top.resourceType).slice(0, 40)}”.`;
  return { devices: [], errors: [{ place: '/resourceType', rule: 'FHIR', message }], warnings: [] };
}

function ofBundle({ type, entry }: Fields): FoundDevices {
  const found: FoundDevices = { devices: [], errors: [], warnings: [] };
  const wrong = (place: string, message: string): void => {
    found.errors.push({ place, rule: 'FHIR Bundle', message });
  };
  if (typeof type !== 'string' || !BUNDLES.includes(type))
    wrong('/type', 'A Bundle says by one of the codes of FHIR what it is.');
  if (entry !== undefined && !Array.isArray(entry)) wrong('/entry', 'This is no list.');
  const others = new Map<string, number>();
  for (const [n, each] of (Array.isArray(entry) ? entry : []).entries()) {
    const place = `/entry/${n}`;
    const { resource: given } = fieldsOf(each) ?? {};
    const resource = fieldsOf(given);
    if (!fieldsOf(each)) wrong(place, 'This is no object.');
    else if (given !== undefined && !resource) wrong(`${place}/resource`, 'This is no resource.');
    if (!resource) continue;
    const kind = resource.resourceType;
    if (kind === 'Device') found.devices.push({ place: `${place}/resource`, resource });
    else if (typeof kind === 'string') others.set(kind, (others.get(kind) ?? 0) + 1);
    else wrong(`${place}/resource/resourceType`, 'A resource says what it is.');
  }
  if (found.devices.length === 0 && found.errors.length === 0) wrong('/entry', 'The Bundle holds no Device.');
  if (others.size > 0) {
    const words = [...others].slice(0, 10).map(([kind, count]) => `${count} ${kind.slice(0, 40)}`);
    found.warnings.push({
      place: '/entry',
      rule: 'FHIR',
      message: `Left out, since only Devices are read: ${words.join(', ')}.`,
    });
  }
  return found;
}
