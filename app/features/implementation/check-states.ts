/** What a line of the checklist may say. Pure. */
export const CHECK_STATES = ['passed', 'failed', 'not_tested', 'not_applicable'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const CHECK_STATE_LABELS: Record<CheckState, string> = {
  passed: 'it holds',
  failed: 'it does not hold',
  not_tested: 'not tested',
  not_applicable: 'does not apply',
};
