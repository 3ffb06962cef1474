/** Who may do what about a condition, and when. Pure; the same on the page and in the use case. */

import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import type { ChangeStatus } from '../changes/change-status';

/** States of a change in which its conditions can be met: while an approval stands. */
export const CONDITION_STATES = ['approved', 'in_implementation', 'verifying'] as const satisfies ChangeStatus[];

export const provesConditions = (status: ChangeStatus): boolean => CONDITION_STATES.some((one) => one === status);

interface Standing {
  status: string;
  ownerId: string;
  provedBy: string | null;
}

/** Whoever owns it proves it. */
export const mayProve = ({ userId }: { userId: string }, { status, ownerId }: Standing): boolean =>
  status === 'open' && ownerId === userId;

/** Whoever may sign, but not who gave the proof. */
export const mayJudge = (person: { userId: string; role: Role }, { status, provedBy }: Standing): boolean =>
  status === 'proved' && can(person, 'change:sign') && provedBy !== person.userId;

/** Waits for somebody longer than it was meant to. Days as year-month-day. */
export const isOverdue = ({ status, dueOn }: { status: string; dueOn: string }, today: string): boolean =>
  (status === 'open' || status === 'proved') && dueOn < today;
