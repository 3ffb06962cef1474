/**
 * What SPDX 2.2 and 2.3 want of a document in JSON, as a JSON schema in our own words. Written from the clauses of the
 * specification (ISO/IEC 5962:2021 and SPDX 2.3): names, types, closed lists, what has to be there.
 */
import type { SpdxVersion } from './spdx-shape';

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const filled: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const whole: Schema = { type: 'integer' };
const moment: Schema = { type: 'string', format: 'spdx-moment' };
const id: Schema = { type: 'string', pattern: '^SPDXRef-[a-zA-Z0-9.-]+$' };
const oneOf = (words: string): Schema => ({ enum: words.split(' ') });
const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems });
const texts = list(text);

/** An object of exactly these names; those with a star have to be there. */
function object(fields: Record<string, Schema>): Schema {
  const entries = Object.entries(fields).map(([name, schema]) => [name.replace('*', ''), schema] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: Object.keys(fields).flatMap((name) => (name.endsWith('*') ? name.slice(0, -1) : [])),
    additionalProperties: false,
  };
}

const ALGORITHMS =
  'SHA1 SHA224 SHA256 SHA384 SHA512 SHA3-256 SHA3-384 SHA3-512 BLAKE2b-256 BLAKE2b-384 BLAKE2b-512 BLAKE3 MD2 MD4 MD5 MD6 ADLER32';
const checksum = object({
  'algorithm*': oneOf(ALGORITHMS),
  'checksumValue*': { type: 'string', pattern: '^[0-9a-fA-F]+$' },
});
const annotations = list(
  object({
    'annotationDate*': moment,
    'annotationType*': oneOf('OTHER REVIEW'),
    'annotator*': { type: 'string', pattern: '^(Person|Organization|Tool): .' },
    'comment*': text,
  }),
);
const pointer = object({ 'reference*': text, offset: whole, lineNumber: whole });

const RELATIONSHIPS =
  'AMENDS ANCESTOR_OF BUILD_DEPENDENCY_OF BUILD_TOOL_OF CONTAINED_BY CONTAINS COPY_OF DATA_FILE_OF DEPENDENCY_MANIFEST_OF DEPENDENCY_OF DEPENDS_ON DESCENDANT_OF DESCRIBED_BY DESCRIBES DEV_DEPENDENCY_OF DEV_TOOL_OF DISTRIBUTION_ARTIFACT DOCUMENTATION_OF DYNAMIC_LINK EXAMPLE_OF EXPANDED_FROM_ARCHIVE FILE_ADDED FILE_DELETED FILE_MODIFIED GENERATED_FROM GENERATES HAS_PREREQUISITE METAFILE_OF OPTIONAL_COMPONENT_OF OPTIONAL_DEPENDENCY_OF OTHER PACKAGE_OF PATCH_APPLIED PATCH_FOR PREREQUISITE_FOR PROVIDED_DEPENDENCY_OF RUNTIME_DEPENDENCY_OF STATIC_LINK TEST_CASE_OF TEST_DEPENDENCY_OF TEST_OF TEST_TOOL_OF VARIANT_OF';
const PURPOSES =
  'APPLICATION FRAMEWORK LIBRARY CONTAINER OPERATING-SYSTEM DEVICE FIRMWARE SOURCE ARCHIVE FILE INSTALL OTHER';

/** What 2.3 made optional, or brought. */
const since23 = (version: SpdxVersion): { star: string; dates: Record<string, Schema>; relationships: string } => {
  const later = version === 'SPDX-2.3';
  return {
    star: later ? '' : '*',
    dates: later
      ? { primaryPackagePurpose: oneOf(PURPOSES), builtDate: moment, releaseDate: moment, validUntilDate: moment }
      : {},
    relationships: later ? `${RELATIONSHIPS} REQUIREMENT_DESCRIPTION_FOR SPECIFICATION_FOR` : RELATIONSHIPS,
  };
};

