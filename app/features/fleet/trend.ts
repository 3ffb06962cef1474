/** A figure over days. A day nobody looked is a gap, never a zero. Pure. */
import type { Figure } from './figures';

export interface FleetDay {
  /** Year-month-day. */
  day: string;
  figures: Record<string, Figure>;
}

export interface TrendDrawing {
  width: number;
  height: number;
  plot: { x: number; y: number; width: number; height: number };
  marks: { label: string; y: number }[];
  days: { label: string; x: number }[];
  /** One line a run of days without a gap. */
  lines: string[];
  /** Days that stand alone between gaps. */
  dots: { x: number; y: number }[];
}

const WIDTH = 640;
const HEIGHT = 200;
const PLOT = { x: 64, y: 12, width: WIDTH - 64 - 16, height: HEIGHT - 12 - 32 };
const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
const STEPS = [1, 2, 5];

/** A round number at or above `most`, so that four equal parts of it are round too. */
export function topOf(most: number): number {
  for (let power = 1; ; power *= 10) for (const step of STEPS) if (step * power * 4 >= most) return step * power * 4;
}

/** Days with this figure, in order. */
export const pointsOf = (days: readonly FleetDay[], key: string): { day: string; n: number; of: number }[] =>
  days.flatMap(({ day, figures }) => {
    const figure = figures[key];
    return figure ? [{ day, ...figure }] : [];
  });

/** Lays one figure out; null while there is no day with it. @param label how a day is named */
export function layOutTrend(
  days: readonly FleetDay[],
  key: string,
  label: (day: string) => string,
): TrendDrawing | null {
  const points = pointsOf(days, key);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const span = Math.max(1, daysBetween(first.day, last.day));
  const top = topOf(Math.max(1, ...points.map(({ n }) => n)));
  const x = (day: string) => Math.round((PLOT.x + (daysBetween(first.day, day) / span) * PLOT.width) * 10) / 10;
  const y = (n: number) => Math.round((PLOT.y + (1 - n / top) * PLOT.height) * 10) / 10;
  const runs: { day: string; n: number }[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && daysBetween(before.day, point.day) === 1) run.push(point);
    else runs.push([point]);
  }
  return {
    ...{ width: WIDTH, height: HEIGHT, plot: PLOT },
    marks: [0, 1, 2, 3, 4].map((part) => ({
      label: ((top / 4) * part).toLocaleString('en-GB'),
      y: y((top / 4) * part),
    })),
    days:
      first.day === last.day
        ? [{ label: label(first.day), x: x(first.day) }]
        : [first, last].map(({ day }) => ({ label: label(day), x: x(day) })),
    lines: runs
      .filter((run) => run.length > 1)
      .map((run) => run.map(({ day, n }, at) => `${at === 0 ? 'M' : 'L'}${x(day)} ${y(n)}`).join('')),
    dots: runs.filter((run) => run.length === 1).flatMap((run) => run.map(({ day, n }) => ({ x: x(day), y: y(n) }))),
  };
}
