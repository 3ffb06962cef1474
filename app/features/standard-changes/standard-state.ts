/** Whether a standard change may be used, and why not. Pure. */
import type { BasisChange } from './basis';

export type StandardState = 'active' | 'suspended' | 'over' | 'retired';

export const STANDARD_STATES: readonly StandardState[] = ['active', 'suspended', 'over', 'retired'];

export const STATE_LABELS: Record<StandardState, string> = {
  active: 'in use',
  suspended: 'suspended',
  over: 'over',
  retired: 'retired',
};

export interface StandardStanding {
  state: StandardState;
  /** What changed, while it is suspended. */
  because: string[];
}

/** Retired and over are for good; suspended ends by itself when everything is as it was. */
export function standingOf(
  row: { retiredAt: Date | null; validUntil: string },
  now: { today: string; decisionStands: boolean; changes: readonly BasisChange[] },
): StandardStanding {
  if (row.retiredAt) return { state: 'retired', because: [] };
  if (row.validUntil < now.today) return { state: 'over', because: [] };
  const because = [
    ...(now.decisionStands ? [] : ['the decision it rests on does not stand any more']),
    ...now.changes.map(({ words }) => words),
  ];
  return because.length > 0 ? { state: 'suspended', because } : { state: 'active', because: [] };
}
