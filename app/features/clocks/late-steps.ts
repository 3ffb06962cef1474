/** Which of the steps that are due run now, when several are at once. Pure. */
import type { ClockStage } from '../../../db/schema/letters.server';

export interface DueStep {
  id: string;
  stage: ClockStage;
  kind: 'reminder' | 'escalation';
  plannedAt: Date;
}

export const OVERTAKEN = 'A later reminder of the same date was due as well and went out instead.';

/**
 * After a pause of the machine several reminders of one date may be due: one goes out, the latest; the others are
 * skipped. Of escalations each runs.
 */
export function chooseDue<S extends DueStep>(due: readonly S[]): { run: S[]; overtaken: S[] } {
  const sorted = [...due].sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  const latest = new Map<string, S>();
  for (const step of sorted) latest.set(step.kind === 'reminder' ? step.stage : step.id, step);
  const run = sorted.filter((step) => [...latest.values()].includes(step));
  return { run, overtaken: sorted.filter((step) => !run.includes(step)) };
}
