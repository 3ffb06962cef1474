/** SPDX 2.2 and 2.3 as far as they are read, in the names of their JSON form; what a package comes to as a component. */
import type { ListedComponent } from '../records';
import { dayIn } from './cyclonedx-shape';
import type { FoundComponent } from './give-components';
import { purlFault } from './purl';

export interface SpdxPackage {
  SPDXID: string;
  name: string;
  versionInfo?: string;
  supplier?: string;
  originator?: string;
  validUntilDate?: string;
  externalRefs?: { referenceCategory: string; referenceType: string; referenceLocator: string }[];
  hasFiles?: string[];
}

export interface SpdxDocument {
  spdxVersion: string;
  SPDXID: string;
  name: string;
  documentNamespace: string;
  creationInfo: { created: string; creators: string[] };
  externalDocumentRefs?: { externalDocumentId: string }[];
  documentDescribes?: string[];
  packages?: SpdxPackage[];
  files?: { SPDXID: string; fileDependencies?: string[] }[];
  snippets?: { SPDXID: string; snippetFromFile: string }[];
  relationships?: { spdxElementId: string; relatedSpdxElement: string; relationshipType: string }[];
}

export const SPDX_VERSIONS = ['SPDX-2.2', 'SPDX-2.3'] as const;
export type SpdxVersion = (typeof SPDX_VERSIONS)[number];
export const isSpdxVersion = (version: unknown): version is SpdxVersion =>
  SPDX_VERSIONS.some((known) => known === version);

/** "2.3" */
export const shortVersion = (version: string): string => version.replace(/^SPDX-/, '');

/** "Organization: ACME (mail@acme.example)" without what kind of thing it is, and without how to reach it. */
export function agentName(agent: string | undefined): string {
  if (!agent || agent === 'NOASSERTION' || agent === 'NONE') return '';
  const name = agent.replace(/^(Person|Organization|Tool):/, '').trim();
  const reach = name.endsWith(')') ? name.lastIndexOf('(') : -1;
  return reach >= 0 ? name.slice(0, reach).trim() : name;
}

export function packageAsComponent(one: SpdxPackage, place: string): FoundComponent {
  const refs = one.externalRefs ?? [];
  const locator = (...types: string[]) =>
    refs.find(({ referenceType }) => types.includes(referenceType.replace(/^.*\//, '')))?.referenceLocator ?? '';
  const value: ListedComponent = {
    name: one.name,
    version: one.versionInfo ?? '',
    purl: locator('purl'),
    supplier: agentName(one.supplier) || agentName(one.originator),
    cpe: locator('cpe23Type') || locator('cpe22Type'),
    ref: one.SPDXID,
    supportEnds: one.validUntilDate ? dayIn(one.validUntilDate) : null,
    supportLevel: '',
  };
  const warnings: string[] = [];
  const fault = purlFault(value.purl);
  if (fault) warnings.push(fault);
  for (const agent of [one.supplier, one.originator]) {
    if (agent !== undefined && agent !== 'NOASSERTION' && !/^(Person|Organization): ./.test(agent)) {
      warnings.push(`"${agent.slice(0, 120)}" is neither "Person: …", "Organization: …" nor NOASSERTION.`);
    }
  }
  return { place, warnings, value };
}
