/**
 * Which names can matter to the judgement of one measure, whatever is known of the unit: those that some question still
 * hangs on once the measure itself is settled. Found by evaluating every rule with only that known; a rule decided then
 * stays decided, because more knowledge never undoes a yes or no (language.ts).
 */
import { APPLICABILITY } from '../applies-table';
import { CONSEQUENCES } from '../derivations/from-facts';
import { HOSPITAL_UNIT_IN_USE } from '../kinds/blocks';
import { factsOfKinds } from '../kinds/facts-of-kind';
import { NO, type Rule, rule, UNKNOWN, YES } from '../language';
import { type Library, libraryAt } from '../library';
import { codeOf, knownName, NAMES, UNKNOWN_CODE } from '../vocabulary';
import { walk } from '../walk';
import { KEPT_FACTS } from './kept-facts';
import type { Measure } from './measures';

/** Read by overall.ts beside the charts, for the weight of a change that no chart speaks of. */
const READ_BESIDE = ['markets', 'us_market_status'];

/** Names a unit may know by itself or that follow from others: never taken as settled by the measure. */
const OPEN_TO_THE_UNIT: ReadonlySet<string> = new Set([
  ...KEPT_FACTS,
  ...Object.keys(HOSPITAL_UNIT_IN_USE),
  ...CONSEQUENCES.map(({ name }) => name.key),
]);

const kept = new Map<string, readonly number[]>();

/** Indices of the names that can matter, sorted. Worked out once for each measure and day. */
export function relevantNames(measure: Measure, day: string): readonly number[] {
  const key = `${measure.id} ${day}`;
  const known = kept.get(key) ?? namesFor(settledBy(measure), libraryAt(day));
  kept.set(key, known);
  return known;
}

/** Codes with only the measure known. */
function settledBy(measure: Measure): number[] {
  const codes = NAMES.map(() => UNKNOWN_CODE);
  const settle = (name: string, value: unknown) => {
    const { index } = knownName(name);
    codes[index] = codeOf(knownName(name), value) ?? UNKNOWN_CODE;
  };
  const { kind, acts, facts } = measure;
  if (kind) {
    for (const fact of factsOfKinds([kind], null)) if (!fact.assumed) settle(fact.key, fact.value);
    settle('kind', kind);
  }
  for (const [name, value] of Object.entries(facts)) settle(name, value);
  settle('actor', acts === 'manufacturer' ? 'manufacturer' : 'health_institution');
  settle('change_status', 'proposed');
  for (const name of OPEN_TO_THE_UNIT) codes[knownName(name).index] = UNKNOWN_CODE;
  return codes;
}

function namesFor(codes: readonly number[], library: Library): number[] {
  const found = new Set<number>(READ_BESIDE.map((key) => knownName(key).index));
  const read = (condition: Rule | null) => {
    if (condition?.evaluate(codes) === UNKNOWN) for (const index of condition.names) found.add(index);
  };
  for (const { instrument: id, appliesWhen, hintWhen } of APPLICABILITY) {
    const instrument = library.get(id);
    const [applies, hint] = [ruleOf(appliesWhen), ruleOf(hintWhen)];
    if (!instrument || [applies, hint].every((one) => one === null || one.evaluate(codes) === NO)) continue;
    if (applies?.evaluate(codes) !== YES) for (const one of [applies, hint]) read(one);
    const { reached, truths } = walk(instrument, codes);
    for (const [at, { yes, no }] of instrument.nodes.entries()) {
      if (reached[at] && truths[at] === UNKNOWN) for (const one of [yes, no]) read(one);
    }
  }
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, ways } of CONSEQUENCES) {
      if (found.has(name.index)) for (const { when } of ways) for (const index of when.names) found.add(index);
    }
  }
  return [...found].filter((index) => Number.isNaN(codes[index])).sort((a, b) => a - b);
}

const ruleOf = (condition: string | null): Rule | null => (condition === null ? null : rule(condition));
