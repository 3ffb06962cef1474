/** What an OpenVEX document comes to as an advisory. It was found valid before. */

import { remedyMeaning } from '../csaf/remedy-meaning';
import { unique } from '../head';
import type {
  Advisory,
  AdvisoryProduct,
  AdvisoryVulnerability,
  RemedyMeaning,
  Statement,
  StatementStatus,
} from '../records';
import type { OpenVexDocument, OpenVexStatement } from './openvex-shape';

const STATUS: Record<OpenVexStatement['status'], StatementStatus> = {
  affected: 'known_affected',
  not_affected: 'known_not_affected',
  fixed: 'fixed',
  under_investigation: 'under_investigation',
};

const isCve = (name: string): boolean => /^CVE-\d{4}-\d{4,19}$/.test(name);

/** The name under which a vulnerability is spoken of: its CVE, wherever it stands. */
const nameOf = ({ name, aliases = [] }: OpenVexStatement['vulnerability']): string =>
  isCve(name) ? name : (aliases.find(isCve) ?? name);

export function openVexAdvisory(document: OpenVexDocument): Advisory {
  const products = new Map<string, AdvisoryProduct>();
  const vulnerabilities = new Map<string, AdvisoryVulnerability>();
  const statements: Statement[] = [];
  for (const one of document.statements) {
    const found = productsOf(one);
    for (const product of found) if (!products.has(product.id)) products.set(product.id, product);
    addVulnerability(
      vulnerabilities,
      one,
      found.map(({ id }) => id),
    );
    for (const { id, name } of found) {
      statements.push({
        vulnerability: nameOf(one.vulnerability),
        productId: id,
        product: name,
        status: STATUS[one.status],
        justificationFlags: one.justification ? [one.justification] : [],
        impact: one.impact_statement ?? '',
      });
    }
  }
  return {
    id: document['@id'],
    title: '',
    category: 'openvex',
    publisher: document.author,
    vendors: unique(document.statements.map(({ supplier = '' }) => supplier)),
    initialReleaseDate: document.timestamp,
    currentReleaseDate: document.last_updated ?? document.timestamp,
    revision: String(document.version),
    summary: '',
    references: [],
    products: [...products.values()],
    vulnerabilities: [...vulnerabilities.values()],
    statements,
  };
}

/** The products of a statement; where subcomponents are named, those of the product are what it speaks of. */
function productsOf({ products = [], supplier = '' }: OpenVexStatement): AdvisoryProduct[] {
  return products.flatMap((product, index) => {
    const own = productOf(product, supplier, `product ${index + 1}`);
    const parts = (product.subcomponents ?? []).map((part, n) => productOf(part, supplier, `part ${n + 1}`));
    if (parts.length === 0) return [own];
    return parts.map((part) => ({
      ...part,
      id: `${own.id} ${part.id}`,
      name: `${part.name} as a component of ${own.name}`,
    }));
  });
}

type Named = NonNullable<NonNullable<OpenVexStatement['products']>[number]['subcomponents']>[number];

function productOf({ '@id': iri = '', identifiers = {} }: Named, vendor: string, unnamed: string): AdvisoryProduct {
  const purl = identifiers.purl ?? (iri.startsWith('pkg:') ? iri : '');
  const cpe = identifiers.cpe23 ?? identifiers['@cpe23'] ?? identifiers.cpe22 ?? identifiers['@cpe22'] ?? '';
  const id = iri || purl || cpe || unnamed;
  const [, product = '', version = ''] = /^pkg:(?:[^?#@]*\/)?([^?#@/]+)(?:@([^?#]*))?/.exec(purl) ?? [];
  return { id, name: id, vendor, product: product || id, version, versionIsRange: false, purl, cpe, identifiers: [] };
}

function addVulnerability(all: Map<string, AdvisoryVulnerability>, one: OpenVexStatement, productIds: string[]): void {
  const name = nameOf(one.vulnerability);
  const { description = '', aliases = [] } = one.vulnerability;
  const vulnerability = all.get(name) ?? {
    cve: isCve(name) ? name : '',
    otherIds: unique([one.vulnerability.name, ...aliases]).filter((id) => !isCve(name) || id !== name),
    title: '',
    cwe: '',
    description,
    scores: [],
    remediations: [],
  };
  all.set(name, vulnerability);
  if (!one.action_statement) return;
  const meaning: RemedyMeaning = remedyMeaning('action_statement', one.action_statement);
  const date = one.action_statement_timestamp ?? null;
  vulnerability.remediations.push({
    category: 'action_statement',
    details: one.action_statement,
    date,
    url: '',
    productIds,
    meaning,
  });
}
