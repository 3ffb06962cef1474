/** The fields of a device model that carry a source, as forms, pages, history and audit name them. Pure. */
import { type FactField, textFact } from '../provenance/statements';

export interface ModelValues {
  supplierId: string;
  /** Name of the maker; the history keeps the name as it then was. */
  manufacturer: string;
  name: string;
  modelNumber: string;
  kind: string;
  udiDi: string;
  intendedPurpose: string;
  softwareVersion: string;
  osProduct: string;
  osRelease: string;
  /** null: not known. */
  networkConnected: boolean | null;
  networkNeeds: string;
  remoteAccess: string;
  maintenance: string;
  clinicalOwner: string;
  tolerableDowntime: string;
  fallback: string;
  /** year-month-day, or null. */
  makerSupportEnds: string | null;
}

export const MODEL_FIELDS = [
  { field: 'name', label: 'Name', of: ({ name }) => textFact(name) },
  { field: 'manufacturer', label: 'Maker', of: ({ manufacturer }) => textFact(manufacturer) },
  { field: 'modelNumber', label: 'Model number', of: ({ modelNumber }) => textFact(modelNumber) },
  { field: 'kind', label: 'Kind of device', of: ({ kind }) => textFact(kind) },
  { field: 'udiDi', label: 'UDI-DI', of: ({ udiDi }) => textFact(udiDi) },
  { field: 'intendedPurpose', label: 'Intended purpose', of: ({ intendedPurpose }) => textFact(intendedPurpose) },
  { field: 'softwareVersion', label: 'Software version', of: ({ softwareVersion }) => textFact(softwareVersion) },
  {
    field: 'operatingSystem',
    label: 'Operating system',
    of: ({ osProduct, osRelease }) => (osProduct === '' ? null : { product: osProduct, release: osRelease }),
  },
  { field: 'makerSupportEnds', label: 'Maker’s support ends', of: ({ makerSupportEnds }) => makerSupportEnds },
  { field: 'networkConnected', label: 'Connected to a network', of: ({ networkConnected }) => networkConnected },
  { field: 'networkNeeds', label: 'Ports and peers', of: ({ networkNeeds }) => textFact(networkNeeds) },
  { field: 'remoteAccess', label: 'Supplier’s remote access', of: ({ remoteAccess }) => textFact(remoteAccess) },
  { field: 'maintenance', label: 'Maintenance', of: ({ maintenance }) => textFact(maintenance) },
  { field: 'clinicalOwner', label: 'Clinical owner', of: ({ clinicalOwner }) => textFact(clinicalOwner) },
  {
    field: 'tolerableDowntime',
    label: 'Tolerable downtime',
    of: ({ tolerableDowntime }) => textFact(tolerableDowntime),
  },
  { field: 'fallback', label: 'Fallback', of: ({ fallback }) => textFact(fallback) },
] as const satisfies readonly FactField<ModelValues>[];

export type ModelField = (typeof MODEL_FIELDS)[number]['field'];

/** Fields of which somebody may have looked and found nothing: all but those a model cannot be without. */
export const MAY_BE_UNKNOWN = [
  'modelNumber',
  'udiDi',
  'intendedPurpose',
  'softwareVersion',
  'operatingSystem',
  'makerSupportEnds',
  'networkNeeds',
  'remoteAccess',
  'maintenance',
  'clinicalOwner',
  'tolerableDowntime',
  'fallback',
] as const satisfies readonly ModelField[];

/** Label of a recorded field, also of one that another part of the register states about a model. */
export const modelFieldLabel = (field: string): string =>
  MODEL_FIELDS.find((one) => one.field === field)?.label ??
  (field === 'componentList'
    ? 'Component list'
    : field === 'mds2Date'
      ? 'Date of the MDS2 form'
      : field.startsWith('mds2.')
        ? `MDS2 ${field.slice(5)}`
        : field);
