/** What was done, held against what was planned. Pure. */
import { CHECK_STATE_LABELS, type CheckState } from './check-states';
import { OUTCOME_LABELS, type Outcome, TEST_LABELS, type TestState } from './outcomes';

/** One thing that went otherwise than planned. */
export interface PlanDifference {
  what: string;
  planned: string;
  done: string;
}

/** What was done on one unit, as far as a comparison looks at it. */
export interface DoneOnUnit {
  serial: string;
  /** null: nobody has said. */
  outcome: Outcome | null;
  versionBefore: string;
  versionAfter: string;
  doneAt: Date | null;
  test: TestState | null;
  testNote: string;
  rollBack: string;
  deviation: string;
}

export interface CheckOutcome {
  text: string;
  /** null: nothing recorded. */
  state: CheckState | null;
  because: string;
}

export interface Compared {
  /** What every unit was to show afterwards; empty: the plan names no version. */
  versionAfter: string;
  /** Lines of the checklist for making it and for afterwards. */
  checks: readonly CheckOutcome[];
  units: readonly DoneOnUnit[];
  /** Since when there was a decision, or a confirmed emergency. */
  decidedAt: Date | null;
}

const NAMED = 5;

/** "3 units (XTR-1, XTR-2, XTR-3)" */
function named(units: readonly { serial: string }[]): string {
  const some = units.slice(0, NAMED).map(({ serial }) => serial);
  const more = units.length > NAMED ? `, and ${units.length - NAMED} more` : '';
  return `${units.length} ${units.length === 1 ? 'unit' : 'units'} (${some.join(', ')}${more})`;
}

/** Groups in the order of their first member. */
function by<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const same = groups.get(key);
    if (same) same.push(one);
    else groups.set(key, [one]);
  }
  return [...groups];
}

/** Every difference, in the order in which people ask: outcome, version, test, deviation, time, checklist. */
export function differencesFromPlan({ versionAfter, checks, units, decidedAt }: Compared): PlanDifference[] {
  const difference = (what: string, planned: string, done: string): PlanDifference => ({ what, planned, done });
  const acted = units.filter(({ outcome }) => outcome !== null && outcome !== 'not_done');
  const done = units.filter(({ outcome }) => outcome === 'done');
  const otherwise = units.filter(({ outcome }) => outcome !== 'done');
  const early = acted.filter(({ doneAt }) => decidedAt !== null && doneAt !== null && doneAt < decidedAt);
  return [
    ...by(otherwise, ({ outcome, deviation, rollBack }) => {
      const word = outcome === null ? 'nothing recorded' : OUTCOME_LABELS[outcome];
      return [word, deviation, outcome === 'rolled_back' ? rollBack : ''].filter(Boolean).join(': ');
    }).map(([words, some]) => difference('Outcome', 'done on every unit', `${words}, ${named(some)}`)),
    ...(versionAfter === ''
      ? []
      : by(
          done.filter((one) => one.versionAfter !== versionAfter),
          (one) => one.versionAfter,
        ).map(([version, some]) =>
          difference('Version after', versionAfter, `${version || 'not recorded'}, ${named(some)}`),
        )),
    ...by(
      acted.filter(({ test }) => test !== 'passed'),
      ({ test, testNote }) => [test ? TEST_LABELS[test] : 'nothing recorded', testNote].filter(Boolean).join(': '),
    ).map(([words, some]) => difference('Test', 'passed on every unit', `${words}, ${named(some)}`)),
    ...by(
      done.filter(({ deviation }) => deviation !== ''),
      ({ deviation }) => deviation,
    ).map(([words, some]) => difference('Deviation', 'none', `${words}, ${named(some)}`)),
    ...(early.length > 0
      ? [difference('Time', 'after it was decided', `before there was a decision, ${named(early)}`)]
      : []),
    ...checklistDifferences(checks),
  ];
}

function checklistDifferences(checks: readonly CheckOutcome[]): PlanDifference[] {
  const unsaid = checks.filter(({ state }) => state === null);
  const lines = checks.filter(({ state }) => state === 'failed' || state === 'not_tested');
  return [
    ...lines.map(({ text, state, because }) => ({
      what: 'Checklist',
      planned: text,
      done: [state ? CHECK_STATE_LABELS[state] : '', because].filter(Boolean).join(': '),
    })),
    ...(unsaid.length > 0
      ? [
          {
            what: 'Checklist',
            planned: unsaid.map(({ text }) => text).join(' '),
            done: `nothing recorded on ${unsaid.length} ${unsaid.length === 1 ? 'line' : 'lines'}`,
          },
        ]
      : []),
  ];
}

/** One line a difference, as the verification keeps it. */
export const planDifferenceInWords = ({ what, planned, done }: PlanDifference): string =>
  `${what}: planned ${planned}; ${done}.`;
