/** What the section on vulnerabilities of a CycloneDX file says, in the form in which advisories are kept. */
import type {
  Advisory,
  AdvisoryProduct,
  AdvisoryVulnerability,
  CvssScore,
  Remediation,
  Statement,
  StatementStatus,
} from '../records';
import type { CdxBom, CdxComponent, CdxVulnerability } from './cyclonedx-shape';

const STATES: Record<string, StatementStatus> = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'known_affected',
  in_triage: 'under_investigation',
  false_positive: 'known_not_affected',
  not_affected: 'known_not_affected',
};

/** A version that is marked by itself outranks what was analysed for the component as a whole. */
const OWN: Record<string, StatementStatus | undefined> = {
  unaffected: 'known_not_affected',
  unknown: 'under_investigation',
};

const SCORES: Record<string, CvssScore['version'] | undefined> = {
  CVSSv2: '2.0',
  CVSSv3: '3.0',
  CVSSv31: '3.1',
  CVSSv4: '4.0',
};

const isCve = (id: string): boolean => /^CVE-\d{4}-\d{4,}$/.test(id);

/** One advisory for the file, or null when it says nothing on vulnerabilities. `components`: by their "bom-ref". */
export function advisoryIn(
  bom: CdxBom,
  vulnerabilities: CdxVulnerability[],
  components: ReadonlyMap<string, CdxComponent>,
): Advisory | null {
  if (vulnerabilities.length === 0) return null;
  const { metadata } = bom;
  const subject = metadata?.component;
  const maker = metadata?.manufacturer?.name ?? metadata?.manufacture?.name ?? metadata?.supplier?.name;
  const vendor = maker ?? subject?.supplier?.name ?? subject?.publisher ?? '';
  const products = new Map<string, AdvisoryProduct>();
  const statements: Statement[] = [];
  const kept = vulnerabilities.map((one) => {
    const found = statementsOf(one, components);
    for (const { product, statement } of found) {
      products.set(product.id, product);
      statements.push(statement);
    }
    return vulnerabilityOf(one, [...new Set(found.map(({ product }) => product.id))]);
  });
  return {
    id: bom.serialNumber ?? '',
    title: subject ? [subject.name, subject.version].filter(Boolean).join(' ') : '',
    category: 'cyclonedx_vex',
    publisher: metadata?.authors?.[0]?.name ?? vendor,
    vendors: vendor ? [vendor] : [],
    initialReleaseDate: metadata?.timestamp ?? null,
    currentReleaseDate: metadata?.timestamp ?? null,
    revision: String(bom.version ?? 1),
    summary: '',
    references: [...new Set(vulnerabilities.flatMap((one) => one.advisories?.flatMap(({ url }) => url ?? []) ?? []))],
    products: [...products.values()],
    vulnerabilities: kept,
    statements,
  };
}

/** The name under which a vulnerability is spoken of: a CVE wherever there is one. */
const nameOf = ({ id = '', references = [] }: CdxVulnerability): string =>
  isCve(id) ? id : (references.map((one) => one.id ?? '').find(isCve) ?? id);

function statementsOf(one: CdxVulnerability, components: ReadonlyMap<string, CdxComponent>) {
  const { analysis } = one;
  // What is listed as affected without a word on its analysis counts as affected.
  const general = STATES[analysis?.state ?? ''] ?? 'known_affected';
  return (one.affects ?? []).flatMap(({ ref, versions = [] }) => {
    const component = components.get(ref);
    const told = versions.length > 0 ? versions : [{ version: component?.version ?? '' }];
    return told.map((each: { version?: string; range?: string; status?: string }) => {
      const product = productOf(ref, component, each, versions.length > 0);
      const statement: Statement = {
        vulnerability: nameOf(one),
        productId: product.id,
        product: product.name,
        status: OWN[each.status ?? ''] ?? general,
        justificationFlags: analysis?.justification ? [analysis.justification] : [],
        impact: analysis?.detail ?? '',
      };
      return { product, statement };
    });
  });
}

function productOf(
  ref: string,
  component: CdxComponent | undefined,
  each: { version?: string; range?: string },
  listed: boolean,
): AdvisoryProduct {
  const version = each.range ?? each.version ?? '';
  return {
    id: listed ? `${ref} ${version}`.trim() : ref,
    name: component?.name ?? ref,
    vendor: component?.supplier?.name ?? component?.publisher ?? '',
    product: component?.name ?? '',
    version,
    versionIsRange: each.range !== undefined,
    purl: component?.purl ?? '',
    cpe: component?.cpe ?? '',
    identifiers: [],
  };
}

function vulnerabilityOf(one: CdxVulnerability, productIds: string[]): AdvisoryVulnerability {
  const name = nameOf(one);
  const ids = [one.id ?? '', ...(one.references ?? []).map(({ id = '' }) => id)];
  return {
    cve: isCve(name) ? name : '',
    otherIds: [...new Set(ids)].filter((id) => id !== '' && !(isCve(name) && id === name)),
    title: '',
    cwe: one.cwes?.[0] === undefined ? '' : `CWE-${one.cwes[0]}`,
    description: [one.description, one.detail].filter(Boolean).join('\n\n'),
    scores: (one.ratings ?? []).flatMap(({ score, method = '', vector = '' }) => {
      const version = SCORES[method];
      return version && score !== undefined ? [{ version, vector, baseScore: score, productIds: [] }] : [];
    }),
    remediations: remediationsOf(one, productIds),
  };
}

function remediationsOf(
  { recommendation, workaround, analysis }: CdxVulnerability,
  productIds: string[],
): Remediation[] {
  const rest = { date: null, url: '', productIds };
  const told: Remediation[] = [];
  // Whether an advised step is a fix stands in its words, so a person looks.
  if (recommendation) told.push({ category: 'recommendation', details: recommendation, meaning: 'unclear', ...rest });
  if (workaround) told.push({ category: 'workaround', details: workaround, meaning: 'workaround', ...rest });
  for (const response of analysis?.response ?? []) {
    const meaning = /^(will|can)_not_fix$/.test(response)
      ? 'no_fix'
      : response === 'workaround_available'
        ? 'workaround'
        : 'unclear';
    told.push({ category: response, details: analysis?.detail ?? '', meaning, ...rest });
  }
  return told;
}
