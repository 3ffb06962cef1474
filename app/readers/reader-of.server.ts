/** Who reads which kind of file. Each is loaded when the first file of its kind comes. */
import type { Reader } from './reader';
import type { FileKind } from './records';

export interface Recognised {
  kind: FileKind | null;
  /** Name of the format before its version is known. */
  format: string;
  load: () => Promise<Reader>;
}

const READERS = {
  csaf: {
    kind: 'csaf',
    format: 'CSAF 2.0',
    load: async () => (await import('./csaf/read-csaf.server')).readCsaf,
  },
  openvex: {
    kind: 'openvex',
    format: 'OpenVEX',
    load: async () => (await import('./openvex/read-openvex.server')).readOpenVex,
  },
  cyclonedx: {
    kind: 'cyclonedx',
    format: 'CycloneDX',
    load: async () => (await import('./components/cyclonedx-json.server')).readCycloneDxJson,
  },
  xml: {
    kind: 'cyclonedx',
    format: 'CycloneDX (XML)',
    load: async () => (await import('./components/cyclonedx-xml.server')).readCycloneDxXml,
  },
  spdx: {
    kind: 'spdx',
    format: 'SPDX',
    load: async () => (await import('./components/spdx-json.server')).readSpdxJson,
  },
  spdxTagValue: {
    kind: 'spdx',
    format: 'SPDX (tag-value)',
    load: async () => (await import('./components/spdx-tag-value.server')).readSpdxTagValue,
  },
  kev: { kind: 'kev', format: 'KEV', load: async () => (await import('./kev/read-kev.server')).readKev },
  epss: { kind: 'epss', format: 'EPSS', load: async () => (await import('./epss/read-epss.server')).readEpss },
  support: {
    kind: 'support',
    format: 'end-of-support data',
    load: async () => (await import('./support/read-support.server')).readSupport,
  },
  table: { kind: 'table', format: 'CSV', load: async () => (await import('./tables/csv.server')).readCsv },
  xlsx: { kind: 'table', format: 'XLSX', load: async () => (await import('./tables/xlsx.server')).readXlsx },
  mds2: {
    kind: 'mds2',
    format: 'MDS2 (HN 1-2019)',
    load: async () => (await import('./mds2/mds2-workbook.server')).readMds2Workbook,
  },
  fhir: {
    kind: 'fhir',
    format: 'FHIR Device',
    load: async () => (await import('./fhir/read-fhir.server')).readFhir,
  },
  udi: {
    kind: 'udi',
    format: 'UDI carriers',
    load: async () => (await import('./udi/read-udi.server')).readUdi,
  },
} satisfies Record<string, Recognised>;

export const readerOf = (name: string): Recognised | undefined =>
  Object.hasOwn(READERS, name) ? (READERS as Record<string, Recognised>)[name] : undefined;
