/** Places of a curve in its drawing; pure, in units of the drawing. */
import type { CurvePoint, Survival } from './kaplan-meier';

export interface CurveDrawing {
  width: number;
  height: number;
  plot: { x: number; y: number; width: number; height: number };
  days: { label: string; x: number }[];
  shares: { label: string; y: number }[];
  /** Steps of the share still unanswered, and of both ends of its interval. */
  share: string;
  low: string;
  high: string;
  half: number;
  median: number | null;
}

const WIDTH = 640;
const HEIGHT = 260;
const PLOT = { x: 56, y: 12, width: WIDTH - 56 - 16, height: HEIGHT - 12 - 48 };
const STEPS = [1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1825, 3650];

/** Marks from 0 to the first at or after `last`, at most eight of them. */
export function dayMarks(last: number): number[] {
  const step = STEPS.find((one) => last / one <= 7) ?? Math.ceil(last / 7);
  return Array.from({ length: Math.ceil(Math.max(last, 1) / step) + 1 }, (_, at) => at * step);
}

/** @param median day of the median; null where there is none */
export function layOutCurve({ points, longest }: Survival, median: number | null): CurveDrawing {
  const marks = dayMarks(longest);
  const end = marks.at(-1) ?? 1;
  const x = (day: number) => Math.round((PLOT.x + (day / end) * PLOT.width) * 10) / 10;
  const y = (share: number) => Math.round((PLOT.y + (1 - share) * PLOT.height) * 10) / 10;
  // Level until a day on which answers came, then down; the last level goes as far as anybody waited.
  const steps = (of: (point: CurvePoint) => number) =>
    `M${x(0)} ${y(1)}${points.map((point) => `H${x(point.day)}V${y(of(point))}`).join('')}H${x(longest)}`;
  return {
    width: WIDTH,
    height: HEIGHT,
    plot: PLOT,
    days: marks.map((day) => ({ label: String(day), x: x(day) })),
    shares: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ label: `${share * 100} %`, y: y(share) })),
    share: steps((point) => point.share),
    low: steps((point) => point.low),
    high: steps((point) => point.high),
    half: y(0.5),
    median: median === null ? null : x(median),
  };
}
