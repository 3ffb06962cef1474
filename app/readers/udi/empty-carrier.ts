import type { Carrier } from './carrier';

/** A carrier of which nothing is read yet. */
export const emptyCarrier = (agency: Carrier['agency']): Carrier => ({
  agency,
  di: '',
  lot: '',
  serial: '',
  manufactured: '',
  expires: '',
  softwareVersion: '',
  donation: '',
  warnings: [],
});
