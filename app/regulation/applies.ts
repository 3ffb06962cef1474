/** Decides, three-valued, which instruments apply to a dossier, and says why in words. */
import { APPLICABILITY, type ApplicabilityRow, type Known } from './applies-table';
import type { FactBase } from './fact-base';
import { changeKind } from './kinds';
import type { KindId } from './kinds/kind-ids';
import { NO, type Rule, rule, YES } from './language';
import { nameAt } from './vocabulary';

/** applies: counts. hint: forecast or background. unknown: cannot be said yet. left_out: does not apply. */
export type ApplicabilityState = 'applies' | 'hint' | 'unknown' | 'left_out';

export interface Applicability {
  state: ApplicabilityState;
  /** In words; "cannot say whether it applies: ..." when unknown. */
  reason: string;
  /** Facts and names that keep it unknown, the first to ask first. */
  missing: readonly string[];
}

interface Prepared {
  row: ApplicabilityRow;
  /** Null: the row never applies. */
  applies: Rule | null;
  hint: Rule | null;
}

const rows: ReadonlyMap<string, Prepared> = new Map(
  APPLICABILITY.map((row) => [
    row.instrument,
    { row, applies: ruleOrNever(row.appliesWhen), hint: ruleOrNever(row.hintWhen) },
  ]),
);

const operator = rule('OPERATOR');

const NONE: readonly never[] = [];

function ruleOrNever(condition: string | null): Rule | null {
  return condition === null ? null : rule(condition);
}

/** Actor and location first: without them nearly every row is unknown. */
export const ASKED_FIRST: readonly string[] = ['actor', 'change_location', 'kind', 'places', 'markets'];

const IN_WORDS: Readonly<Record<string, string>> = {
  markets: 'the markets of the device',
  places: 'the place of the unit',
  nation: 'the nation where the unit stands',
  kind: 'the kind of change',
};

/** A name in words, for a sentence: computed names by what they mean, facts by their key. */
export function inWords(key: string): string {
  return IN_WORDS[key] ?? key;
}

/** The stage of an instrument's row; instruments without a row are never chosen. */
export function stageOf(instrument: string): 1 | 2 | null {
  return rows.get(instrument)?.row.stage ?? null;
}

/**
 * Why an instrument is left out because its condition is false, or null where it is not, or not for that reason. Most
 * instruments are left out of most changes, so this comes first and makes nothing but the sentence.
 */
export function leftOutBecause(instrument: string, base: FactBase): string | null {
  const prepared = rows.get(instrument);
  if (!prepared) return 'the library has no rule for when it applies';
  const { row, applies, hint } = prepared;
  const { codes } = base;
  // A row that never applies by itself is left out for what its hint lacks.
  const condition = applies ?? hint;
  if (!condition || condition.evaluate(codes) !== NO) return null;
  if (applies && hint?.evaluate(codes) === YES) return null;
  let grounds = '';
  for (const index of condition.grounds(codes, NO))
    grounds += grounds === '' ? base.say(index) : `, ${base.say(index)}`;
  return `${row.speaksTo}; here ${grounds}`;
}

/** Why every instrument is left out: an act that is a manufacturer's only, and somebody else. Null otherwise. */
function makersActOnly(base: FactBase, kinds: readonly KindId[]): string | null {
  if (!isMakersActOnly(kinds) || operator.evaluate(base.codes) !== YES) return null;
  return `${kinds.join(', ')} is an act of the manufacturer only`;
}

/**
 * Whether an instrument applies.
 * @param known for the sentence that says why; asked for only where there is one to say
 * @param kinds the kinds of change judged together; some can only be a manufacturer's act
 */
export function applicability(
  instrument: string,
  base: FactBase,
  known: () => Known,
  kinds: readonly KindId[],
): Applicability {
  const reason = makersActOnly(base, kinds) ?? leftOutBecause(instrument, base);
  const prepared = rows.get(instrument);
  if (reason !== null || !prepared) return { state: 'left_out', reason: reason ?? '', missing: NONE };
  const { row, applies, hint } = prepared;
  const { codes } = base;
  if (applies?.evaluate(codes) === YES) return { state: 'applies', reason: row.says(known()), missing: NONE };
  if (hint?.evaluate(codes) === YES) {
    return { state: 'hint', reason: `${row.says(known())}; ${row.hintBecause}`, missing: NONE };
  }
  const missing = inAskingOrder((applies ?? hint)?.gaps(codes).map((index) => nameAt(index).key) ?? []);
  const words = missing.map(inWords).join(', ');
  if (row.onlyWhenClaimed || !applies) {
    return { state: 'left_out', reason: `nobody claims it: ${words} not known`, missing: NONE };
  }
  const verb = missing.length === 1 ? 'is' : 'are';
  return { state: 'unknown', reason: `cannot say whether it applies: ${words} ${verb} not known`, missing };
}

/** Why a named instrument applies by its own row, or null when it does not or cannot be said. */
export function reasonToApply(instrument: string, base: FactBase, known: () => Known): string | null {
  const prepared = rows.get(instrument);
  return prepared && prepared.applies?.evaluate(base.codes) === YES ? prepared.row.says(known()) : null;
}

function isMakersActOnly(kinds: readonly KindId[]): boolean {
  for (const kind of kinds) if (changeKind(kind).onlyBy !== 'manufacturer') return false;
  return kinds.length > 0;
}

function inAskingOrder(keys: readonly string[]): string[] {
  return [...ASKED_FIRST.filter((key) => keys.includes(key)), ...keys.filter((key) => !ASKED_FIRST.includes(key))];
}
