/** Names that stand in the document otherwise than anybody would write them. They are kept so, and said. */
import type { Problem } from '../records';
import type { ProductTree } from './product-tree';

/** UTF-8 that was once read as Windows-1252 ("YhtymÃ¤"), or a character that was lost on the way. */
const GARBLED = /[ÃÂ][\u0080-\u00bf]|â€|\ufffd/;

export function garbledNames({ vendors, productNames }: ProductTree): Problem[] {
  return [...vendors, ...productNames].flatMap((name) => {
    const what = GARBLED.test(name)
      ? 'has a broken encoding'
      : name !== name.trim()
        ? 'begins or ends with a blank'
        : '';
    const message = `The name “${name.slice(0, 100)}” ${what}; it is kept as written.`;
    return what ? [{ place: '/product_tree', rule: 'names', message }] : [];
  });
}
