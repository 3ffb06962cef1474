/** The tags of SPDX 2 in tag-value form, and where what they say stands in the JSON form. */

export type Part = 'document' | 'package' | 'file' | 'snippet' | 'license' | 'relationship' | 'annotation' | 'review';

/** How a value becomes one of the JSON form: as it is, true or false, or taken apart. */
type As =
  | 'text'
  | 'flag'
  | 'checksum'
  | 'reference'
  | 'other-document'
  | 'code'
  | 'bytes'
  | 'lines'
  | 'relation'
  | 'skip';

export interface Tag {
  /** Parts that it may stand in. */
  parts: readonly Part[];
  /** Name in the JSON form; "creationInfo.created" for one that stands deeper. */
  name: string;
  many: boolean;
  as: As;
  /** Part that begins with it. */
  begins?: Exclude<Part, 'document'>;
}

const one = (parts: string, name: string, as: As = 'text', begins?: Tag['begins']): Tag => ({
  parts: parts.split(' ') as Part[],
  name,
  many: false,
  as,
  begins,
});
const many = (parts: string, name: string, as: As = 'text'): Tag => ({ ...one(parts, name, as), many: true });
const begins = (part: Exclude<Part, 'document'>, name: string, as: As = 'text'): Tag => one('document', name, as, part);

export const TAGS: Readonly<Record<string, Tag>> = {
  SPDXVersion: one('document', 'spdxVersion'),
  DataLicense: one('document', 'dataLicense'),
  SPDXID: one('document package file', 'SPDXID'),
  DocumentName: one('document', 'name'),
  DocumentNamespace: one('document', 'documentNamespace'),
  ExternalDocumentRef: many('document', 'externalDocumentRefs', 'other-document'),
  LicenseListVersion: one('document', 'creationInfo.licenseListVersion'),
  Creator: many('document', 'creationInfo.creators'),
  Created: one('document', 'creationInfo.created'),
  CreatorComment: one('document', 'creationInfo.comment'),
  DocumentComment: one('document', 'comment'),

  PackageName: begins('package', 'name'),
  PackageVersion: one('package', 'versionInfo'),
  PackageFileName: one('package', 'packageFileName'),
  PackageSupplier: one('package', 'supplier'),
  PackageOriginator: one('package', 'originator'),
  PackageDownloadLocation: one('package', 'downloadLocation'),
  FilesAnalyzed: one('package', 'filesAnalyzed', 'flag'),
  PackageVerificationCode: one('package', 'packageVerificationCode', 'code'),
  PackageChecksum: many('package', 'checksums', 'checksum'),
  PackageHomePage: one('package', 'homepage'),
  PackageSourceInfo: one('package', 'sourceInfo'),
  PackageLicenseConcluded: one('package', 'licenseConcluded'),
  PackageLicenseInfoFromFiles: many('package', 'licenseInfoFromFiles'),
  PackageLicenseDeclared: one('package', 'licenseDeclared'),
  PackageLicenseComments: one('package', 'licenseComments'),
  PackageCopyrightText: one('package', 'copyrightText'),
  PackageSummary: one('package', 'summary'),
  PackageDescription: one('package', 'description'),
  PackageComment: one('package', 'comment'),
  PackageAttributionText: many('package', 'attributionTexts'),
  PrimaryPackagePurpose: one('package', 'primaryPackagePurpose'),
  BuiltDate: one('package', 'builtDate'),
  ReleaseDate: one('package', 'releaseDate'),
  ValidUntilDate: one('package', 'validUntilDate'),
  ExternalRef: many('package', 'externalRefs', 'reference'),
  ExternalRefComment: many('package', '', 'skip'),

  FileName: begins('file', 'fileName'),
  FileType: many('file', 'fileTypes'),
  FileChecksum: many('file', 'checksums', 'checksum'),
  LicenseConcluded: one('file', 'licenseConcluded'),
  LicenseInfoInFile: many('file', 'licenseInfoInFiles'),
  LicenseComments: one('file', 'licenseComments'),
  FileCopyrightText: one('file', 'copyrightText'),
  FileComment: one('file', 'comment'),
  FileNotice: one('file', 'noticeText'),
  FileContributor: many('file', 'fileContributors'),
  FileAttributionText: many('file', 'attributionTexts'),
  FileDependency: many('file', 'fileDependencies'),
  ArtifactOfProjectName: many('file', '', 'skip'),
  ArtifactOfProjectHomePage: many('file', '', 'skip'),
  ArtifactOfProjectURI: many('file', '', 'skip'),

  SnippetSPDXID: begins('snippet', 'SPDXID'),
  SnippetFromFileSPDXID: one('snippet', 'snippetFromFile'),
  SnippetByteRange: many('snippet', 'ranges', 'bytes'),
  SnippetLineRange: many('snippet', 'ranges', 'lines'),
  SnippetLicenseConcluded: one('snippet', 'licenseConcluded'),
  LicenseInfoInSnippet: many('snippet', 'licenseInfoInSnippets'),
  SnippetLicenseComments: one('snippet', 'licenseComments'),
  SnippetCopyrightText: one('snippet', 'copyrightText'),
  SnippetComment: one('snippet', 'comment'),
  SnippetName: one('snippet', 'name'),
  SnippetAttributionText: many('snippet', 'attributionTexts'),

  LicenseID: begins('license', 'licenseId'),
  ExtractedText: one('license', 'extractedText'),
  LicenseName: one('license', 'name'),
  LicenseCrossReference: many('license', 'seeAlsos'),
  LicenseComment: one('license', 'comment'),

  Relationship: begins('relationship', '', 'relation'),
  RelationshipComment: one('relationship', 'comment'),

  Annotator: begins('annotation', 'annotator'),
  AnnotationDate: one('annotation', 'annotationDate'),
  AnnotationType: one('annotation', 'annotationType'),
  AnnotationComment: one('annotation', 'comment'),
  SPDXREF: one('annotation', '', 'skip'),

  Reviewer: begins('review', 'reviewer'),
  ReviewDate: one('review', 'reviewDate'),
  ReviewComment: one('review', 'comment'),
};

