/** Component lists for tests. */

const component = (more: Record<string, unknown> = {}) => ({
  type: 'library',
  'bom-ref': 'lib',
  name: ' Lib  One ',
  version: '1.0',
  purl: 'pkg:npm/lib@1.0',
  ...more,
});

export const bom = (version = '1.6', more: Record<string, unknown> = {}): Record<string, unknown> => ({
  bomFormat: 'CycloneDX',
  specVersion: version,
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  version: 1,
  metadata: {
    timestamp: '2026-11-18T10:00:00Z',
    component: { type: 'device', 'bom-ref': 'pump', name: 'Pump 4', version: '4.2' },
  },
  components: [component()],
  ...more,
});

export const bomXml = (version: string, inner: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1" ${attributes}>${inner}</bom>`;

export const componentXml = (ref: string, inner = '', type = 'library'): string =>
  `<component type="${type}" bom-ref="${ref}"><name>${ref}</name><version>1</version>${inner}</component>`;

export const spdx = (version = 'SPDX-2.3', more: Record<string, unknown> = {}): Record<string, unknown> => ({
  spdxVersion: version,
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'Pump 4',
  documentNamespace: 'https://acme.example/pump-4',
  creationInfo: { created: '2026-11-18T10:00:00Z', creators: ['Tool: maker-1'] },
  packages: [
    {
      SPDXID: 'SPDXRef-a',
      name: 'Lib A',
      versionInfo: '1.0',
      downloadLocation: 'NOASSERTION',
      licenseConcluded: 'NOASSERTION',
      licenseDeclared: 'NOASSERTION',
      copyrightText: 'NOASSERTION',
      supplier: 'Organization: ACME (mail@acme.example)',
      externalRefs: [
        { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'pkg:npm/a@1.0' },
        {
          referenceCategory: 'SECURITY',
          referenceType: 'cpe23Type',
          referenceLocator: 'cpe:2.3:a:acme:a:1.0:*:*:*:*:*:*:*',
        },
      ],
    },
  ],
  relationships: [
    { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-a' },
  ],
  ...more,
});

export const TAG_VALUE = `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: Pump 4
DocumentNamespace: https://acme.example/pump-4
Creator: Tool: maker-1
Created: 2026-11-18T10:00:00Z
# a package
PackageName: Lib A
SPDXID: SPDXRef-a
PackageVersion: 1.0
PackageDownloadLocation: NOASSERTION
PackageComment: <text>First line
Second: line</text>
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1.0
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a
`;

export const spdx3 = (more: Record<string, unknown>[] = []): Record<string, unknown> => ({
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    {
      type: 'CreationInfo',
      '@id': '_:info',
      specVersion: '3.0.1',
      created: '2026-11-18T10:00:00Z',
      createdBy: ['urn:x:acme'],
    },
    { type: 'Organization', spdxId: 'urn:x:acme', name: 'ACME', creationInfo: '_:info' },
    { type: 'SpdxDocument', spdxId: 'urn:x:doc', name: 'Pump 4', creationInfo: '_:info', rootElement: ['urn:x:a'] },
    {
      type: 'software_Package',
      spdxId: 'urn:x:a',
      name: 'Lib A',
      creationInfo: '_:info',
      software_packageVersion: '1.0',
      software_packageUrl: 'pkg:npm/a@1.0',
      suppliedBy: 'urn:x:acme',
      validUntilTime: '2027-03-31T00:00:00Z',
      supportLevel: ['limitedSupport'],
    },
    {
      type: 'Relationship',
      spdxId: 'urn:x:r',
      creationInfo: '_:info',
      from: 'urn:x:doc',
      to: ['urn:x:a'],
      relationshipType: 'describes',
    },
    ...more,
  ],
});
