/**
 * Statements on vulnerabilities in machine-readable files that suppliers send: OpenVEX, CSAF 2.0 and CycloneDX, told
 * apart by what is in them. Anything that is none of these, or not whole, gives no statements and no error. Pure.
 */
import { z } from 'zod';

export type VexStatus = 'affected' | 'not_affected' | 'fixed' | 'under_investigation';

export interface VexStatement {
  cve: string;
  status: VexStatus;
  /** Products as the file names them. */
  products: string[];
  /** The words of the file: justification, impact, action. */
  words: string[];
  /** Place in the file: "statements[3]". */
  place: string;
  /** Day of the file, YYYY-MM-DD; null when it gives none. */
  day: string | null;
}

const list = <T extends z.ZodType>(item: T) => z.array(item.nullable().catch(null)).catch([]);
const text = z.string().catch('');
const day = (value: string): string | null => /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null;
const CVE = /^CVE-\d{4}-\d{4,}$/i;

const OpenVex = z.object({
  '@context': z.string().regex(/openvex/i),
  timestamp: text,
  statements: list(
    z.object({
      vulnerability: z.union([z.string(), z.object({ name: text, '@id': text })]),
      products: list(z.union([z.string(), z.object({ '@id': text })])),
      status: z.enum(['affected', 'not_affected', 'fixed', 'under_investigation']),
      justification: text,
      impact_statement: text,
      action_statement: text,
    }),
  ),
});

const Product = z.object({ product_id: text, name: text });
interface Branch {
  product?: z.output<typeof Product> | null | undefined;
  branches?: Branch[] | undefined;
}
const Branch: z.ZodType<Branch> = z.lazy(() =>
  z.object({ product: Product.nullish().catch(null), branches: z.array(Branch).optional().catch([]) }),
);
const Ids = z.array(z.string()).catch([]);
const CSAF_STATUSES = {
  known_affected: 'affected',
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  under_investigation: 'under_investigation',
} as const;
const Csaf = z.object({
  document: z.object({
    csaf_version: z.string(),
    tracking: z.object({ current_release_date: text }).catch({ current_release_date: '' }),
  }),
  product_tree: z
    .object({ branches: z.array(Branch).catch([]), full_product_names: z.array(Product).catch([]) })
    .catch({ branches: [], full_product_names: [] }),
  vulnerabilities: list(
    z.object({
      cve: text,
      product_status: z.object({
        known_affected: Ids,
        known_not_affected: Ids,
        fixed: Ids,
        under_investigation: Ids,
      }),
      flags: list(z.object({ label: text, product_ids: Ids })),
      threats: list(z.object({ category: text, details: text, product_ids: Ids })),
      remediations: list(z.object({ category: text, details: text, product_ids: Ids })),
    }),
  ),
});

const CYCLONE_STATES: Readonly<Record<string, VexStatus>> = {
  exploitable: 'affected',
  in_triage: 'under_investigation',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  not_affected: 'not_affected',
  false_positive: 'not_affected',
};
const CycloneDx = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ timestamp: text }).catch({ timestamp: '' }),
  vulnerabilities: list(
    z.object({
      id: text,
      analysis: z.object({ state: text, justification: text, detail: text }),
      affects: list(z.object({ ref: text })),
    }),
  ),
});

const present = <T>(value: T | null): value is T => value !== null;

/** What a parsed JSON file says about vulnerabilities; empty for a file that says nothing of the kind. */
export function vexStatements(json: unknown): VexStatement[] {
  const openVex = OpenVex.safeParse(json);
  if (openVex.success) return fromOpenVex(openVex.data);
  const csaf = Csaf.safeParse(json);
  if (csaf.success) return fromCsaf(csaf.data);
  const cyclone = CycloneDx.safeParse(json);
  return cyclone.success ? fromCycloneDx(cyclone.data) : [];
}

