/** What is known of a unit on the network, beside its place and its operating system. Pure. */
import { type FactField, textFact } from '../provenance/statements';

export interface DetailValues {
  ipAddress: string;
  macAddress: string;
  hostname: string;
  /** null: not known. */
  holdsPatientData: boolean | null;
  internetReachable: boolean | null;
  behind: string;
  /** Measures of the rule library that are in place. */
  controls: string[];
  contractEnds: string | null;
  lot: string;
  manufacturedOn: string | null;
}

/** Nothing is known. */
export const NO_DETAILS: DetailValues = {
  ipAddress: '',
  macAddress: '',
  hostname: '',
  holdsPatientData: null,
  internetReachable: null,
  behind: '',
  controls: [],
  contractEnds: null,
  lot: '',
  manufacturedOn: null,
};

export const DETAIL_FIELDS = [
  { field: 'ipAddress', label: 'IP address', of: ({ ipAddress }) => textFact(ipAddress) },
  { field: 'macAddress', label: 'MAC address', of: ({ macAddress }) => textFact(macAddress) },
  { field: 'hostname', label: 'Host name', of: ({ hostname }) => textFact(hostname) },
  { field: 'holdsPatientData', label: 'Holds patient data', of: ({ holdsPatientData }) => holdsPatientData },
  {
    field: 'internetReachable',
    label: 'Reachable from the internet',
    of: ({ internetReachable }) => internetReachable,
  },
  { field: 'behind', label: 'Behind', of: ({ behind }) => textFact(behind) },
  { field: 'controls', label: 'Controls in place', of: ({ controls }) => textFact(controls.join(', ')) },
  { field: 'contractEnds', label: 'Bought support ends', of: ({ contractEnds }) => contractEnds },
  { field: 'lot', label: 'Lot', of: ({ lot }) => textFact(lot) },
  { field: 'manufacturedOn', label: 'Made on', of: ({ manufacturedOn }) => manufacturedOn },
] as const satisfies readonly FactField<DetailValues>[];

/** The values alone, out of anything that has them. */
export const detailValues = (of: DetailValues): DetailValues => ({
  ipAddress: of.ipAddress,
  macAddress: of.macAddress,
  hostname: of.hostname,
  holdsPatientData: of.holdsPatientData,
  internetReachable: of.internetReachable,
  behind: of.behind,
  controls: of.controls,
  contractEnds: of.contractEnds,
  lot: of.lot,
  manufacturedOn: of.manufacturedOn,
});
