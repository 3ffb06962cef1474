import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO, rule, type Tri, UNKNOWN, YES } from './language';
import { RuleSyntaxError } from './language-parser';
import { codeOf, type FactValue, knownName, NAMES, nameAt, UNKNOWN_CODE } from './vocabulary';

/** Codes for the facts of a test; everything else is unknown. */
function given(values: Record<string, FactValue>): number[] {
  const codes = NAMES.map(() => UNKNOWN_CODE);
  for (const [key, value] of Object.entries(values)) {
    const name = knownName(key);
    const code = codeOf(name, value);
    if (code === null) throw new Error(`${key} cannot be ${String(value)}`);
    codes[name.index] = code;
  }
  return codes;
}

const truth = (text: string, values: Record<string, FactValue> = {}) => rule(text).evaluate(given(values));
const keys = (indices: number[]) => indices.map((index) => nameAt(index).key);

describe('comparisons', () => {
  const cases: [string, Record<string, FactValue>, Tri][] = [
    ['is_ivd', { is_ivd: true }, YES],
    ['is_ivd', { is_ivd: false }, NO],
    ['is_ivd', {}, UNKNOWN],
    ['is_ivd', { is_ivd: 'unknown' }, UNKNOWN],
    ['not is_ivd', {}, UNKNOWN],
    ['is_ivd = false', { is_ivd: false }, YES],
    ['os_change = patch', { os_change: 'patch' }, YES],
    ['os_change = patch', { os_change: 'none' }, NO],
    ['os_change = patch', {}, UNKNOWN],
    ['os_change != patch', { os_change: 'none' }, YES],
    ['os_change != patch', {}, UNKNOWN],
    ['os_change in {none, patch}', { os_change: 'patch' }, YES],
    ['os_change in {none, patch}', { os_change: 'different_family' }, NO],
    ['os_change in {none, patch, same_family_version, different_family, additional_family}', {}, UNKNOWN],
    ['os_change not in {none, patch}', { os_change: 'patch' }, NO],
    ['not os_change in {none, patch}', { os_change: 'patch' }, NO],
    ['change_domains includes software', { change_domains: ['software', 'design'] }, YES],
    ['change_domains includes software', { change_domains: ['design'] }, NO],
    ['change_domains includes software', { change_domains: [] }, NO],
    ['change_domains includes software', {}, UNKNOWN],
    ['change_domains includes_any {material, packaging}', { change_domains: ['packaging'] }, YES],
    ['change_domains includes_any {material, packaging}', { change_domains: ['software'] }, NO],
    ['change_domains within {labelling, production}', { change_domains: ['labelling'] }, YES],
    ['change_domains within {labelling, production}', { change_domains: ['labelling', 'software'] }, NO],
    ['change_domains within {labelling, production}', { change_domains: [] }, YES],
    ['change_domains within {labelling, production}', { change_domains: 'unknown' }, UNKNOWN],
    ['clinical_risk_score >= 4', { clinical_risk_score: 4 }, YES],
    ['clinical_risk_score >= 4', { clinical_risk_score: 3.5 }, NO],
    ['clinical_risk_score = 3', { clinical_risk_score: 3 }, YES],
    ['scientific_disciplines_needed > 3', {}, UNKNOWN],
    ['supply_date <= 2028-06-30', { supply_date: '2028-06-30' }, YES],
    ['supply_date < 2028-06-30', { supply_date: '2028-06-30' }, NO],
    ['declaration_date < 2021-05-26', { declaration_date: '1999-12-31' }, YES],
    ['kind = decommission', { kind: 'decommission' }, YES],
    ['markets includes_any {EU, NI, GB}', { markets: ['NI'] }, YES],
  ];
  it.each(cases)('%s with %j is %i', (text, values, expected) => {
    expect(truth(text, values)).toBe(expected);
  });

  it('reads "not" before "and" before "or"', () => {
    expect(truth('is_ivd or not implantable and implantable', { is_ivd: true, implantable: true })).toBe(YES);
    expect(truth('(is_ivd or not implantable) and not implantable', { is_ivd: true, implantable: true })).toBe(NO);
    expect(truth('not change_domains within {environment}', { change_domains: ['environment'] })).toBe(NO);
  });

  it('knows the short forms of the tables', () => {
    expect(truth('MAKER', { actor: 'manufacturer_agent' })).toBe(YES);
    expect(truth('OPERATOR', { actor: 'manufacturer' })).toBe(NO);
    expect(truth('OPERATOR or MAKER', {})).toBe(UNKNOWN);
    expect(truth('DEVICE-CHANGE', { change_domains: ['environment', 'software'] })).toBe(YES);
    expect(truth('not DEVICE-CHANGE', { change_domains: ['environment'] })).toBe(YES);
  });
});

