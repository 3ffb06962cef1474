import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '../charts';
import { rule } from '../language';
import { codeOf, isComputed, knownName, nameAt } from '../vocabulary';
import { ASKINGS, type Asking, asking } from './asking';
import { FACT_LIST } from './dictionary';

const entries: [string, Asking][] = Object.entries(ASKINGS);

/** How far the proposal itself has gone is known to whoever makes it, whoever answers the rest of a box. */
const OF_THE_PROPOSAL = new Set(['change_status']);

/** Facts the rules and aids of the charts mention, with the party the boxes name. */
function chartFacts(): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  const note = (text: string, who: string): void => {
    for (const index of rule(text).names) {
      const { key } = nameAt(index);
      asked.set(key, (asked.get(key) ?? new Set()).add(who));
    }
  };
  for (const chart of CHARTS) {
    for (const node of Object.values(chart.nodes)) {
      note(node.rule.yes, node.who);
      if (node.rule.no !== undefined) note(node.rule.no, node.who);
    }
    for (const aid of chart.aids) note(aid.when, 'aid');
  }
  return asked;
}

describe('the questions put to people', () => {
  it.each(entries)(
    '%s: a plain question with help, words for every value, and choices that are values',
    (key, entry) => {
      const name = knownName(key);
      expect(entry.question).toMatch(/^[A-Z].*\?$/);
      expect(entry.question).not.toContain('_');
      expect(entry.question.length).toBeLessThanOrEqual(170);
      expect(entry.help).toMatch(/^[A-Z].*\.$/);
      const labels = Object.keys(entry.valueLabels ?? {}).sort();
      expect(labels).toEqual(name.type === 'enum' || name.type === 'set' ? [...name.values].sort() : []);
      if (!entry.letter) return;
      expect(entry.letter.text).toMatch(/[?.]$/);
      expect(entry.letter.text).toContain('?');
      expect(entry.letter.choices.length).toBeGreaterThanOrEqual(3);
      expect(entry.letter.choices.some(({ value }) => value === 'unknown')).toBe(true);
      const chosen = entry.letter.choices.map(({ label }) => label);
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const { label, value } of entry.letter.choices) {
        expect(codeOf(name, value), `${label} means ${String(value)}`).not.toBeNull();
      }
      if (name.type === 'boolean' || name.type === 'enum') {
        expect(entry.letter.choices).toHaveLength(name.type === 'boolean' ? 3 : name.values.length + 1);
      }
    },
  );

  it('cover every fact of the charts in words of their own', () => {
    expect([...chartFacts().keys()].filter((key) => !Object.hasOwn(ASKINGS, key))).toEqual([]);
  });

  it('can be put in a letter wherever a box says that only the manufacturer knows', () => {
    const without = [...chartFacts()].filter(
      ([key, who]) => who.has('manufacturer') && !OF_THE_PROPOSAL.has(key) && !asking(key).letter,
    );
    expect(without.map(([key]) => key)).toEqual([]);
  });

  it('name as holder of the answer the party the box names, where all boxes agree', () => {
    const different = [...chartFacts()].filter(([key, parties]) => {
      const holders = [...parties].filter((who) => who !== 'aid');
      return holders.length === 1 && holders[0] !== asking(key).who;
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('are declared once each', () => {
    expect(entries.length).toBeGreaterThan(160);
    const questions = entries.map(([, entry]) => entry.question);
    expect(questions.filter((text, index) => questions.indexOf(text) !== index)).toEqual([]);
  });

  it('are built from the meaning of a fact that has no entry', () => {
    for (const known of FACT_LIST.filter(({ key }) => !Object.hasOwn(ASKINGS, key))) {
      const built = asking(known.key);
      expect(built.question, known.key).toMatch(/\?$/);
      expect(Object.keys(built.valueLabels ?? {}), known.key).toEqual([...known.values]);
    }
  });

  it('refuse a name that is no fact', () => {
    expect(() => asking('constructor')).toThrow('constructor');
    expect(() => asking('no_such_fact')).toThrow('no_such_fact');
  });

  it('stand also behind the names that are computed, where they decide whether an instrument applies', () => {
    for (const key of ['markets', 'places', 'nation']) expect(isComputed(knownName(key)), key).toBe(true);
  });
});

const page = fileURLToPath(new URL('../../../../shared/regulation/applies.md', import.meta.url));

describe.runIf(existsSync(page))('compared with the page on kinds of change', () => {
  it('there is a question in words for every fact that a kind sets or asks', () => {
    const text = readFileSync(page, 'utf8');
    const section = text.slice(text.indexOf('## 4 '), text.indexOf('## 5 '));
    const named = new Set([...section.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, key]) => key ?? ''));
    const keys = FACT_LIST.map(({ key }) => key).filter((key) => named.has(key));
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !Object.hasOwn(ASKINGS, key))).toEqual([]);
  });
});
