/**
 * Facts that follow from other facts: those the dictionary lists under `derive`, two purposes that exclude each other,
 * and the five checks of a component change. A given value always wins over one that follows.
 */
import { FACT_LIST } from '../facts/dictionary';
import { type Rule, rule } from '../language';
import { codeOf, knownName, NAMES, type Name } from '../vocabulary';

interface Declared {
  name: Name;
  code: number;
  when: Rule;
  /** Said before the facts it follows from. */
  because: string;
}

/** What one fact may follow from. The first way that holds counts. */
export interface Consequence {
  name: Name;
  ways: readonly Declared[];
}

/**
 * The working measure for a minor change of a component (our reading; the guidance gives none): what each of the five
 * checks calls no.
 */
const COMPONENT_CHECKS_FAILED = [
  'not component_same_product_line',
  'device_software_change_needed',
  'not regression_tests_unchanged',
  'adds_listener_or_privileged_process',
  'not component_already_documented',
];

const CHECKS_MET = COMPONENT_CHECKS_FAILED.map((failed) => `not (${failed})`).join(' and ');
const TWO_FAILED = COMPONENT_CHECKS_FAILED.flatMap((one, at) => {
  const others = COMPONENT_CHECKS_FAILED.slice(at + 1);
  return others.length > 0 ? `(${one} and (${others.join(' or ')}))` : [];
}).join(' or ');

function consequence(key: string, value: unknown, when: string, because: string): Declared {
  const name = knownName(key);
  const code = codeOf(name, value);
  if (code === null) throw new Error(`${key} cannot take the value ${String(value)}`);
  return { name, code, when: rule(when), because };
}

const declared: Declared[] = [
  ...FACT_LIST.flatMap((fact) =>
    fact.derive.map(({ value, when }) => consequence(fact.key, value, when, 'follows from')),
  ),
  consequence(
    'solely_restores_specification',
    false,
    'solely_strengthens_cybersecurity',
    'two different only purposes exclude each other:',
  ),
  consequence(
    'solely_strengthens_cybersecurity',
    false,
    'solely_restores_specification',
    'two different only purposes exclude each other:',
  ),
  consequence('component_change', 'minor', CHECKS_MET, 'our reading, all five checks of a component met:'),
  consequence('component_change', 'major', TWO_FAILED, 'our reading, two checks of a component failed:'),
];

/** All consequences, those that feed others first. */
export const CONSEQUENCES: readonly Consequence[] = feedersFirst(
  [...new Set(declared.map((one) => one.name))].map((name) => ({
    name,
    ways: declared.filter((one) => one.name === name),
  })),
);

/** By index of a name: bits of the consequences it takes part in, as a ground or as what follows. */
export const FEEDS: readonly number[] = NAMES.map(({ index }) =>
  CONSEQUENCES.reduce((bits, { name, ways }, at) => {
    const takesPart = name.index === index || ways.some((way) => way.when.names.includes(index));
    return takesPart ? bits | (1 << at) : bits;
  }, 0),
);

function feedersFirst(all: readonly Consequence[]): Consequence[] {
  const ordered: Consequence[] = [];
  let rest = [...all];
  while (rest.length > 0) {
    const waitsFor = new Set(rest.map((one) => one.name.index));
    const isReady = ({ name, ways }: Consequence) =>
      ways.every((way) => way.when.names.every((index) => index === name.index || !waitsFor.has(index)));
    const ready = rest.filter(isReady);
    // Only the two purposes wait for each other; whichever is known decides the other.
    const next = ready.length > 0 ? ready : rest;
    ordered.push(...next);
    rest = rest.filter((one) => !next.includes(one));
  }
  return ordered;
}
