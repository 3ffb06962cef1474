/** How the demonstration register is written down. */
import type { Basis } from '../../../app/features/certifications/bases';
import type { Market } from '../../../app/regulation/vocabulary';

export type DemoSite = 'northbridge' | 'anselm';

export interface DemoCertificate {
  market: Market;
  basis: Basis;
  class: string;
  /** year-month-day; never: no end date; unknown: looked for in vain. */
  ends: string;
  issued?: string;
  /** false: looked for in vain. */
  number?: false;
}

export interface DemoUnits {
  count: number;
  /** Begins the serial numbers. */
  prefix: string;
  places: PlaceKind;
  /** Installed versions with how often they occur; '' is "as the model says". */
  versions?: Record<string, number>;
  /** Operating systems other than the model's, "product/release", with how often they occur. */
  systems?: Record<string, number>;
  /** Years of supply, first and last. */
  years: [number, number];
}

export type PlaceKind =
  | 'telemetry'
  | 'monitoring'
  | 'theatre'
  | 'infusion'
  | 'imaging'
  | 'nuclear'
  | 'cardiology'
  | 'laboratory'
  | 'bedside'
  | 'pharmacy'
  | 'server'
  | 'outpatients';

export interface DemoModel {
  maker: string;
  name: string;
  number: string;
  kind: string;
  version: string;
  /** Earlier and present versions with their day of release. */
  released?: Record<string, string>;
  /** [product, release]; null: nobody said; 'unknown': looked for in vain. */
  os: [product: string, release: string] | 'unknown' | null;
  connected: 'yes' | 'no' | 'unknown' | '';
  needs?: string;
  remote?: string;
  maintenance?: string;
  owner?: string;
  downtime?: string;
  fallback?: string;
  purpose?: string;
  makerEnds?: string;
  certificates: DemoCertificate[];
  /** Set of MDS2 answers, and the date of the form. */
  mds2?: [set: string, date: string];
  components?: 'runtime' | 'radio';
  advisories: string[];
  units: Partial<Record<DemoSite, DemoUnits>>;
}

/** The same paper in the European Union and, accepted by its CE marking, in Great Britain. */
export const ce = (basis: Basis, cls: string, ends: string, issued?: string): DemoCertificate[] => [
  { market: 'EU', basis, class: cls, ends, issued },
  { market: 'GB', basis, class: cls, ends, issued },
];

export const us = (basis: Basis, cls: string): DemoCertificate => ({ market: 'US', basis, class: cls, ends: 'never' });

export const ukca = (cls: string, ends: string, issued?: string): DemoCertificate => ({
  market: 'GB',
  basis: 'ukca',
  class: cls,
  ends,
  issued,
});
