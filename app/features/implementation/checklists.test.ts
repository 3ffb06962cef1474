import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { CHECK_GROUPS, groupOf, isSignedCheck } from './check-groups';
import { CHECK_LINES, lineOf } from './check-lines';
import { checklistFor } from './checklists';

const keysOf = (kinds: (typeof KIND_IDS)[number][]) =>
  checklistFor(kinds).flatMap(({ lines }) => lines.map(({ key }) => key));

describe('the checklist of a kind of change', () => {
  it.each(KIND_IDS)(
    '%s: something before, while and after it is made, and on taking it back; each line once',
    (kind) => {
      const parts = checklistFor([kind]);
      expect(parts.map(({ group }) => group)).toEqual(CHECK_GROUPS);
      for (const { group, lines } of parts) {
        expect(lines.length).toBeGreaterThan(0);
        for (const { key } of lines) expect(groupOf(key)).toBe(group);
      }
      const keys = keysOf([kind]);
      expect(new Set(keys).size).toBe(keys.length);
      // Nobody reads a list that is longer than two pages.
      expect(keys.length).toBeLessThanOrEqual(32);
    },
  );

  it('no line is asked for by nothing, and each says in full what holds', () => {
    const asked = new Set<string>(keysOf([...KIND_IDS]));
    expect(Object.keys(CHECK_LINES).filter((key) => !asked.has(key))).toEqual([]);
    for (const { text, from } of Object.values(CHECK_LINES)) {
      expect(text).toMatch(/^[A-Z].*\.$/s);
      if (from) expect(from.citation).not.toBe('');
    }
  });

  it('of several kinds is that of each, put together, whatever their order', () => {
    fc.assert(
      fc.property(fc.subarray([...KIND_IDS], { minLength: 1 }), (kinds) => {
        const together = keysOf(kinds);
        expect(new Set(together)).toEqual(new Set(kinds.flatMap((kind) => keysOf([kind]))));
        expect(keysOf([...kinds].reverse())).toEqual(together);
      }),
    );
  });

  it('is part of what is signed before the decision and on taking it back, and nowhere else', () => {
    expect(CHECK_GROUPS.filter((group) => isSignedCheck(`${group}.x`))).toEqual(['before', 'back_out']);
    expect(isSignedCheck('beforehand')).toBe(false);
    expect(lineOf('before.nothing')).toBeNull();
    expect(lineOf('toString')).toBeNull();
  });
});
