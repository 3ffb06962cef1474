/** A plan as pages show it: its steps with days, its periods with what is left, what it costs, what nobody knows. Pure. */
import type { PlanStep } from '../../../db/schema/placement.server';
import type { Comparison, Estimate, OptionId, OptionResult } from '../../regulation/options/option-result';
import { optionLabel } from '../options/option-words';
import { spanInWords } from './day-span';
import { exposedDays, layOutPlan, type Period, type PlannedOption } from './lay-out-plan';
import { isOptionId, stepInWords } from './plan-form';
import { type Landmark, type StepTimes, timesOf } from './plan-times';

export interface StepView {
  number: number;
  option: string;
  label: string;
  /** As it was written, whatever the day. */
  words: string;
  note: string;
  /** Days it comes to, as far as they are known. */
  when: string;
  until: string | null;
  leaves: { least: OptionResult['residual']['least']; greatest: OptionResult['residual']['greatest'] };
  certificate: OptionResult['certificate'] | null;
  acts: OptionResult['acts'];
  downtimeHours: Estimate | null;
  staffHours: Estimate | null;
  leadTimeDays: Estimate | null;
  open: string[];
}

export interface PeriodView extends Period {
  /** Numbers of the steps in force, and of those that may be. */
  steps: number[];
  maybeSteps: number[];
  /** Steps that begin with it for certain. */
  beginning: number[];
  /** Steps that may be in force from its first day on, and could not be before. */
  perhaps: number[];
  /** Landmarks that fall on its first day. */
  marks: string[];
  reasons: string[];
  unknown: string[];
}

export interface CostTotal {
  /** Sum over the steps for which a figure was given. */
  least: number;
  most: number;
  given: number;
  of: number;
}

export interface PlanView {
  title: string;
  note: string;
  today: string;
  steps: StepView[];
  periods: PeriodView[];
  landmarks: Landmark[];
  exposedDays: { least: number; most: number } | null;
  downtime: CostTotal;
  staff: CostTotal;
  cves: string[];
  threat: Comparison['threat'];
}

export interface PlanGiven {
  plan: { title: string; note: string; steps: readonly PlanStep[] };
  today: string;
  landmarks: readonly Landmark[];
  /** The options of the plan and "accept", judged. */
  comparison: Comparison;
  cves: readonly string[];
}

/** The options a plan needs judged: its own, and doing nothing. */
export const optionsToJudge = (steps: readonly PlanStep[]): OptionId[] => [
  ...new Set([...steps.map(({ option }) => option).filter(isOptionId), 'accept' as const]),
];

const WHOLE_RANGE = { least: 'none', greatest: 'very_high' } as const;

/** Puts the view together. */
export function planView({ plan, today, landmarks, comparison, cves }: PlanGiven): PlanView {
  const judged = new Map<string, OptionResult>(comparison.options.map((one) => [one.option, one]));
  const leadOf = (option: string) => judged.get(option)?.leadTimeDays ?? null;
  const times = timesOf(plan.steps, { today, landmarks, leadOf });
  const leaves = (option: string) => judged.get(option)?.residual ?? WHOLE_RANGE;
  const options = plan.steps.map((step, at): PlannedOption => {
    const { begins, ends } = times[at] ?? { begins: { earliest: today, latest: null }, ends: null };
    const { least, greatest } = leaves(step.option);
    return { key: String(at + 1), begins, ends, leaves: { least, greatest } };
  });
  const periods = layOutPlan({
    today,
    untouched: leaves('accept'),
    options,
    cuts: landmarks.flatMap(({ on }) => on ?? []),
  });
  const steps = plan.steps.map((step, at) => stepView(step, at + 1, times[at], judged.get(step.option)));
  return {
    ...{ title: plan.title, note: plan.note, today, landmarks: [...landmarks], steps },
    periods: periods.map((period, at) =>
      periodView(period, periods[at - 1], { options, landmarks, steps, judged, plan: plan.steps, today }),
    ),
    exposedDays: exposedDays(periods),
    downtime: total(steps.map(({ downtimeHours }) => downtimeHours)),
    staff: total(steps.map(({ staffHours }) => staffHours)),
    cves: [...cves],
    threat: comparison.threat,
  };
}

function stepView(
  step: PlanStep,
  number: number,
  times: StepTimes | undefined,
  judged: OptionResult | undefined,
): StepView {
  return {
    number,
    option: step.option,
    label: isOptionId(step.option) ? optionLabel(step.option) : step.option,
    words: stepInWords(step),
    note: step.note,
    when: times ? spanInWords(times.begins) : '',
    until: times?.ends ? spanInWords(times.ends) : null,
    leaves: judged?.residual ?? WHOLE_RANGE,
    certificate: judged?.certificate ?? null,
    acts: judged?.acts ?? null,
    downtimeHours: judged?.downtimeHours ?? null,
    staffHours: judged?.staffHours ?? null,
    leadTimeDays: judged?.leadTimeDays ?? null,
    open: times?.open ?? [],
  };
}

interface Around {
  options: readonly PlannedOption[];
  landmarks: readonly Landmark[];
  steps: readonly StepView[];
  judged: ReadonlyMap<string, OptionResult>;
  plan: readonly PlanStep[];
  today: string;
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];

/** @param before the period before it; none: it is the first */
function periodView(period: Period, before: Period | undefined, around: Around): PeriodView {
  const { options, landmarks, steps, judged, plan, today } = around;
  const [sure, maybe] = [period.sure.map(Number), period.maybe.map(Number)];
  const inForce = sure.flatMap((number) => judged.get(plan[number - 1]?.option ?? '') ?? []);
  const nothing = judged.get('accept');
  const speaking = inForce.length > 0 ? inForce : nothing ? [nothing] : [];
  const stepsNamed = (numbers: readonly number[]) => steps.filter(({ number }) => numbers.includes(number));
  // Where the level is settled, what is not known does not move it.
  const settled = period.least === period.greatest;
  const replaced = sure.some((number) => plan[number - 1]?.option === 'replacement');
  const over = replaced
    ? []
    : landmarks.filter(({ what, on }) => what === 'support_end' && on !== null && on <= period.from);
  return {
    ...period,
    steps: sure,
    maybeSteps: maybe,
    beginning: options.flatMap(({ key, begins }) =>
      sure.includes(Number(key)) && (begins.latest === period.from || (period.from === today && begins.latest !== null))
        ? [Number(key)]
        : [],
    ),
    perhaps: maybe.filter(
      (number) => !before?.maybe.includes(String(number)) && !before?.sure.includes(String(number)),
    ),
    marks: landmarks.flatMap(({ label, on }) => (on === period.from ? [label] : [])),
    reasons: unique(speaking.flatMap(({ label, residual }) => residual.reasons.map(({ says }) => `${label}: ${says}`))),
    unknown: unique([
      ...(settled ? [] : speaking.flatMap(({ residual }) => residual.unknown)),
      ...(settled ? [] : stepsNamed(maybe)).flatMap(({ number, label, open }) => [
        `whether step ${number} (${label}) is in force yet, or still`,
        ...open,
      ]),
      ...over.map(({ label }) => `how faults found from now on are mended (${label})`),
    ]),
  };
}

const total = (given: readonly (Estimate | null)[]): CostTotal => {
  const known = given.filter((one): one is Estimate => one !== null);
  const sum = (of: (one: Estimate) => number) => known.reduce((all, one) => all + of(one), 0);
  return { least: sum(({ least }) => least), most: sum(({ most }) => most), given: known.length, of: given.length };
};
