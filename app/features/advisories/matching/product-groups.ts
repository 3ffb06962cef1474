/**
 * The lines of an advisory that speak of one product, put together: it gives one line a version. Where models stand in
 * the place of versions, each line is a product of its own. Pure.
 */
import type { Advisory, AdvisoryProduct, Statement } from '../../../readers/records';
import { idOf, vulnerabilityId } from '../advisory-columns';
import { compact, fold, wordsOf } from './fold';
import { isModelNumber } from './product-words';
import { readVersions, type VersionStatement } from './versions';

export interface ProductLine {
  product: AdvisoryProduct;
  versions: VersionStatement;
  /** What the document says of this line, by vulnerability in capitals. */
  says: ReadonlyMap<string, Statement>;
  /** Of these the document gives a score or a remedy for the product, and nowhere says that it is hit. */
  implied: ReadonlySet<string>;
}

export interface ProductGroup {
  /** Vendor and product folded: what a memory is kept under, once digested. */
  key: string;
  vendor: string;
  /** Name as written; of a product that has only a full name, that. */
  name: string;
  /** Names it may be known by, the nearest first; those after the first come from the place of versions. */
  names: string[];
  /** Models stand in the place of its versions. */
  inPlace: boolean;
  /** Numbers that stand in its names, versions and identifiers: folded. */
  numbers: ReadonlySet<string>;
  /** Versions are part of the name: "IntelliSpace Portal 8.0.x". */
  lines: ProductLine[];
}

/** Whether what stands in the place of a version names models: "MMT-508 MiniMed pump", "Accu-Chek Inform II". */
const namesModels = ({ kind, text, remarks }: VersionStatement): boolean =>
  kind === 'unparsed' && !/[<>]/.test(text) && !/day or a month/.test(remarks.join(' ')) && /\p{L}{3,}/u.test(text);

const IN_NAME = /\bv?(\d+(?:\.\d+)*\.(?:x|\d+))\b/gi;

/** A name that ends in versions ("Portal 8.0.x: *") restricts the line where the line itself says "all". */
function versionsOf({ product, version }: AdvisoryProduct): VersionStatement {
  const versions = readVersions(version);
  const named = Array.from(product.matchAll(IN_NAME), ([, text = '']) => text);
  if (versions.kind !== 'all' || named.length === 0) return versions;
  const inName = readVersions(named.join(' | '));
  return inName.kind === 'unparsed'
    ? versions
    : { ...inName, text: versions.text, remarks: [`The versions stand in the name: ${named.join(', ')}.`] };
}

const nameOf = ({ product, name }: AdvisoryProduct) => product.trim() || name.trim();

/** What a group is kept under: vendor and product without case, accents and punctuation. */
export const keyOf = (vendor: string, name: string): string =>
  `${fold(vendor).trim().replace(/\s+/g, ' ')}\n${fold(name).trim().replace(/\s+/g, ' ')}`;

function statementsByProduct({ statements }: Advisory): Map<string, Map<string, Statement>> {
  const found = new Map<string, Map<string, Statement>>();
  for (const statement of statements) {
    if (statement.status === 'recommended') continue;
    const own = found.get(statement.productId) ?? new Map<string, Statement>();
    found.set(statement.productId, own);
    const id = vulnerabilityId(statement.vulnerability);
    // "First affected" beside "known affected" adds nothing; what excludes each other was refused by the reader.
    if (!own.has(id) || statement.status.startsWith('known') || statement.status === 'fixed') own.set(id, statement);
  }
  return found;
}

/** Products that a score or a remedy names for a vulnerability, and no statement does: conversions lost some. */
function impliedByProduct(
  { vulnerabilities, products }: Advisory,
  says: ReadonlyMap<string, ReadonlyMap<string, Statement>>,
): Map<string, Map<string, Statement>> {
  const names = new Map(products.map(({ id, name }) => [id, name]));
  const implied = new Map<string, Map<string, Statement>>();
  for (const one of vulnerabilities) {
    const vulnerability = idOf(one);
    const named = [...one.scores, ...one.remediations].flatMap(({ productIds }) => productIds);
    for (const productId of new Set(named)) {
      if (says.get(productId)?.has(vulnerability)) continue;
      const own = implied.get(productId) ?? new Map<string, Statement>();
      const product = names.get(productId) ?? '';
      own.set(vulnerability, {
        vulnerability,
        productId,
        product,
        status: 'known_affected',
        justificationFlags: [],
        impact: '',
      });
      implied.set(productId, own);
    }
  }
  return implied;
}

const numbersIn = (text: string): string[] => [
  ...wordsOf(text).filter(isModelNumber),
  ...text
    .split(/[\s,;|/()]+/)
    .map(compact)
    .filter(isModelNumber),
];

const NOTHING: ReadonlyMap<string, Statement> = new Map();

/** The products that the document says anything of. */
export function productGroups(advisory: Advisory): ProductGroup[] {
  const says = statementsByProduct(advisory);
  const implied = impliedByProduct(advisory, says);
  const groups = new Map<string, ProductGroup & { numbers: Set<string> }>();
  for (const product of advisory.products) {
    const unsaid = implied.get(product.id) ?? NOTHING;
    const own = new Map([...unsaid, ...(says.get(product.id) ?? NOTHING)]);
    if (own.size === 0) continue;
    const versions = versionsOf(product);
    const inPlace = namesModels(versions) ? versions.text : '';
    const vendor = product.vendor || (advisory.vendors.length === 1 ? (advisory.vendors[0] ?? '') : '');
    const name = [nameOf(product), inPlace].filter(Boolean).join(' ');
    const key = keyOf(vendor, name);
    let group = groups.get(key);
    if (!group) {
      const pieces = inPlace ? [name, ...inPlace.split(/\s*\|\s*/)] : [];
      const full = /\b(?:component of|in|on)\b/i.test(product.name) || product.product === '' ? [product.name] : [];
      group = {
        ...{ key, vendor, name, names: [nameOf(product), ...pieces, ...full], inPlace: inPlace !== '' },
        ...{ numbers: new Set<string>(), lines: [] },
      };
      groups.set(key, group);
    }
    for (const text of [product.product, product.version, product.name, ...product.identifiers]) {
      for (const number of numbersIn(text)) group.numbers.add(number);
    }
    // Where models stand in the place of versions, every version of them is meant.
    const every = {
      ...versions,
      kind: 'all' as const,
      remarks: ['Models stand in the place of versions: read as all of them.'],
    };
    group.lines.push({ product, versions: inPlace ? every : versions, says: own, implied: new Set(unsaid.keys()) });
  }
  return [...groups.values()];
}
