/**
 * The classes of SPDX 3.0 that may stand in a document, and for those that are read closely, which names they may hold.
 * Written from the model of the specification.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Element classes that are not abstract; each has an id of its own and says who made it when. */
export const ELEMENTS = new Set(
  words(`
    Agent Annotation Bom Bundle IndividualElement LifecycleScopedRelationship Organization Person Relationship
    SoftwareAgent SpdxDocument Tool
    ai_AIPackage build_Build dataset_DatasetPackage
    expandedlicensing_ConjunctiveLicenseSet expandedlicensing_CustomLicense expandedlicensing_CustomLicenseAddition
    expandedlicensing_DisjunctiveLicenseSet expandedlicensing_IndividualLicensingInfo expandedlicensing_ListedLicense
    expandedlicensing_ListedLicenseException expandedlicensing_OrLaterOperator expandedlicensing_WithAdditionOperator
    security_CvssV2VulnAssessmentRelationship security_CvssV3VulnAssessmentRelationship
    security_CvssV4VulnAssessmentRelationship security_EpssVulnAssessmentRelationship
    security_ExploitCatalogVulnAssessmentRelationship security_SsvcVulnAssessmentRelationship
    security_VexAffectedVulnAssessmentRelationship security_VexFixedVulnAssessmentRelationship
    security_VexNotAffectedVulnAssessmentRelationship security_VexUnderInvestigationVulnAssessmentRelationship
    security_Vulnerability simplelicensing_LicenseExpression simplelicensing_SimpleLicensingText
    software_File software_Package software_Sbom software_Snippet`),
);

/** What stands within elements, or beside them without being one. */
export const OTHERS = new Set(
  words(`
    CreationInfo DictionaryEntry ExternalIdentifier ExternalMap ExternalRef Hash IntegrityMethod NamespaceMap
    PackageVerificationCode PositiveIntegerRange ai_EnergyConsumption ai_EnergyConsumptionDescription
    extension_CdxPropertiesExtension extension_CdxPropertyEntry software_ContentIdentifier`),
);

export const isRelationship = (type: string): boolean => /Relationship$/.test(type);
export const isPackage = (type: string): boolean =>
  /^(software_Package|ai_AIPackage|dataset_DatasetPackage)$/.test(type);

/** Kinds of value: a text, a list of texts, a list of anything, a moment, or whatever. */
export type Kind = 'text' | 'texts' | 'list' | 'moment' | 'any';

const fields = (kind: Kind, names: string): Record<string, Kind> =>
  Object.fromEntries(words(names).map((name) => [name, kind]));

const ELEMENT = {
  ...fields('text', 'type @type @id spdxId comment description name summary'),
  ...fields('list', 'extension externalIdentifier externalRef verifiedUsing'),
  creationInfo: 'any',
} satisfies Record<string, Kind>;
const COLLECTION = { ...ELEMENT, ...fields('texts', 'profileConformance'), ...fields('list', 'element rootElement') };
const RELATIONSHIP = {
  ...ELEMENT,
  ...fields('text', 'completeness relationshipType'),
  ...fields('moment', 'startTime endTime'),
  from: 'any',
  to: 'list',
} satisfies Record<string, Kind>;
const ARTIFACT = {
  ...ELEMENT,
  ...fields('moment', 'builtTime releaseTime validUntilTime'),
  ...fields('list', 'originatedBy'),
  ...fields('texts', 'standardName supportLevel software_additionalPurpose software_attributionText'),
  ...fields('list', 'software_contentIdentifier'),
  ...fields('text', 'software_copyrightText software_primaryPurpose'),
  suppliedBy: 'any',
} satisfies Record<string, Kind>;

/** Names that may stand in an element of a class. A class that is not here is only looked at where it points. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  SpdxDocument: { ...COLLECTION, dataLicense: 'any', import: 'list', namespaceMap: 'list' },
  Bom: { ...COLLECTION, context: 'text' },
  Bundle: { ...COLLECTION, context: 'text' },
  software_Sbom: { ...COLLECTION, context: 'text', software_sbomType: 'texts' },
  Relationship: RELATIONSHIP,
  LifecycleScopedRelationship: { ...RELATIONSHIP, scope: 'text' },
  Agent: ELEMENT,
  Organization: ELEMENT,
  Person: ELEMENT,
  SoftwareAgent: ELEMENT,
  Tool: ELEMENT,
  software_File: { ...ARTIFACT, ...fields('text', 'contentType software_contentType software_fileKind') },
  software_Package: {
    ...ARTIFACT,
    ...fields(
      'text',
      'software_downloadLocation software_homePage software_packageUrl software_packageVersion software_sourceInfo',
    ),
  },
  CreationInfo: {
    ...fields('text', 'type @type @id comment specVersion'),
    ...fields('list', 'createdBy createdUsing'),
    created: 'moment',
  },
};

export const RELATIONSHIP_TYPES = new Set(
  words(`
    affects amendedBy ancestorOf availableFrom configures contains coordinatedBy copiedTo delegatedTo dependsOn
    descendantOf describes doesNotAffect expandsTo exploitCreatedBy fixedBy fixedIn foundBy generates hasAddedFile
    hasAssessmentFor hasAssociatedVulnerability hasConcludedLicense hasDataFile hasDeclaredLicense hasDeletedFile
    hasDependencyManifest hasDistributionArtifact hasDocumentation hasDynamicLink hasEvidence hasExample hasHost
    hasInput hasMetadata hasOptionalComponent hasOptionalDependency hasOutput hasPrerequisite hasProvidedDependency
    hasRequirement hasSpecification hasStaticLink hasTest hasTestCase hasVariant invokedBy modifiedBy other packagedBy
    patchedBy publishedBy reportedBy republishedBy serializedInArtifact testedOn trainedOn underInvestigationFor
    usesTool`),
);
