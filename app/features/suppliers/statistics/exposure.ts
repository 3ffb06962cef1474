/**
 * Exposure-days: units × days between the day a question was written down and the day its letter was closed, by whom or
 * what they waited for. Each day has exactly one cause, so the parts add up to the whole.
 */

/** One letter as the ledger sees it; days are ISO dates, null: it has not happened. */
export interface Timeline {
  writtenOn: string;
  sentOn: string | null;
  acknowledgedOn: string | null;
  answeredOn: string | null;
  /** Statements of the answer that nobody has confirmed or set aside yet. */
  unconfirmed: number;
  /** Day of the last decision on a statement. */
  confirmedOn: string | null;
  /** Whether a fix is waited for at all, and the day it came or was no longer waited for. */
  fix: { awaited: boolean; endedOn: string | null };
  closedOn: string | null;
  /** Stretches in which waiting was agreed, each from its first day up to the day it ended. */
  pauses: { from: string; to: string | null; reason: string }[];
  /** Units of each model the letter is about; null: nobody has counted them. */
  units: (number | null)[];
}

export const CAUSES = {
  approval: { who: 'us', label: 'Waiting for us: approval and sending' },
  acknowledgement: { who: 'supplier', label: 'Waiting for the supplier: no sign that the letter arrived' },
  position: { who: 'supplier', label: 'Waiting for the supplier: no position yet' },
  confirmation: { who: 'us', label: 'Waiting for us: an answer to be confirmed' },
  fix: { who: 'supplier', label: 'Waiting for the supplier: no validated fix' },
  decision: { who: 'us', label: 'Waiting for us: to act on the answer and close the letter' },
  paused: { who: 'agreed', label: 'Paused' },
} as const;

export type Cause = keyof typeof CAUSES;

/** A stretch of days with one cause; `to` is the first day that no longer belongs to it. */
export interface Stretch {
  from: string;
  to: string;
  cause: Cause;
  /** Of a pause. */
  reason: string;
}

const DAY = 86_400_000;
const daysIn = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * Cuts the time of a letter into stretches, in order and without gap or overlap: they run from the day it was written to
 * the day it was closed, or to today. What was recorded out of order (an answer before the letter) never counts twice.
 */
export function stretchesOf(timeline: Timeline, today: string): Stretch[] {
  const { writtenOn, sentOn, acknowledgedOn, answeredOn, confirmedOn, fix } = timeline;
  const end = timeline.closedOn ?? later(today, writtenOn);
  const phases: [Cause, string | null][] = [
    ['approval', sentOn],
    ['acknowledgement', acknowledgedOn ?? answeredOn],
    ['position', answeredOn],
    ['confirmation', timeline.unconfirmed > 0 ? null : (confirmedOn ?? answeredOn)],
    ['fix', fix.awaited ? fix.endedOn : writtenOn],
    ['decision', null],
  ];
  const found: Stretch[] = [];
  let from = writtenOn;
  for (const [cause, until] of phases) {
    const to = earlier(end, later(from, until ?? end));
    if (to > from) found.push(...withPauses({ from, to, cause, reason: '' }, timeline.pauses, today));
    from = later(from, to);
  }
  return found;
}

/** A stretch with the days taken out on which waiting was agreed. Days before sending are ours, paused or not. */
function withPauses(whole: Stretch, pauses: Timeline['pauses'], today: string): Stretch[] {
  if (whole.cause === 'approval') return [whole];
  const found: Stretch[] = [];
  let { from } = whole;
  for (const pause of [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const begins = later(from, pause.from);
    const ends = earlier(whole.to, pause.to ?? later(today, whole.to));
    if (ends <= begins) continue;
    if (begins > from) found.push({ ...whole, from, to: begins });
    found.push({ from: begins, to: ends, cause: 'paused', reason: pause.reason });
    from = ends;
  }
  return whole.to > from ? [...found, { ...whole, from }] : found;
}

export interface ExposureLine {
  cause: Cause;
  label: string;
  /** Units × days, of models whose units are known. */
  unitDays: number;
  /** Days × models whose units nobody has counted: they belong to no sum, and are never nothing. */
  uncountedDays: number;
  letters: number;
}

export interface Exposure {
  lines: ExposureLine[];
  unitDays: number;
  uncountedDays: number;
  /** Of the unit-days, those since the letters were sent. */
  sinceAsked: number;
  letters: number;
}

/** Adds up the ledger: largest first, a line for each reason of a pause. The lines add up to the totals exactly. */
export function exposureOf(timelines: readonly Timeline[], today: string): Exposure {
  const lines = new Map<string, ExposureLine>();
  for (const timeline of timelines) {
    const known = timeline.units.reduce<number>((sum, units) => sum + (units ?? 0), 0);
    // A letter that names no model is about units that nobody has counted.
    const uncounted = timeline.units.length === 0 ? 1 : timeline.units.filter((units) => units === null).length;
    const seen = new Set<ExposureLine>();
    for (const { from, to, cause, reason } of stretchesOf(timeline, today)) {
      const label = reason ? `${CAUSES[cause].label}: ${reason}` : CAUSES[cause].label;
      const line = lines.get(label) ?? { cause, label, unitDays: 0, uncountedDays: 0, letters: 0 };
      line.unitDays += known * daysIn(from, to);
      line.uncountedDays += uncounted * daysIn(from, to);
      if (!seen.has(line)) line.letters += 1;
      seen.add(line);
      lines.set(label, line);
    }
  }
  const sorted = [...lines.values()].sort(
    (one, other) =>
      other.unitDays - one.unitDays || other.uncountedDays - one.uncountedDays || (one.label < other.label ? -1 : 1),
  );
  const sum = (of: (line: ExposureLine) => number) => sorted.reduce((total, line) => total + of(line), 0);
  return {
    lines: sorted,
    unitDays: sum((line) => line.unitDays),
    uncountedDays: sum((line) => line.uncountedDays),
    sinceAsked: sum((line) => (line.cause === 'approval' ? 0 : line.unitDays)),
    letters: timelines.length,
  };
}

/** "42 %" of the total; a dash where there is no total. Shares are rounded and may not add up to 100. */
export const shareInWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
