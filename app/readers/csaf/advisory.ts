/** What a CSAF document comes to as an advisory. It was found valid before. */
import { unique } from '../head';
import type { Advisory, AdvisoryVulnerability, CvssScore, Statement, StatementStatus } from '../records';
import type { CsafDocument, CsafVulnerability, Targets } from './csaf-shape';
import { type ProductTree, productTree } from './product-tree';
import { remedyMeaning } from './remedy-meaning';

const STATUSES: readonly StatementStatus[] = [
  'known_affected',
  'first_affected',
  'last_affected',
  'known_not_affected',
  'fixed',
  'first_fixed',
  'recommended',
  'under_investigation',
];

/** What a vulnerability goes by: its CVE, or else the first id that the document gives. */
export const vulnerabilityName = ({ cve = '', ids = [], title = '' }: CsafVulnerability, index: number): string =>
  cve || ids[0]?.text || title || `vulnerability ${index + 1}`;

export function advisoryOf(json: CsafDocument): { advisory: Advisory; tree: ProductTree } {
  const { document, vulnerabilities = [] } = json;
  const { tracking, notes = [], references = [] } = document;
  const tree = productTree(json.product_tree);
  const advisory: Advisory = {
    id: tracking.id,
    title: document.title,
    category: document.category,
    publisher: document.publisher.name,
    vendors: tree.vendors,
    initialReleaseDate: tracking.initial_release_date,
    currentReleaseDate: tracking.current_release_date,
    revision: tracking.version,
    summary: notes
      .filter(({ category }) => category !== 'legal_disclaimer')
      .map(({ title, text }) => (title ? `${title}: ${text}` : text))
      .join('\n\n'),
    references: unique(references.map(({ url }) => url)),
    products: tree.products,
    vulnerabilities: vulnerabilities.map((one) => vulnerabilityOf(one, tree)),
    statements: vulnerabilities.flatMap((one, index) => statementsOf(one, vulnerabilityName(one, index), tree)),
  };
  return { advisory, tree };
}

function vulnerabilityOf(one: CsafVulnerability, tree: ProductTree): AdvisoryVulnerability {
  const { cve = '', ids = [], title = '', cwe, notes = [], scores = [], remediations = [] } = one;
  return {
    cve,
    otherIds: unique(ids.map(({ text }) => text)),
    title,
    cwe: cwe?.id ?? '',
    description: notes.map(({ text }) => text).join('\n\n'),
    scores: scores.flatMap(({ products, cvss_v2, cvss_v3 }) =>
      [cvss_v2, cvss_v3].flatMap((score) =>
        score
          ? [
              {
                version: score.version as CvssScore['version'],
                vector: score.vectorString,
                baseScore: score.baseScore,
                productIds: unique(products),
              },
            ]
          : [],
      ),
    ),
    remediations: remediations.map(({ category, details, date, url = '', ...targets }) => ({
      category,
      details,
      date: date ?? null,
      url,
      productIds: tree.idsOf(targets),
      meaning: remedyMeaning(category, details),
    })),
  };
}

/** One statement for each product in each status. A flag or a threat counts for the products that it names. */
function statementsOf(one: CsafVulnerability, vulnerability: string, tree: ProductTree): Statement[] {
  const byProduct = <T extends Targets>(all: readonly T[]): Map<string, T[]> => {
    const found = new Map<string, T[]>();
    for (const each of all) {
      for (const id of tree.idsOf(each)) {
        const own = found.get(id);
        if (own) own.push(each);
        else found.set(id, [each]);
      }
    }
    return found;
  };
  const flags = byProduct(one.flags ?? []);
  const impacts = byProduct((one.threats ?? []).filter(({ category }) => category === 'impact'));
  return STATUSES.flatMap((status) =>
    unique(one.product_status?.[status] ?? []).map((productId) => ({
      vulnerability,
      productId,
      product: tree.names.get(productId) ?? '',
      status,
      justificationFlags: unique((flags.get(productId) ?? []).map(({ label }) => label)),
      impact: unique((impacts.get(productId) ?? []).map(({ details }) => details)).join('\n\n'),
    })),
  );
}
