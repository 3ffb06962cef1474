import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FACT_LIST, FACTS, fact, factOfOlderName, isFactKey } from './dictionary';

describe('the fact dictionary', () => {
  it('holds 278 facts, each under its own key, with a meaning and a theme', () => {
    expect(FACT_LIST).toHaveLength(278);
    for (const [key, entry] of Object.entries(FACTS)) {
      expect(entry.key).toBe(key);
      expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(entry.meaning, key).not.toBe('');
      expect(entry.theme, key).not.toBe('');
    }
  });

  it('gives values to enums and sets, and to nothing else', () => {
    for (const entry of FACT_LIST) {
      expect(entry.values.length > 0, entry.key).toBe(entry.type === 'enum' || entry.type === 'set');
      expect(new Set(entry.values).size, entry.key).toBe(entry.values.length);
    }
  });

  it('does not mistake the names of JavaScript itself for facts', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(fact(key)).toBeUndefined();
      expect(isFactKey(key)).toBe(false);
    }
  });

  it('names the fact an older name stands for', () => {
    expect(factOfOlderName('security_update')).toBe('solely_strengthens_cybersecurity');
    expect(factOfOlderName('no_such_name')).toBeUndefined();
  });
});

const source = fileURLToPath(new URL('../../../../shared/regulation/facts.json', import.meta.url));

interface Published {
  key: string;
  type: string;
  values?: string[];
  meaning: string;
  theme?: string;
  derive?: { value: unknown; when: string }[];
}

describe.runIf(existsSync(source))('compared with the published dictionary', () => {
  it('has the same keys, types, values, meanings and derivations', () => {
    const published = JSON.parse(readFileSync(source, 'utf8')) as { facts: Published[] };
    const ours = new Map(FACT_LIST.map((entry) => [entry.key, entry]));
    expect([...ours.keys()].sort()).toEqual(published.facts.map((entry) => entry.key).sort());
    for (const theirs of published.facts) {
      const entry = ours.get(theirs.key);
      expect(entry, theirs.key).toMatchObject({ type: theirs.type, meaning: theirs.meaning });
      expect(entry?.values, theirs.key).toEqual(theirs.values ?? []);
      expect(entry?.derive, theirs.key).toEqual(theirs.derive ?? []);
      if (theirs.theme) expect(entry?.theme, theirs.key).toBe(theirs.theme);
    }
  });
});