const packageSchema = ({ star, dates }: ReturnType<typeof since23>) =>
  object({
    'SPDXID*': id,
    'name*': filled,
    'downloadLocation*': filled,
    [`licenseConcluded${star}`]: text,
    [`licenseDeclared${star}`]: text,
    [`copyrightText${star}`]: text,
    annotations,
    attributionTexts: texts,
    checksums: list(checksum),
    comment: text,
    description: text,
    externalRefs: list(
      object({
        'referenceCategory*': oneOf('OTHER PERSISTENT-ID PERSISTENT_ID SECURITY PACKAGE-MANAGER PACKAGE_MANAGER'),
        'referenceType*': filled,
        'referenceLocator*': filled,
        comment: text,
      }),
    ),
    filesAnalyzed: flag,
    hasFiles: texts,
    homepage: text,
    licenseComments: text,
    licenseInfoFromFiles: texts,
    originator: filled,
    packageFileName: text,
    packageVerificationCode: object({
      'packageVerificationCodeValue*': { type: 'string', pattern: '^[0-9a-fA-F]+$' },
      packageVerificationCodeExcludedFiles: texts,
    }),
    sourceInfo: text,
    summary: text,
    supplier: filled,
    versionInfo: text,
    ...dates,
  });

const fileSchema = ({ star }: ReturnType<typeof since23>) =>
  object({
    'SPDXID*': id,
    'fileName*': filled,
    'checksums*': list(checksum, 1),
    [`licenseConcluded${star}`]: text,
    [`copyrightText${star}`]: text,
    annotations,
    artifactOfs: list({ type: 'object' }),
    attributionTexts: texts,
    comment: text,
    fileContributors: texts,
    fileDependencies: texts,
    fileTypes: list(oneOf('SOURCE BINARY ARCHIVE APPLICATION AUDIO IMAGE TEXT VIDEO DOCUMENTATION SPDX OTHER')),
    licenseComments: text,
    licenseInfoInFiles: texts,
    noticeText: text,
  });

const snippetSchema = object({
  'SPDXID*': id,
  'snippetFromFile*': filled,
  'ranges*': list(object({ 'startPointer*': pointer, 'endPointer*': pointer }), 1),
  annotations,
  attributionTexts: texts,
  comment: text,
  copyrightText: text,
  licenseComments: text,
  licenseConcluded: text,
  licenseInfoInSnippets: texts,
  name: text,
});

const crossRef = object({
  'url*': text,
  isLive: flag,
  isValid: flag,
  isWayBackLink: flag,
  match: text,
  order: whole,
  timestamp: text,
});

export function spdxSchema(version: SpdxVersion): Schema {
  const differing = since23(version);
  return object({
    'spdxVersion*': { const: version },
    'dataLicense*': { const: 'CC0-1.0' },
    'SPDXID*': { const: 'SPDXRef-DOCUMENT' },
    'name*': filled,
    // An absolute URI without a part after "#": ids of the document are put there.
    'documentNamespace*': { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s#]+$' },
    'creationInfo*': object({
      'created*': moment,
      'creators*': list({ type: 'string', pattern: '^(Person|Organization|Tool): ?.' }, 1),
      comment: text,
      licenseListVersion: text,
    }),
    $schema: text,
    annotations,
    comment: text,
    documentDescribes: texts,
    externalDocumentRefs: list(
      object({
        'externalDocumentId*': { type: 'string', pattern: '^DocumentRef-[a-zA-Z0-9.+-]+$' },
        'spdxDocument*': filled,
        'checksum*': checksum,
      }),
    ),
    hasExtractedLicensingInfos: list(
      object({
        'licenseId*': filled,
        'extractedText*': text,
        comment: text,
        crossRefs: list(crossRef),
        name: text,
        seeAlsos: texts,
      }),
    ),
    packages: list(packageSchema(differing)),
    files: list(fileSchema(differing)),
    snippets: list(snippetSchema),
    relationships: list(
      object({
        'spdxElementId*': filled,
        'relationshipType*': oneOf(differing.relationships),
        'relatedSpdxElement*': filled,
        comment: text,
      }),
    ),
    revieweds: list(object({ 'reviewDate*': moment, reviewer: text, comment: text })),
  });
}
