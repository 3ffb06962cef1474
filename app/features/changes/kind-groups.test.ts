import { expect, it } from 'vitest';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { promptsFor } from '../safety/prompts';
import { KIND_GROUPS, locationOfKinds } from './kind-groups';

it('offers every kind of change exactly once', () => {
  expect(KIND_GROUPS.flatMap(({ kinds }) => kinds).sort()).toEqual([...KIND_IDS].sort());
});

it('puts each kind where it lands by definition', () => {
  for (const { place, kinds } of KIND_GROUPS) {
    for (const kind of kinds) {
      const location = locationOfKinds([kind]);
      expect([kind, place]).toEqual([
        kind,
        location === null ? 'either' : location === 'device' ? 'device' : 'environment',
      ]);
    }
  }
});

it('has clinical-safety prompts for every kind, each once', () => {
  for (const kind of KIND_IDS) {
    const keys = promptsFor([kind]).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