/** Lists of the JSON form that the parts go into. */
export const LISTS: Readonly<Record<Exclude<Part, 'document'>, string>> = {
  package: 'packages',
  file: 'files',
  snippet: 'snippets',
  license: 'hasExtractedLicensingInfos',
  relationship: 'relationships',
  annotation: 'annotations',
  review: 'revieweds',
};

/** A value in the JSON form; null when it cannot be taken apart. */
export function jsonValue(as: As, text: string): unknown {
  const parts = (pattern: RegExp) => pattern.exec(text)?.slice(1) ?? null;
  switch (as) {
    case 'flag':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
    case 'checksum': {
      const found = parts(/^([A-Za-z0-9-]+):\s*(\S+)$/);
      return found && { algorithm: found[0], checksumValue: found[1] };
    }
    case 'reference': {
      const found = parts(/^(\S+)\s+(\S+)\s+(\S+)$/);
      return found && { referenceCategory: found[0], referenceType: found[1], referenceLocator: found[2] };
    }
    case 'other-document': {
      const found = parts(/^(\S+)\s+(\S+)\s+([A-Za-z0-9-]+):\s*(\S+)$/);
      return (
        found && {
          externalDocumentId: found[0],
          spdxDocument: found[1],
          checksum: { algorithm: found[2], checksumValue: found[3] },
        }
      );
    }
    case 'code': {
      // Bounded, since blanks can be taken for two parts of this pattern.
      const found = text.length < 10_000 ? parts(/^(\S+)\s*(?:\(\s*(?:excludes:\s*)?(.*)\))?$/i) : null;
      return (
        found && {
          packageVerificationCodeValue: found[0],
          ...(found[1] !== undefined && { packageVerificationCodeExcludedFiles: [found[1].trim()] }),
        }
      );
    }
    case 'bytes':
    case 'lines': {
      const found = parts(/^(\d+):(\d+)$/);
      const name = as === 'bytes' ? 'offset' : 'lineNumber';
      const end = (value: string | undefined) => ({ reference: 'SPDXRef-DOCUMENT', [name]: Number(value) });
      return found && { startPointer: end(found[0]), endPointer: end(found[1]) };
    }
    case 'relation': {
      const found = parts(/^(\S+)\s+(\S+)\s+(\S+)$/);
      return found && { spdxElementId: found[0], relationshipType: found[1], relatedSpdxElement: found[2] };
    }
    default:
      return text;
  }
}
