import type { InventoryRecord } from './records';

/** A unit of which nothing is known yet. */
export const emptyDevice = (): InventoryRecord => ({
  supplier: '',
  model: '',
  modelNumber: '',
  kind: '',
  serial: '',
  assetTag: '',
  udiDi: '',
  udiCarrier: '',
  softwareVersion: '',
  operatingSystem: '',
  site: '',
  location: '',
  networkZone: '',
  ipAddress: '',
  macAddress: '',
  hostname: '',
  owner: '',
  suppliedOn: '',
  lot: '',
  manufacturedOn: '',
  expiresOn: '',
  notes: '',
});
