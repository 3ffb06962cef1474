/** From the steps people wrote to days: what each waits for, and how long it takes to be in force. Pure. */
import type { PlanStep } from '../../../db/schema/placement.server';
import type { Estimate } from '../../regulation/options/option-result';
import { type DaySpan, daysLater, readSpan } from './day-span';

/** A day on which something outside the plan happens. */
export interface Landmark {
  what: 'supplier_answer' | 'support_end';
  /** "Answer of Spacelabs due", "Windows 7 SP1 without support". */
  label: string;
  /** null: nobody knows. */
  on: string | null;
  /** Where the day comes from, or why there is none. */
  because: string;
}

export interface StepTimes {
  begins: DaySpan;
  ends: DaySpan | null;
  /** Why the days are not known more closely, in words. */
  open: string[];
}

interface Known {
  today: string;
  landmarks: readonly Landmark[];
  /** Lead time that people gave for an option; null: not given. */
  leadOf(option: string): Estimate | null;
}

const nobodyKnows = (today: string): DaySpan => ({ earliest: today, latest: null });

/** The day on which support ends: the first that is known. */
function landmarkSpan(what: Landmark['what'], { today, landmarks }: Known): DaySpan {
  const days = landmarks.filter((one) => one.what === what).flatMap(({ on }) => on ?? []);
  const [first] = days.sort();
  if (!first) return nobodyKnows(today);
  // An answer that is overdue is waited for still; a support that has ended has ended.
  if (first < today && what === 'supplier_answer') return nobodyKnows(today);
  return { earliest: first, latest: first };
}

const WAITS_WORDS = {
  supplier_answer: 'when the supplier answers',
  support_end: 'when support ends',
  replacement: 'when the device is replaced',
} as const;

function waitedFor(step: PlanStep, steps: readonly PlanStep[], known: Known): DaySpan {
  if (step.waitsFor === 'supplier_answer' || step.waitsFor === 'support_end') {
    return landmarkSpan(step.waitsFor, known);
  }
  const replacing = steps.find((one) => one !== step && one.option === 'replacement' && one.waitsFor !== 'replacement');
  return replacing ? beginsOf(replacing, steps, known).begins : nobodyKnows(known.today);
}

/** When a step is in force: on the day it names, or so long after what it waits for as its lead time says. */
function beginsOf(step: PlanStep, steps: readonly PlanStep[], known: Known): Omit<StepTimes, 'ends'> {
  if (step.waitsFor === '') return { begins: readSpan(step.from) ?? nobodyKnows(known.today), open: [] };
  const event = waitedFor(step, steps, known);
  const lead = known.leadOf(step.option);
  const open = [
    ...(event.latest === null ? [`${WAITS_WORDS[step.waitsFor]} is not known`] : []),
    ...(lead ? [] : ['how long it takes until it is in force: no lead time was given']),
  ];
  const earliest = lead ? daysLater(event.earliest, Math.floor(lead.least)) : event.earliest;
  const latest = event.latest === null || !lead ? null : daysLater(event.latest, Math.ceil(lead.most));
  return { begins: { earliest, latest }, open };
}

/** The days of every step, in the order of the steps. */
export function timesOf(steps: readonly PlanStep[], known: Known): StepTimes[] {
  const begins = steps.map((step) => beginsOf(step, steps, known));
  return begins.map((one, at) => {
    const next = steps[at]?.until === 'next_step' ? begins[at + 1] : undefined;
    return { ...one, ends: next?.begins ?? null };
  });
}

/** What a step says of its time, in words that stay true whatever the day. */
export const WAITS_LABELS: Readonly<Record<Exclude<PlanStep['waitsFor'], ''>, string>> = {
  supplier_answer: 'after the supplier has answered',
  support_end: 'when support ends',
  replacement: 'after the replacement',
};
