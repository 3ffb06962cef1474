/** The fields of a unit that carry a source, as forms, pages, history and audit name them. Pure. */
import { type FactField, textFact } from '../provenance/statements';

export interface UnitValues {
  serial: string;
  assetTag: string;
  site: string;
  location: string;
  networkZone: string;
  /** Empty: as the model says. */
  installedVersion: string;
  /** Empty: as the model says. */
  osProduct: string;
  osRelease: string;
  owner: string;
  suppliedOn: string | null;
  notes: string;
}

export const UNIT_FIELDS = [
  { field: 'serial', label: 'Serial number', of: ({ serial }) => textFact(serial) },
  { field: 'assetTag', label: 'Asset tag', of: ({ assetTag }) => textFact(assetTag) },
  { field: 'site', label: 'Site', of: ({ site }) => textFact(site) },
  { field: 'location', label: 'Location', of: ({ location }) => textFact(location) },
  { field: 'networkZone', label: 'Network zone', of: ({ networkZone }) => textFact(networkZone) },
  {
    field: 'installedVersion',
    label: 'Installed version',
    of: ({ installedVersion }) => textFact(installedVersion),
  },
  {
    field: 'operatingSystem',
    label: 'Operating system',
    of: ({ osProduct, osRelease }) => (osProduct === '' ? null : { product: osProduct, release: osRelease }),
  },
  { field: 'owner', label: 'Owner', of: ({ owner }) => textFact(owner) },
  { field: 'suppliedOn', label: 'Supplied on', of: ({ suppliedOn }) => suppliedOn },
  { field: 'notes', label: 'Notes', of: ({ notes }) => textFact(notes) },
] as const satisfies readonly FactField<UnitValues>[];

/** What can be looked for and not found. */
export const UNIT_UNKNOWN = [
  'assetTag',
  'site',
  'location',
  'networkZone',
  'installedVersion',
  'operatingSystem',
  'owner',
  'suppliedOn',
] as const;

export const unitFieldLabel = (field: string): string => UNIT_FIELDS.find((one) => one.field === field)?.label ?? field;
