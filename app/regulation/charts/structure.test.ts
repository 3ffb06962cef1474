import { describe, expect, it } from 'vitest';
import type { Chart, Citation, Confidence } from '../chart';
import { NO, rule, YES } from '../language';
import { citationText, SOURCES, sourceOf } from '../sources';
import { codeOf, type Name, nameAt, UNKNOWN_CODE } from '../vocabulary';
import { CHARTS, chartOf } from '.';
import { outline } from './outline';

const MARKS: Confidence[] = [
  'V',
  'V2',
  'M',
  'D',
  'i',
  'V/V2',
  'V/M',
  'V/D',
  'V/i',
  'V2/M',
  'V2/D',
  'V2/i',
  'M/D',
  'M/i',
];
const NOT_SEEN = /^(interpretation, not the authority's words: |derived: |from memory: )/;

interface Statement {
  where: string;
  text: string;
  cite: Citation;
  confidence: Confidence;
}

function statements(chart: Chart): Statement[] {
  return [
    ...Object.entries(chart.nodes).flatMap(([id, node]) => [
      { where: id, text: node.asks, cite: node.cite, confidence: node.confidence },
      ...(node.subRules ?? []).map((sub) => ({ where: `${id} ${sub.id}`, ...sub })),
    ]),
    ...Object.entries(chart.outcomes).flatMap(([id, end]) =>
      end.obligations.map((duty) => ({ where: id, text: duty.must, cite: duty.cite, confidence: duty.confidence })),
    ),
    ...chart.aids.map((aid) => ({ where: aid.id, text: aid.remark, cite: aid.cite, confidence: aid.confidence })),
    ...chart.principles.map((one) => ({ where: one.id, ...one })),
  ];
}

/** Numbers and dates on both sides of every limit that a rule names. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 24, 48, 49, 337];
const DATES = [
  '2017-05-25',
  '2021-05-25',
  '2021-05-26',
  '2024-06-01',
  '2026-11-23',
  '2028-07-01',
  '2030-07-01',
  '2031-01-01',
];

/** A value for every name, drawn without chance so that a failure repeats: about one in six is unknown. */
function* samples(names: readonly Name[], count: number): Generator<number[]> {
  let seed = 20261123;
  const draw = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let round = 0; round < count; round += 1) {
    const codes: number[] = [];
    for (const name of names) {
      const value =
        name.type === 'boolean'
          ? draw(2) === 1
          : name.type === 'set'
            ? name.values.filter(() => draw(3) === 0)
            : name.type === 'number'
              ? NUMBERS[draw(NUMBERS.length)]
              : name.type === 'date'
                ? DATES[draw(DATES.length)]
                : (name.values[draw(name.values.length)] ?? 'unknown');
      codes[name.index] = draw(6) === 0 ? UNKNOWN_CODE : (codeOf(name, value) ?? UNKNOWN_CODE);
    }
    yield codes;
  }
}

