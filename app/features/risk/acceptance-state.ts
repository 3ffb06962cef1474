/** How an acceptance of residual risk stands on a day. Derived, never stored: it ends by an act, not by the calendar. */
export type AcceptanceState = 'in_force' | 'review_due' | 'overdue' | 'ended';

export const ACCEPTANCE_LABELS: Record<AcceptanceState, string> = {
  in_force: 'in force',
  review_due: 'review due',
  overdue: 'overdue and still in force',
  ended: 'ended',
};

/** Days are year-month-day; the last day is still in time. */
export function acceptanceState(
  { reviewOn, expiresOn, ended }: { reviewOn: string; expiresOn: string; ended: boolean },
  day: string,
): AcceptanceState {
  if (ended) return 'ended';
  if (day > expiresOn) return 'overdue';
  return day >= reviewOn ? 'review_due' : 'in_force';
}
