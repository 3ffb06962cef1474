/** The steps of a proposal, each an address of its own. */
import type { ChangeStatus } from './change-status';

export const STEPS = [
  { id: 'what', label: 'What' },
  { id: 'where', label: 'Where and who' },
  { id: 'facts', label: 'The facts' },
  { id: 'check', label: 'Check and submit' },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

export const stepAddress = (changeId: string, step: StepId): string => `/changes/${changeId}/edit/${step}`;

export const isStepId = (value: unknown): value is StepId => STEPS.some(({ id }) => id === value);

/** Where an unfinished proposal goes on; one that was submitted is edited from its first step. */
export const resumeAddress = (change: { id: string; step: string; status: ChangeStatus }): string =>
  stepAddress(change.id, change.status === 'draft' && isStepId(change.step) ? change.step : 'what');

/** Value of the button that was pressed: all save first. */
export const DIRECTIONS = ['on', 'back', 'stay', 'leave'] as const;

export type Direction = (typeof DIRECTIONS)[number];

export const isDirection = (value: unknown): value is Direction => DIRECTIONS.includes(value as Direction);

/** Where a saved step leads. */
export function addressAfter(changeId: string, step: StepId, direction: Direction): string {
  if (direction === 'leave') return `/changes/${changeId}`;
  if (direction === 'stay') return stepAddress(changeId, step);
  const at = STEPS.findIndex(({ id }) => id === step) + (direction === 'on' ? 1 : -1);
  const next = STEPS[at];
  return next ? stepAddress(changeId, next.id) : `/changes/${changeId}`;
}