describe('reasons', () => {
  const text = 'os_change in {different_family} or (os_change = patch and not device_software_change_needed)';

  it('lists the known names that decided, and only those', () => {
    const codes = given({ os_change: 'patch', device_software_change_needed: false });
    expect(keys(rule(text).grounds(codes))).toEqual(['os_change', 'device_software_change_needed']);
    expect(keys(rule(text).grounds(given({ os_change: 'none' })))).toEqual(['os_change']);
    expect(keys(rule('is_ivd and implantable').grounds(given({ is_ivd: false, implantable: false })))).toEqual([
      'is_ivd',
    ]);
  });

  it('lists the unknown names that keep it open, and not those that no longer matter', () => {
    expect(keys(rule(text).gaps(given({})))).toEqual(['os_change', 'device_software_change_needed']);
    expect(keys(rule(text).gaps(given({ os_change: 'patch' })))).toEqual(['device_software_change_needed']);
    expect(rule(text).gaps(given({ os_change: 'none' }))).toEqual([]);
    expect(rule(text).grounds(given({ os_change: 'patch' }))).toEqual([]);
  });

  it('lists what it mentions, once each', () => {
    expect(keys([...rule(text).names])).toEqual(['os_change', 'device_software_change_needed']);
  });
});

describe('rules that are none', () => {
  it.each([
    ['', 'expected a name'],
    ['is_ivd and', 'expected a name'],
    ['is_ivd is_ivd', 'expected the end'],
    ['no_such_fact', 'no_such_fact is no fact'],
    ['constructor', 'constructor is no fact'],
    ['os_change', 'compare it'],
    ['os_change = banana', 'banana is no value of os_change'],
    ['os_change = unknown', 'unknown is no value of os_change'],
    ['os_change in {}', 'expected a value'],
    ['os_change in {none', 'expected }'],
    ['(is_ivd', 'expected )'],
    ['change_domains = software', 'is a set'],
    ['os_change includes patch', 'is not a set'],
    ['change_domains within {banana}', 'not all of banana'],
    ['os_change > patch', 'has no order'],
    ['supply_date < 2026-02-30', 'no value of supply_date'],
    ['is_ivd && implantable', 'expected the end'],
  ])('%s is refused: %s', (text, problem) => {
    expect(() => rule(text)).toThrow(RuleSyntaxError);
    expect(() => rule(text)).toThrow(problem);
  });
});

describe('laws of three-valued logic', () => {
  const flags = ['is_ivd', 'implantable', 'clarification_only', 'editorial_only'] as const;
  const atoms = [...flags, 'os_change in {none, patch}', 'change_domains within {software, design}'];
  const formula: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...atoms),
      tie('tree').map((part) => `not (${part})`),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) and (${b})`),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) or (${b})`),
    ),
  })).tree;
  const facts = fc.record(
    {
      is_ivd: fc.boolean(),
      implantable: fc.boolean(),
      clarification_only: fc.boolean(),
      editorial_only: fc.boolean(),
      os_change: fc.constantFrom('none', 'patch', 'different_family'),
      change_domains: fc.uniqueArray(fc.constantFrom('software', 'design', 'labelling')),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, FactValue>>;

  it('double negation, De Morgan, commutativity and absorption hold', () => {
    fc.assert(
      fc.property(formula, formula, facts, (a, b, values) => {
        const value = (text: string) => truth(text, values);
        expect(value(`not not (${a})`)).toBe(value(a));
        expect(value(`not ((${a}) and (${b}))`)).toBe(value(`not (${a}) or not (${b})`));
        expect(value(`(${a}) and (${b})`)).toBe(value(`(${b}) and (${a})`));
        expect(value(`(${a}) or ((${a}) and (${b}))`)).toBe(value(a));
        expect(value(`(${a}) and (${b})`)).toBe(Math.min(value(a), value(b)));
        expect(value(`(${a}) or (${b})`)).toBe(Math.max(value(a), value(b)));
      }),
    );
  });

  it('what is decided stays decided when more becomes known', () => {
    fc.assert(
      fc.property(formula, facts, facts, (text, some, more) => {
        const before = truth(text, some);
        if (before !== UNKNOWN) expect(truth(text, { ...more, ...some })).toBe(before);
      }),
    );
  });

  it('the reasons alone decide as the whole did', () => {
    fc.assert(
      fc.property(formula, facts, (text, values) => {
        const codes = given(values);
        const compiled = rule(text);
        const found = compiled.evaluate(codes);
        const grounds = compiled.grounds(codes);
        const only = codes.map((code, index) => (grounds.includes(index) ? code : UNKNOWN_CODE));
        if (found !== UNKNOWN) expect(compiled.evaluate(only)).toBe(found);
        expect(compiled.gaps(codes).length > 0).toBe(found === UNKNOWN);
      }),
    );
  });
});

const published = fileURLToPath(new URL('../../../shared/regulation/facts.json', import.meta.url));

describe.runIf(existsSync(published))('the published rules', () => {
  it('are all rules of this language', () => {
    const { questions } = JSON.parse(readFileSync(published, 'utf8')) as {
      questions: { yes_when?: string; no_when?: string }[];
    };
    const texts = questions.flatMap((question) => [question.yes_when ?? [], question.no_when ?? []].flat());
    expect(texts.length).toBeGreaterThan(400);
    for (const text of texts) expect(rule(text).names.length, text).toBeGreaterThan(0);
  });
});
