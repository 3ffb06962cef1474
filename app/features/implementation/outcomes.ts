/** What became of one unit, and how it was tested. Pure. */
export const OUTCOMES = ['done', 'failed', 'rolled_back', 'not_done'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  done: 'done',
  failed: 'failed',
  rolled_back: 'rolled back',
  not_done: 'not done',
};

export const TESTS = ['passed', 'failed', 'not_tested'] as const;
export type TestState = (typeof TESTS)[number];

export const TEST_LABELS: Record<TestState, string> = {
  passed: 'passed',
  failed: 'failed',
  not_tested: 'not tested',
};

/** How many units stand where. */
export interface Progress {
  units: number;
  byOutcome: Record<Outcome, number>;
  /** Nobody has said yet what became of them. */
  unrecorded: number;
}

/** "12 of 40 done, 1 rolled back, 27 without a record" */
export function progressInWords({ units, byOutcome, unrecorded }: Progress): string {
  if (units === 0) return 'This change is for no single unit.';
  const others = OUTCOMES.filter((one) => one !== 'done' && byOutcome[one] > 0).map(
    (one) => `${byOutcome[one]} ${OUTCOME_LABELS[one]}`,
  );
  const rest = unrecorded > 0 ? [`${unrecorded} without a record`] : [];
  return [`${byOutcome.done} of ${units} done`, ...others, ...rest].join(', ');
}

export const isOutcome = (value: unknown): value is Outcome => OUTCOMES.includes(value as Outcome);
