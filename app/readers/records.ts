/**
 * What the readers of outside files give: one head a file, which `changemark inspect` prints, and records, which an
 * import stores. Names are kept exactly as written. Pure types: nothing here reads anything.
 */

/** Formats by the name that people see; `format` of a head is one of these, with the version where there are several. */
export type FileKind =
  | 'csaf'
  | 'cyclonedx'
  | 'spdx'
  | 'openvex'
  | 'kev'
  | 'epss'
  | 'support'
  | 'fhir'
  | 'table'
  | 'mds2'
  | 'udi';

/** What is wrong with a file, where, and by which rule. */
export interface Problem {
  /** Place in the file: "/vulnerabilities/0/cve", "row 17, column Serial", "line 4". Empty for the file as a whole. */
  place: string;
  /** Rule that is broken: "CSAF 2.0 6.1.1", "CycloneDX 1.6 schema", "limit", "JSON". */
  rule: string;
  message: string;
}

/** A sentence of a document with the part of the document it stands in. */
export interface Quoted {
  text: string;
  place: string;
}

/** One CVSS score as published. `vector` empty where only a number was given. */
export interface CvssScore {
  version: '2.0' | '3.0' | '3.1' | '4.0';
  vector: string;
  baseScore: number;
  /** Ids of the advisory's products that it is for; empty for all of them. */
  productIds: string[];
}

/** A product as an advisory names it, with what its branches say. */
export interface AdvisoryProduct {
  /** Id in the document. */
  id: string;
  /** The full name as written. */
  name: string;
  vendor: string;
  product: string;
  /** "product_version" or "product_version_range" exactly as written; empty when the advisory names none. */
  version: string;
  versionIsRange: boolean;
  purl: string;
  cpe: string;
  /** Serial numbers, model numbers and the like of its identification helper. */
  identifiers: string[];
}

export type StatementStatus =
  | 'known_affected'
  | 'known_not_affected'
  | 'fixed'
  | 'under_investigation'
  | 'first_affected'
  | 'first_fixed'
  | 'last_affected'
  | 'recommended';

/** What a document says about one vulnerability in one product. */
export interface Statement {
  /** CVE, or whatever id the document uses. */
  vulnerability: string;
  productId: string;
  /** Name of the product as written. */
  product: string;
  status: StatementStatus;
  /** Labels as published: "vulnerable_code_not_in_execute_path". */
  justificationFlags: string[];
  /** Words on impact as written; empty for none. */
  impact: string;
}

/** What a text under "vendor fix" and its like comes to, by its words. `unclear` waits for a person. */
export type RemedyMeaning = 'fix' | 'fix_planned' | 'no_fix' | 'workaround' | 'unclear';

export interface Remediation {
  /** As published: "vendor_fix", "mitigation", "workaround", "none_available", "no_fix_planned". */
  category: string;
  details: string;
  /** Day as published; null for none. */
  date: string | null;
  url: string;
  productIds: string[];
  meaning: RemedyMeaning;
}

export interface AdvisoryVulnerability {
  /** CVE; empty when the document gives none, then `otherIds` has what there is. */
  cve: string;
  otherIds: string[];
  title: string;
  cwe: string;
  description: string;
  scores: CvssScore[];
  remediations: Remediation[];
}

/** A whole advisory or VEX document of whatever format. */
export interface Advisory {
  /** Id as published: "ICSMA-20-049-01". */
  id: string;
  title: string;
  category: string;
  publisher: string;
  /** Vendors as written, in the order of the document. */
  vendors: string[];
  initialReleaseDate: string | null;
  currentReleaseDate: string | null;
  /** Version as published, "1.0.0", "4". */
  revision: string;
  /** Summary and notes as written. */
  summary: string;
  references: string[];
  products: AdvisoryProduct[];
  vulnerabilities: AdvisoryVulnerability[];
  statements: Statement[];
}

export interface ListedComponent {
  name: string;
  version: string;
  purl: string;
  /** Maker of the component as written. */
  supplier: string;
  cpe: string;
  /** Id in its document ("bom-ref", SPDXID); empty for none. */
  ref: string;
  /** Day on which its support ends, as the list says; null when it does not. */
  supportEnds: string | null;
  /** "Level of Support" as the list says; empty for nothing. */
  supportLevel: string;
}

export interface KevEntry {
  cve: string;
  vendor: string;
  product: string;
  name: string;
  /** YYYY-MM-DD. */
  added: string;
  due: string | null;
  requiredAction: string;
  /** null where the catalogue says "Unknown". */
  ransomware: boolean | null;
  notes: string;
}

export interface EpssScore {
  cve: string;
  /** 0 to 1, as written. */
  score: string;
  percentile: string;
}

/** One release of a product with the ends of its support. A day, true (ended, no day given), false (not ended) or null. */
export interface SupportRelease {
  product: string;
  /** Name as people write it: "Microsoft Windows". */
  title: string;
  release: string;
  label: string;
  ends: string | boolean | null;
  activeEnds: string | boolean | null;
  extendedEnds: string | boolean | null;
}

/** What a device, a carrier or a line of an inventory says about one unit. Everything as written; empty for nothing. */
export interface InventoryRecord {
  supplier: string;
  model: string;
  modelNumber: string;
  kind: string;
  serial: string;
  assetTag: string;
  udiDi: string;
  udiCarrier: string;
  softwareVersion: string;
  operatingSystem: string;
  site: string;
  location: string;
  networkZone: string;
  ipAddress: string;
  macAddress: string;
  hostname: string;
  owner: string;
  suppliedOn: string;
  lot: string;
  manufacturedOn: string;
  expiresOn: string;
  notes: string;
}

/** One line of a table before anybody said what its columns mean. */
export interface TableRow {
  cells: string[];
  /** "row 17" of the file, or "sheet Pumps, row 17". */
  place: string;
}

export interface Mds2Line {
  /** Question as the form numbers it: "AUDT-1.2". */
  question: string;
  text: string;
  /** As written: "Yes", "No", "N/A", "See Note", or words. */
  answer: string;
  note: string;
}

/** A record with the place it stands at. `warnings` never stop an import; they are shown. */
export type FileRecord = { place: string; warnings: string[] } & (
  | { kind: 'advisory'; value: Advisory }
  | { kind: 'component'; value: ListedComponent }
  | { kind: 'kev'; value: KevEntry }
  | { kind: 'epss'; value: EpssScore }
  | { kind: 'support'; value: SupportRelease }
  | { kind: 'device'; value: InventoryRecord }
  | { kind: 'row'; value: TableRow }
  | { kind: 'mds2'; value: Mds2Line }
);

/** What is known of a file after it was read to its end. The keys `inspect` prints are made of it. */
export interface FileHead {
  kind: FileKind | null;
  /** "CSAF 2.0", "CycloneDX 1.6 (XML)", "KEV", "not recognised". */
  format: string;
  valid: boolean;
  errors: Problem[];
  warnings: Problem[];
  /** Day or moment of the data itself, as the file states it; null when it states none. */
  asOf: string | null;
  /** Whatever else `inspect` prints for this format, in the order it is printed. JSON values only. */
  facts: Record<string, unknown>;
  /** How many records of each kind were given. */
  counts: Partial<Record<FileRecord['kind'], number>>;
}
