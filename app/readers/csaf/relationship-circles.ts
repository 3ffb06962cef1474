/** Test 6.1.3 of CSAF 2.0: no product is made of itself, however long the way. Each relationship is walked once. */
import type { CsafDocument } from './csaf-shape';

const KEYS = ['product_reference', 'relates_to_product_reference'] as const;

export function relationshipCircles(tree: CsafDocument['product_tree']): { instancePath: string; message: string }[] {
  const relationships = tree?.relationships ?? [];
  const byId = new Map(relationships.map((one, index) => [one.full_product_name.product_id, index]));
  const circles: { instancePath: string; message: string }[] = [];
  const state: ('open' | 'done' | undefined)[] = [];

  for (const start of relationships.keys()) {
    if (state[start]) continue;
    // Our own stack: a chain can be as long as the file.
    const way = [{ index: start, key: 0 }];
    state[start] = 'open';
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const key = KEYS[step.key];
      if (!key) {
        state[step.index] = 'done';
        way.pop();
        continue;
      }
      step.key += 1;
      const next = byId.get(relationships[step.index]?.[key] ?? '');
      if (next === undefined || state[next] === 'done') continue;
      if (state[next] === 'open') {
        const instancePath = `/product_tree/relationships/${step.index}/${key}`;
        circles.push({ instancePath, message: 'this relationship leads back to its own product' });
      } else {
        state[next] = 'open';
        way.push({ index: next, key: 0 });
      }
    }
  }
  return circles;
}
