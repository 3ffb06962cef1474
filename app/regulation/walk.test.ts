import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from './chart';
import { EDITIONS } from './charts';
import { FACT_LIST } from './facts/dictionary';
import { NO, type Tri, UNKNOWN, YES } from './language';
import { codeOf, knownName, NAMES, UNKNOWN_CODE } from './vocabulary';
import { compileChart, countOutcomes, eitherWays, outcomeCodes, walk } from './walk';

const compiled = EDITIONS.map(compileChart);

/** A chart of flags only: question n asks for the n-th flag of the dictionary. */
const flags = FACT_LIST.filter((fact) => fact.type === 'boolean');
function chartOfArrows(arrows: readonly (readonly [string, string])[]): Chart {
  const outcomes = ['red', 'green', 'blue', 'grey'];
  return {
    instrument: 'TEST',
    start: 'N0',
    nodes: Object.fromEntries(
      arrows.map(([yes, no], n) => [`N${n}`, { kind: 'step', rule: { yes: flags[n]?.key ?? '' }, yes, no }]),
    ),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, {}])),
  } as unknown as Chart;
}

/** Charts of up to nine questions whose arrows only point forwards. */
const anyChart = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, n) => {
        const targets = ['red', 'green', 'blue', 'grey'];
        for (let later = n + 1; later < size; later += 1) targets.push(`N${later}`);
        return fc.tuple(fc.constantFrom(...targets), fc.constantFrom(...targets));
      }),
    ),
  )
  .map((arrows) => compileChart(chartOfArrows(arrows)));

/** Codes of a random dossier: each fact unknown or any of its values. */
const mentioned = [
  ...new Set(compiled.flatMap((one) => one.nodes.flatMap((node) => [...node.yes.names, ...(node.no?.names ?? [])]))),
];
const anyCodes = fc
  .tuple(
    ...mentioned.map((index) => {
      const name = NAMES[index];
      if (name?.type === 'boolean') return fc.constantFrom(0, 1, UNKNOWN_CODE);
      if (name?.type === 'set') return fc.oneof(fc.constant(UNKNOWN_CODE), fc.nat(2 ** name.values.length - 1));
      if (name?.type === 'number') return fc.oneof(fc.constant(UNKNOWN_CODE), fc.nat(100));
      if (name?.type === 'date') return fc.constantFrom(UNKNOWN_CODE, 20200101, 20250616, 20261123, 20280802);
      return fc.oneof(fc.constant(UNKNOWN_CODE), fc.nat((name?.values.length ?? 1) - 1));
    }),
  )
  .map((codes) => {
    const all = NAMES.map(() => UNKNOWN_CODE);
    for (const [at, index] of mentioned.entries()) all[index] = codes[at] ?? UNKNOWN_CODE;
    return all;
  });

/** The union over every completion of the open questions, by walking each completion by itself. */
function overAllCompletions(chart: ReturnType<typeof compileChart>, codes: readonly number[], open: readonly number[]) {
  let union = 0;
  for (let completion = 0; completion < 2 ** open.length; completion += 1) {
    const answers = new Map<string, Tri>(
      open.map((question, bit) => [chart.nodes[question]?.id ?? '', (completion >> bit) & 1 ? YES : NO]),
    );
    const finished = walk(chart, codes, answers);
    expect(countOutcomes(finished.possible)).toBe(1);
    union |= finished.possible;
  }
  return union;
}