function fromOpenVex({ statements, timestamp }: z.output<typeof OpenVex>): VexStatement[] {
  return statements.flatMap((one, index) => {
    if (!one) return [];
    const { vulnerability } = one;
    const cve = typeof vulnerability === 'string' ? vulnerability : vulnerability.name || vulnerability['@id'];
    const products = one.products
      .filter(present)
      .map((product) => (typeof product === 'string' ? product : product['@id']));
    const words = [one.justification.replaceAll('_', ' '), one.impact_statement, one.action_statement];
    return statement(cve, one.status, products, words, `statements[${index}]`, timestamp);
  });
}

function productNames({ branches, full_product_names }: z.output<typeof Csaf>['product_tree']): Map<string, string> {
  const names = new Map(full_product_names.map(({ product_id, name }) => [product_id, name]));
  const waiting = [...branches];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.product) names.set(next.product.product_id, next.product.name);
    waiting.push(...(next.branches ?? []));
  }
  return names;
}

function fromCsaf({ document, product_tree, vulnerabilities }: z.output<typeof Csaf>): VexStatement[] {
  const names = productNames(product_tree);
  return vulnerabilities.flatMap((one, index) => {
    if (!one) return [];
    return Object.entries(CSAF_STATUSES).flatMap(([name, status]) => {
      const ids = one.product_status[name as keyof typeof CSAF_STATUSES];
      if (ids.length === 0) return [];
      const ofThese = ({ product_ids }: { product_ids: string[] }) =>
        product_ids.length === 0 || product_ids.some((id) => ids.includes(id));
      const words = [
        ...one.flags
          .filter(present)
          .filter(ofThese)
          .map(({ label }) => label.replaceAll('_', ' ')),
        ...[...one.threats, ...one.remediations]
          .filter(present)
          .filter(ofThese)
          .map(({ details }) => details),
      ];
      const products = ids.map((id) => names.get(id) || id);
      const place = `vulnerabilities[${index}], ${name}`;
      return statement(one.cve, status, products, words, place, document.tracking.current_release_date);
    });
  });
}

function fromCycloneDx({ vulnerabilities, metadata }: z.output<typeof CycloneDx>): VexStatement[] {
  return vulnerabilities.flatMap((one, index) => {
    const status = one ? CYCLONE_STATES[one.analysis.state] : undefined;
    if (!one || !status) return [];
    const products = one.affects.filter(present).map(({ ref }) => ref);
    const words = [one.analysis.justification.replaceAll('_', ' '), one.analysis.detail];
    return statement(one.id, status, products, words, `vulnerabilities[${index}]`, metadata.timestamp);
  });
}

function statement(
  cve: string,
  status: VexStatus,
  products: string[],
  words: string[],
  place: string,
  timestamp: string,
): VexStatement[] {
  if (!CVE.test(cve.trim())) return [];
  const said = [...new Set(words.map((word) => word.trim()).filter(Boolean))];
  return [{ cve: cve.trim().toUpperCase(), status, products, words: said, place, day: day(timestamp) }];
}

const IN_WORDS: Record<VexStatus, string> = {
  affected: 'affected',
  not_affected: 'not affected',
  fixed: 'fixed',
  under_investigation: 'under investigation',
};

const MOST_PRODUCTS = 5;

/** The statement in the file's own words, on one line each: status, products, reasons. */
export const vexQuotation = ({ cve, status, products, words }: VexStatement): string =>
  [
    `${cve}: ${status}`,
    products.length > MOST_PRODUCTS
      ? `${products.slice(0, MOST_PRODUCTS).join('; ')} and ${products.length - MOST_PRODUCTS} more products`
      : products.join('; '),
    ...words,
  ]
    .filter(Boolean)
    .join('\n');

/** "The device is not affected by CVE-2017-0144: component not present." */
export const vexSentence = ({ cve, status, words: [reason] }: VexStatement): string =>
  `${cve}: ${IN_WORDS[status]}${reason ? ` (${reason.replace(/\.$/, '')})` : ''}.`;
