/** The products of an advisory: the leaves of its branches, its plain list, and what stands in a relationship. */
import { unique } from '../head';
import type { AdvisoryProduct } from '../records';
import type { CsafBranch, CsafDocument, CsafProduct, Targets } from './csaf-shape';

export interface ProductTree {
  products: AdvisoryProduct[];
  /** Full name by id. */
  names: ReadonlyMap<string, string>;
  vendors: string[];
  productNames: string[];
  versionStrings: string[];
  /** Ids of products that are named, each once; groups are resolved. */
  idsOf(targets: Targets): string[];
}

/** What the branches above a leaf say of it. */
type Above = Pick<AdvisoryProduct, 'vendor' | 'product' | 'version' | 'versionIsRange'>;
const NOTHING_ABOVE: Above = { vendor: '', product: '', version: '', versionIsRange: false };

/** What a branch adds to what is known. An inner branch of the same category is the closer description. */
function under({ category, name }: CsafBranch, above: Above): Above {
  if (category === 'vendor') return { ...above, vendor: name };
  if (category === 'product_name') return { ...above, product: name };
  // A family describes a product only where no name follows further in.
  if (category === 'product_family' && above.product === '') return { ...above, product: name };
  if (category === 'product_version') return { ...above, version: name, versionIsRange: false };
  if (category === 'product_version_range') return { ...above, version: name, versionIsRange: true };
  return above;
}

function productOf(
  { product_id: id, name, product_identification_helper: helper = {} }: CsafProduct,
  above: Above,
): AdvisoryProduct {
  const { purl = '', cpe = '', model_numbers = [], serial_numbers = [], skus = [] } = helper;
  return { id, name, ...above, purl, cpe, identifiers: [...model_numbers, ...serial_numbers, ...skus] };
}

export function productTree(tree: CsafDocument['product_tree'] = {}): ProductTree {
  const products = new Map<string, AdvisoryProduct>();
  const seen = { vendor: [] as string[], product_name: [] as string[], version: [] as string[] };
  const add = (product: AdvisoryProduct): void => {
    products.set(product.id, product);
  };

  // The depth of branches is bounded by that of the file.
  const walk = (branches: readonly CsafBranch[], above: Above): void => {
    for (const branch of branches) {
      const here = under(branch, above);
      if (branch.category === 'vendor') seen.vendor.push(branch.name);
      if (branch.category === 'product_name') seen.product_name.push(branch.name);
      if (branch.category.startsWith('product_version')) seen.version.push(branch.name);
      if (branch.product) add(productOf(branch.product, here));
      walk(branch.branches ?? [], here);
    }
  };
  walk(tree.branches ?? [], NOTHING_ABOVE);
  for (const product of tree.full_product_names ?? []) {
    seen.product_name.push(product.name);
    add(productOf(product, NOTHING_ABOVE));
  }
  addRelated(tree.relationships ?? [], products, add);

  const groups = new Map((tree.product_groups ?? []).map(({ group_id, product_ids }) => [group_id, product_ids]));
  return {
    products: [...products.values()],
    names: new Map([...products].map(([id, { name }]) => [id, name])),
    vendors: unique(seen.vendor),
    productNames: unique(seen.product_name),
    versionStrings: unique(seen.version),
    idsOf: ({ product_ids = [], group_ids = [] }) =>
      unique([...product_ids, ...group_ids.flatMap((group) => groups.get(group) ?? [])]),
  };
}

/**
 * "A as a component of B" is a product with an id of its own. What is affected is A, so A says vendor and version; B
 * says what A does not. One relationship can build on another that stands below it, hence the rounds.
 */
function addRelated(
  relationships: NonNullable<NonNullable<CsafDocument['product_tree']>['relationships']>,
  products: ReadonlyMap<string, AdvisoryProduct>,
  add: (product: AdvisoryProduct) => void,
): void {
  let waiting = relationships;
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ product_reference: inner, relates_to_product_reference: outer }) => products.has(inner) && products.has(outer),
    );
    // Circles are refused before; should one be left, each takes what is there.
    const now = ready.length > 0 ? ready : waiting;
    for (const { full_product_name: full, product_reference, relates_to_product_reference } of now) {
      const inner = products.get(product_reference);
      const outer = products.get(relates_to_product_reference);
      const product = productOf(full, {
        vendor: inner?.vendor || outer?.vendor || '',
        product: inner?.product || '',
        version: inner?.version || '',
        versionIsRange: inner?.versionIsRange ?? false,
      });
      add({ ...product, purl: product.purl || inner?.purl || '', cpe: product.cpe || inner?.cpe || '' });
    }
    const done = new Set(now);
    waiting = waiting.filter((one) => !done.has(one));
  }
}
