/** From a policy and the day a letter was sent: its due days, and the ladder of reminders and escalations. Pure. */
import type { ClockStage, DayUnit } from '../../../db/schema/letters.server';
import type { LetterKind } from '../letters/letter-kinds';
import type { CalendarId } from './calendar-names';
import { addDays, addWorkingDays, daysBetween, workingDaysBetween } from './calendars';
import { type Policy, STAGES } from './policy';

export interface PlannedClock {
  stage: ClockStage;
  startsOn: string;
  days: number;
  unit: DayUnit;
  calendar: CalendarId;
  dueOn: string;
  origin: string;
}

export interface PlannedStep {
  stage: ClockStage;
  /** "reminder -3", "escalation 5": working days relative to the due day. */
  step: string;
  kind: 'reminder' | 'escalation';
  plannedOn: string;
}

const after = (day: string, days: number, unit: DayUnit, calendar: CalendarId): string =>
  unit === 'working' ? addWorkingDays(day, days, calendar) : addDays(day, days, calendar);

/** Kinds after whose answer something is still to be made; of a list of components nobody expects a fix. */
const ASKS_FOR_A_FIX: readonly LetterKind[] = ['supplier-request-letter', 'vulnerability-position-request'];

/** What a letter of a kind waits for. */
export const stagesOf = (kind: LetterKind): ClockStage[] =>
  STAGES.filter((stage) => stage !== 'fix' || ASKS_FOR_A_FIX.includes(kind));

/** The clocks of a letter sent on a day. @param waitedFor all stages, where the letter does not matter */
export const clocksFrom = (
  { stages, calendar }: Policy,
  sentOn: string,
  waitedFor: readonly ClockStage[] = STAGES,
): PlannedClock[] =>
  waitedFor.map((stage) => {
    const { days, unit, origin } = stages[stage];
    return { stage, startsOn: sentOn, days, unit, calendar, dueOn: after(sentOn, days, unit, calendar), origin };
  });

/** The day of a step whose due day is known; from its name, so that it moves with the due day. */
export function stepDay(step: string, dueOn: string, calendar: CalendarId): string {
  const offset = Number(/ (-?\d+)$/.exec(step)?.[1] ?? Number.NaN);
  if (Number.isNaN(offset)) throw new RangeError(`not a step: ${step}`);
  return addWorkingDays(dueOn, offset, calendar);
}

/** The ladder of one clock. A reminder that would fall on the day of sending or before is left out. */
export function stepsFrom({ stage, startsOn, dueOn, calendar }: PlannedClock, policy: Policy): PlannedStep[] {
  const reminders = [...new Set(policy.reminderOffsets)].map((offset) => ['reminder', offset] as const);
  const escalations = policy.escalateAfter === null ? [] : [['escalation', policy.escalateAfter] as const];
  return [...reminders, ...escalations]
    .map(([kind, offset]) => {
      const step = `${kind} ${offset}`;
      return { stage, step, kind, plannedOn: stepDay(step, dueOn, calendar) };
    })
    .filter(({ plannedOn }) => plannedOn > startsOn)
    .sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
}

/** Where a due day moves when its letter was paused from one day to another: as many days later as were lost. */
export function movedBy(
  { dueOn, unit, calendar }: Pick<PlannedClock, 'dueOn' | 'unit' | 'calendar'>,
  fromOn: string,
  toOn: string,
): string {
  // What was due before the pause began is late whatever came after.
  if (dueOn < fromOn || toOn <= fromOn) return dueOn;
  return unit === 'working'
    ? addWorkingDays(dueOn, workingDaysBetween(fromOn, toOn, calendar), calendar)
    : addDays(dueOn, daysBetween(fromOn, toOn), calendar);
}
