/** CycloneDX as far as it is read, after its schema found nothing wrong; and what a component of it comes to. */
import { isDay } from '../days';
import type { ListedComponent } from '../records';
import type { FoundComponent } from './give-components';
import { purlFault } from './purl';

export interface CdxParty {
  name?: string;
}

export interface CdxComponent {
  'bom-ref'?: string;
  name: string;
  group?: string;
  version?: string;
  versionRange?: string;
  purl?: string;
  cpe?: string;
  publisher?: string;
  author?: string;
  supplier?: CdxParty;
  manufacturer?: CdxParty;
  properties?: { name?: string; value?: string }[];
  components?: CdxComponent[];
}

export interface CdxRating {
  score?: number;
  method?: string;
  vector?: string;
}

export interface CdxVulnerability {
  id?: string;
  references?: { id?: string }[];
  ratings?: CdxRating[];
  cwes?: number[];
  description?: string;
  detail?: string;
  recommendation?: string;
  workaround?: string;
  advisories?: { url?: string }[];
  published?: string;
  analysis?: { state?: string; justification?: string; response?: string[]; detail?: string };
  affects?: { ref: string; versions?: { version?: string; range?: string; status?: string }[] }[];
}

export interface CdxBom {
  specVersion: string;
  serialNumber?: string;
  version?: number;
  metadata?: {
    timestamp?: string;
    component?: CdxComponent;
    supplier?: CdxParty;
    manufacture?: CdxParty;
    manufacturer?: CdxParty;
    authors?: { name?: string }[];
  };
  components?: CdxComponent[];
  vulnerabilities?: CdxVulnerability[];
}

/** Versions of the standard that are read, in JSON and in XML. */
export const CYCLONEDX_VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
export type CdxVersion = (typeof CYCLONEDX_VERSIONS)[number];
export const isCdxVersion = (version: unknown): version is CdxVersion =>
  CYCLONEDX_VERSIONS.some((known) => known === version);

const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

/** Value of a property whose name ends so, whatever namespace stands before ("cdx:lifecycle:End-of-Support"). */
function property(component: CdxComponent, ...names: string[]): string {
  const found = component.properties?.find(({ name = '' }) => names.includes(plain(name.split(':').at(-1) ?? '')));
  return found?.value ?? '';
}

/** The day in a text such as "2027-03-31" or "2027-03-31T00:00:00Z"; null for anything else. */
export function dayIn(text: string): string | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?\s*$/.exec(text)?.[1];
  return isDay(day) ? day : null;
}

export function componentOf(component: CdxComponent, place: string): FoundComponent {
  const ends = property(component, 'endofsupport', 'endofsupportdate', 'endoflife', 'eol', 'eos');
  const supportEnds = dayIn(ends);
  const value: ListedComponent = {
    name: component.name,
    version: component.version ?? '',
    purl: component.purl ?? '',
    supplier: component.supplier?.name ?? component.manufacturer?.name ?? component.publisher ?? component.author ?? '',
    cpe: component.cpe ?? '',
    ref: component['bom-ref'] ?? '',
    supportEnds,
    supportLevel: property(component, 'levelofsupport', 'supportlevel'),
  };
  const warnings: string[] = [];
  const fault = purlFault(value.purl);
  if (fault) warnings.push(fault);
  if (ends.trim() && supportEnds === null)
    warnings.push(`Its end of support reads "${ends.slice(0, 120)}", which is no day.`);
  if (component.versionRange) warnings.push(`It stands for any version in "${component.versionRange.slice(0, 200)}".`);
  return { place, warnings, value };
}