describe.each(CHARTS.map((chart) => [chart.instrument, chart] as const))('the chart of %s', (instrument, chart) => {
  const ids = Object.keys(chart.nodes);
  const ends = Object.keys(chart.outcomes);

  it('is found by its instrument and says where it comes from', () => {
    expect(chartOf(instrument)).toBe(chart);
    expect(SOURCES).toHaveProperty(chart.source);
    expect(chart.inForce.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const text of [chart.name, chart.title, chart.edition, chart.addressee]) expect(text).not.toBe('');
  });

  it('reaches every box and every outcome from the start, and ends on every path without a loop', () => {
    const reached = new Set<string>();
    const follow = (id: string, above: readonly string[]): void => {
      expect(above, `loop through ${id}`).not.toContain(id);
      if (reached.has(id)) return;
      const node = chart.nodes[id];
      if (!node) {
        expect(ends, `${above.at(-1)} leads to ${id}`).toContain(id);
        reached.add(id);
        return;
      }
      follow(node.yes, [...above, id]);
      follow(node.no, [...above, id]);
      reached.add(id);
    };
    follow(chart.start, []);
    expect([...reached].sort()).toEqual([...ids, ...ends].sort());
  });

  it('gives every outcome a tier, a label, duties with a date or none, and what to keep', () => {
    for (const [id, end] of Object.entries(chart.outcomes)) {
      expect(['none', 'record', 'notify', 'approval', 'recertify', 'hold'], id).toContain(end.tier);
      expect(end.label.length, id).toBeLessThanOrEqual(40);
      expect(end.meaning, id).not.toBe('');
      expect(end.obligations.length, id).toBeGreaterThan(0);
      expect(end.evidence.length, id).toBeGreaterThan(0);
      for (const duty of end.obligations) expect(duty.due, id).not.toBe('');
    }
  });

  it('cites a known document and carries a mark on every statement', () => {
    for (const { where, text, cite, confidence } of statements(chart)) {
      expect(sourceOf(cite), `${where}: ${cite.source}`).not.toBeNull();
      expect(citationText(cite), where).not.toMatch(/\s$/);
      expect(MARKS, where).toContain(confidence);
      expect(text, where).toMatch(/\S/);
    }
  });

  it('says in the text itself what is interpretation, derived or from memory', () => {
    for (const [id, node] of Object.entries(chart.nodes)) {
      for (const sub of node.subRules ?? []) {
        if (['D', 'i', 'M'].includes(sub.confidence)) expect(sub.text, `${id} ${sub.id}`).toMatch(NOT_SEEN);
      }
    }
    for (const one of chart.principles) {
      if (['D', 'i', 'M'].includes(one.confidence)) expect(one.text, one.id).toMatch(NOT_SEEN);
    }
    for (const [id, end] of Object.entries(chart.outcomes)) {
      for (const duty of end.obligations) {
        if (['D', 'i', 'M'].includes(duty.confidence)) expect(duty.must, id).toMatch(NOT_SEEN);
      }
    }
    for (const aid of chart.aids) if (aid.confidence === 'M') expect(aid.remark, aid.id).toMatch(NOT_SEEN);
  });

  it('puts each question as a question and keeps its short form short enough for a drawing', () => {
    for (const [id, node] of Object.entries(chart.nodes)) {
      expect(node.asks, id).toMatch(/\?$/);
      expect(node.short, id).toMatch(/\?$/);
      expect(node.short.length, id).toBeLessThanOrEqual(42);
      expect(node.part, id).toMatch(/\S/);
      expect(node.foundIn, id).toMatch(/\S/);
    }
    for (const aid of chart.aids) expect(aid.asks, aid.id).toMatch(/\?$/);
  });

  it('uses ids once, but for a sub-rule that is printed once for yes and once for no', () => {
    const repeated = (keys: string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(repeated(chart.aids.map(({ id }) => id))).toEqual([]);
    expect(repeated(chart.principles.map(({ id }) => id))).toEqual([]);
    for (const [id, node] of Object.entries(chart.nodes)) {
      const subs = (node.subRules ?? []).map((sub) => `${sub.id} ${sub.answer} ${sub.when}`);
      expect(repeated(subs), id).toEqual([]);
    }
    expect(ids.filter((id) => ends.includes(id))).toEqual([]);
  });

  it('has rules over known facts: each box can be answered both ways and stays open while they are unknown', () => {
    for (const aid of chart.aids) expect(() => rule(aid.when), aid.id).not.toThrow();
    for (const [id, node] of Object.entries(chart.nodes)) {
      const yes = rule(node.rule.yes);
      const no = node.rule.no === undefined ? null : rule(node.rule.no);
      const deciding = (node.subRules ?? []).flatMap((sub) => (sub.when ? [{ ...sub, rule: rule(sub.when) }] : []));
      const indices = new Set([...yes.names, ...(no?.names ?? []), ...deciding.flatMap((sub) => sub.rule.names)]);
      const seen = { yes: 0, no: 0, open: 0 };
      const named = new Set<string>();
      for (const codes of samples([...indices].map(nameAt), 4000)) {
        const isYes = yes.evaluate(codes) === YES;
        const isNo = no ? no.evaluate(codes) === YES : yes.evaluate(codes) === NO;
        if (isYes) seen.yes += 1;
        else if (isNo) seen.no += 1;
        else seen.open += 1;
        for (const sub of deciding) {
          if (sub.rule.evaluate(codes) !== YES) continue;
          if (sub.answer === 'yes') expect(isYes, `${id}: ${sub.id} says yes, the box does not`).toBe(true);
          if (sub.answer === (isYes ? 'yes' : isNo ? 'no' : 'open')) named.add(`${sub.id} ${sub.answer}`);
        }
      }
      expect(seen.yes, `${id} yes`).toBeGreaterThan(0);
      expect(seen.no, `${id} no`).toBeGreaterThan(0);
      expect(seen.open, `${id} open while its facts are unknown`).toBeGreaterThan(0);
      for (const sub of deciding) {
        expect(sub.answer, `${id} ${sub.id} has a condition but no answer`).toBeDefined();
        expect(named, `${id}: ${sub.id} can never be the rule that decides`).toContain(`${sub.id} ${sub.answer}`);
      }
    }
  });
});

describe('the list of charts', () => {
  it('leaves no document in the list of sources that no chart cites or names', () => {
    const text = CHARTS.map(outline).join('\n').replace(/\s+/g, ' ');
    expect(Object.values(SOURCES).filter(({ short }) => !text.includes(short))).toEqual([]);
  });

  it('knows no chart for an instrument it does not have', () => {
    expect(chartOf('EU-NO-SUCH-CHART')).toBeNull();
    expect(chartOf('constructor')).toBeNull();
  });
});
