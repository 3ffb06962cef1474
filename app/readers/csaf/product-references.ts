/** Test 6.1.1 of CSAF 2.0: every product that is spoken of is defined. Looks at each place once. */
import type { CsafBranch, CsafDocument } from './csaf-shape';

interface Fault {
  instancePath: string;
  message: string;
}

function definedProducts(tree: CsafDocument['product_tree']): Set<string> {
  const ids = new Set<string>();
  const walk = (branches: readonly CsafBranch[]): void => {
    for (const { product, branches: inner = [] } of branches) {
      if (product) ids.add(product.product_id);
      walk(inner);
    }
  };
  walk(tree?.branches ?? []);
  for (const { product_id } of tree?.full_product_names ?? []) ids.add(product_id);
  for (const { full_product_name } of tree?.relationships ?? []) ids.add(full_product_name.product_id);
  return ids;
}

export function undefinedProducts({ product_tree: tree, vulnerabilities = [] }: CsafDocument): Fault[] {
  const known = definedProducts(tree);
  const faults: Fault[] = [];
  const hold = (id: string, instancePath: string): void => {
    if (!known.has(id)) faults.push({ instancePath, message: `the product “${id.slice(0, 100)}” is not defined` });
  };
  const holdAll = (ids: readonly string[] | undefined, at: string): void => {
    for (const [n, id] of (ids ?? []).entries()) hold(id, `${at}/${n}`);
  };
  for (const [n, group] of (tree?.product_groups ?? []).entries()) {
    holdAll(group.product_ids, `/product_tree/product_groups/${n}/product_ids`);
  }
  for (const [n, one] of (tree?.relationships ?? []).entries()) {
    hold(one.product_reference, `/product_tree/relationships/${n}/product_reference`);
    hold(one.relates_to_product_reference, `/product_tree/relationships/${n}/relates_to_product_reference`);
  }
  for (const [n, one] of vulnerabilities.entries()) {
    const at = `/vulnerabilities/${n}`;
    for (const [status, ids] of Object.entries(one.product_status ?? {})) {
      if (Array.isArray(ids)) holdAll(ids, `${at}/product_status/${status}`);
    }
    for (const [m, { products }] of (one.scores ?? []).entries()) holdAll(products, `${at}/scores/${m}/products`);
    for (const key of ['remediations', 'threats', 'flags'] as const) {
      for (const [m, { product_ids }] of (one[key] ?? []).entries())
        holdAll(product_ids, `${at}/${key}/${m}/product_ids`);
    }
  }
  return faults;
}