describe('the outcomes under unknown', () => {
  it('equal the union over all completions of the answers, on random charts', () => {
    fc.assert(
      fc.property(
        anyChart,
        fc.array(fc.constantFrom(0, 1, UNKNOWN_CODE), { minLength: 9, maxLength: 9 }),
        (chart, values) => {
          const codes = NAMES.map(() => UNKNOWN_CODE);
          for (const [n, value] of values.entries()) codes[flags[n] ? knownName(flags[n].key).index : 0] = value;
          const found = walk(chart, codes);
          expect(found.possible).toBe(overAllCompletions(chart, codes, found.open));
        },
      ),
    );
  });

  it.each(compiled)('equal the union over all completions of the answers: $chart.instrument', (chart) => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const found = walk(chart, codes);
        fc.pre(found.open.length <= 8);
        expect(found.possible).toBe(overAllCompletions(chart, codes, found.open));
      }),
    );
  });

  it.each(compiled)('are what both answers to any open question leave together: $chart.instrument', (chart) => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const found = walk(chart, codes);
        const ways = eitherWays(chart, found);
        expect(ways).toHaveLength(found.open.length);
        for (const [at, { yes, no }] of ways.entries()) {
          const id = chart.nodes[found.open[at] ?? 0]?.id ?? '';
          expect(yes | no).toBe(found.possible);
          expect(yes).toBe(walk(chart, codes, new Map([[id, YES]])).possible);
          expect(no).toBe(walk(chart, codes, new Map([[id, NO]])).possible);
        }
      }),
    );
  });

  it.each(compiled)('never grow when one more fact becomes known: $chart.instrument', (chart) => {
    fc.assert(
      fc.property(anyCodes, fc.nat(), (codes, pick) => {
        const index = mentioned[pick % mentioned.length] ?? 0;
        const value = codes[index] as number;
        fc.pre(!Number.isNaN(value));
        const known = codes.with(index, UNKNOWN_CODE);
        const before = walk(chart, known);
        // Some boxes have a no rule of their own that can hold while their yes rule is still open (B1 of MDCG 2020-3,
        // GN-2 of MDCG 2022-6); the dictionary tests the yes rule first, so a later fact may turn such a no into a yes.
        fc.pre(
          !chart.nodes.some(
            (node, at) => before.reached[at] && before.truths[at] === NO && node.yes.evaluate(known) === UNKNOWN,
          ),
        );
        const after = walk(chart, codes).possible;
        expect(after & ~before.possible).toBe(0);
      }),
    );
  });

  it.each(compiled)('are one, and the path complete, when nothing is open: $chart.instrument', (chart) => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const found = walk(chart, codes);
        expect(countOutcomes(found.possible) >= 1).toBe(true);
        if (found.open.length > 0) return;
        const last = chart.nodes[found.path.at(-1) ?? 0];
        const arrow = found.truths[found.path.at(-1) ?? 0] === YES ? last?.node.yes : last?.node.no;
        expect(outcomeCodes(chart, found.possible)).toEqual([arrow]);
      }),
    );
  });
});

describe('a walk', () => {
  const chart = compileChart(
    chartOfArrows([
      ['N1', 'N2'],
      ['red', 'N3'],
      ['green', 'N3'],
      ['blue', 'grey'],
    ]),
  );
  const ids = (indices: readonly number[]) => indices.map((index) => chart.nodes[index]?.id);
  const codes = NAMES.map(() => UNKNOWN_CODE);

  it('stops its path at the first open question and follows both branches from there', () => {
    const found = walk(chart, codes, new Map([['N1', YES]]));
    expect(ids(found.path)).toEqual([]);
    expect(ids(found.open)).toEqual(['N0', 'N2', 'N3']);
    expect(outcomeCodes(chart, found.possible)).toEqual(['blue', 'green', 'grey', 'red']);
  });

  it('lets a person answer over the facts, also with "nobody knows"', () => {
    const answered = walk(
      chart,
      codes,
      new Map([
        ['N0', NO],
        ['N2', YES],
      ]),
    );
    expect(ids(answered.path)).toEqual(['N0', 'N2']);
    const sure = codes.with(knownName(flags[0]?.key ?? '').index, 1);
    expect(walk(chart, sure).truths[0]).toBe(YES);
    expect(walk(chart, sure, new Map([['N0', UNKNOWN]])).open[0]).toBe(0);
  });

  it('reads the yes rule first, then the no rule; neither leaves the question open', () => {
    const mdcg = compiled[0];
    const at = (values: Record<string, string | boolean>) => {
      const given = NAMES.map(() => UNKNOWN_CODE);
      for (const [key, value] of Object.entries({ ...values, component_change: 'none' })) {
        const name = knownName(key);
        given[name.index] = codeOf(name, value) ?? UNKNOWN_CODE;
      }
      return mdcg ? walk(mdcg, given).truths[mdcg.indexOf.get('C1') ?? 0] : undefined;
    };
    expect(at({ os_change: 'different_family' })).toBe(YES);
    expect(at({ os_change: 'patch', os_is_standard_third_party: true, device_software_change_needed: false })).toBe(NO);
    // A custom operating system: every fact is known and still the published text does not decide.
    expect(at({ os_change: 'patch', os_is_standard_third_party: false, device_software_change_needed: false })).toBe(
      UNKNOWN,
    );
  });

  it('refuses charts that are none', () => {
    expect(() =>
      compileChart(
        chartOfArrows([
          ['N1', 'red'],
          ['N0', 'red'],
        ]),
      ),
    ).toThrow('comes back to N0');
    expect(() => compileChart(chartOfArrows([['N7', 'red']]))).toThrow('leads to N7');
    expect(() => compileChart({ ...chartOfArrows([['green', 'red']]), start: 'N9' })).toThrow('N9');
  });
});
