/** The blocks of a dossier that facts are derived from, as dossier.ts lets them through. */
import type { CertificationInput } from './certification';

export interface DeviceInput {
  name?: string;
  manufacturer?: string;
  model?: string;
  udi_di?: string;
  /** What sort of device it is ("infusion pump"). Shown, never judged by. */
  kind?: string;
  software?: {
    version?: string;
    /** Release date of the installed version, YYYY-MM-DD: tells whether an MDS2 form is older. */
    released?: string;
    os?: { product?: string; release?: string };
  };
  certifications?: CertificationInput[];
  /** Answers of the maker's MDS2 form, by question id. */
  mds2?: Record<string, string>;
  /** Network interfaces on record. An empty or missing list says nothing. */
  network_interfaces?: unknown[];
}

export interface SiteInput {
  /** ISO 3166 code of the country. GB is Great Britain; NI or XI is Northern Ireland; UK needs the nation. */
  country?: string;
  nation?: string;
}

export interface ChangeInput {
  kind?: string | string[];
  title?: string;
  actor?: string;
  /** State of the record of this change ("draft", "approved", "closed"). */
  status?: string;
}

export interface VulnerabilityInput {
  cve?: string;
  /** CVSS vector. */
  cvss?: string;
}
