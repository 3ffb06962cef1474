/** CSAF 2.0 as far as it is read, after its schema and its mandatory tests found nothing wrong. */

export interface CsafProduct {
  name: string;
  product_id: string;
  product_identification_helper?: {
    cpe?: string;
    purl?: string;
    model_numbers?: string[];
    serial_numbers?: string[];
    skus?: string[];
  };
}

export interface CsafBranch {
  category: string;
  name: string;
  product?: CsafProduct;
  branches?: CsafBranch[];
}

/** Products that something is said of: by themselves, or by the group they are in. */
export interface Targets {
  product_ids?: string[];
  group_ids?: string[];
}

interface Cvss {
  version: string;
  vectorString: string;
  baseScore: number;
}

export interface CsafVulnerability {
  cve?: string;
  ids?: { system_name: string; text: string }[];
  title?: string;
  cwe?: { id: string; name: string };
  notes?: { category: string; text: string }[];
  product_status?: Record<string, string[]>;
  flags?: ({ label: string } & Targets)[];
  threats?: ({ category: string; details: string } & Targets)[];
  remediations?: ({ category: string; details: string; date?: string; url?: string } & Targets)[];
  scores?: { products: string[]; cvss_v2?: Cvss; cvss_v3?: Cvss }[];
}

export interface CsafDocument {
  document: {
    category: string;
    title: string;
    publisher: { name: string };
    notes?: { category: string; text: string; title?: string }[];
    references?: { url: string }[];
    tracking: {
      id: string;
      version: string;
      initial_release_date: string;
      current_release_date: string;
    };
  };
  product_tree?: {
    branches?: CsafBranch[];
    full_product_names?: CsafProduct[];
    product_groups?: { group_id: string; product_ids: string[] }[];
    relationships?: {
      category: string;
      full_product_name: CsafProduct;
      product_reference: string;
      relates_to_product_reference: string;
    }[];
  };
  vulnerabilities?: CsafVulnerability[];
}
