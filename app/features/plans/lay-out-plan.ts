/**
 * Options over time: the days from today on, cut wherever something begins, ends or falls due, and what is left of the
 * exposure between two cuts. Pure. Nothing is added up: where several options are in force, the exposure is what the best
 * of them leaves, because no rule says what two of them do together.
 */
import { exposureRank } from '../../regulation/options/exposure';
import { EXPOSURES, type Exposure } from '../../regulation/options/exposure-rules';
import { type DaySpan, daysFrom } from './day-span';

/** The least and the greatest exposure that can still be. */
export interface Left {
  least: Exposure;
  greatest: Exposure;
}

export interface PlannedOption {
  /** Names it among the options of the plan. */
  key: string;
  begins: DaySpan;
  /** When it is given up; null: it stays. */
  ends: DaySpan | null;
  /** What it leaves while it is in force. */
  leaves: Left;
}

export interface Period {
  from: string;
  /** First day after it; null: it has no end. */
  to: string | null;
  /** Options in force all through it. */
  sure: string[];
  /** Options that may be in force in it, or in part of it: their days are not known so closely. */
  maybe: string[];
  least: Exposure;
  greatest: Exposure;
}

export interface PlanToLayOut {
  today: string;
  /** What is left while nothing is done. */
  untouched: Left;
  options: readonly PlannedOption[];
  /** Days at which a new period begins although no option does: an answer due, the end of a support. */
  cuts: readonly string[];
}

type Standing = 'on' | 'off' | 'maybe';

/** Whether something has happened by a period that no known day of it cuts. */
function happened({ earliest, latest }: DaySpan, from: string, to: string | null): Standing {
  if (latest !== null && latest <= from) return 'on';
  return to !== null && earliest >= to ? 'off' : 'maybe';
}

function standing({ begins, ends }: PlannedOption, from: string, to: string | null): Standing {
  const begun = happened(begins, from, to);
  const ended = ends ? happened(ends, from, to) : 'off';
  if (begun === 'off' || ended === 'on') return 'off';
  return begun === 'on' && ended === 'off' ? 'on' : 'maybe';
}

/** Every known day from which something may be otherwise than before, today first. */
function cutsOf({ today, options, cuts }: PlanToLayOut): string[] {
  const known = options.flatMap(({ begins, ends }) => [
    begins.earliest,
    begins.latest,
    ends?.earliest ?? null,
    ends?.latest ?? null,
  ]);
  const later = [...known, ...cuts].filter((day): day is string => day !== null && day > today);
  return [today, ...[...new Set(later)].sort()];
}

const lowest = (levels: readonly Exposure[]): Exposure =>
  EXPOSURES[Math.min(...levels.map(exposureRank))] ?? 'very_high';

/** The periods of a plan: they cover the days from today on without gap or overlap, and the last has no end. */
export function layOutPlan(plan: PlanToLayOut): Period[] {
  const days = cutsOf(plan);
  return days.map((from, at) => {
    const to = days[at + 1] ?? null;
    const standings = plan.options.map((option) => ({ option, is: standing(option, from, to) }));
    const sure = standings.filter(({ is }) => is === 'on').map(({ option }) => option);
    const maybe = standings.filter(({ is }) => is === 'maybe').map(({ option }) => option);
    return {
      from,
      to,
      sure: sure.map(({ key }) => key),
      maybe: maybe.map(({ key }) => key),
      least: lowest([plan.untouched.least, ...[...sure, ...maybe].map(({ leaves }) => leaves.least)]),
      greatest: lowest([plan.untouched.greatest, ...sure.map(({ leaves }) => leaves.greatest)]),
    };
  });
}

/**
 * Days on which the fault is still open, as a range. Null while the plan has no day from which on it is surely gone:
 * then there is no figure to give. Days are counted, levels are never multiplied with them.
 */
export function exposedDays(periods: readonly Period[]): { least: number; most: number } | null {
  if (periods.at(-1)?.greatest !== 'none') return null;
  const count = (level: (period: Period) => Exposure) =>
    periods.reduce(
      (sum, period) => (level(period) === 'none' || period.to === null ? sum : sum + daysFrom(period.from, period.to)),
      0,
    );
  return { least: count(({ least }) => least), most: count(({ greatest }) => greatest) };
}
