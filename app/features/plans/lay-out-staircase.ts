/** Where everything of the staircase stands: time across, exposure left upwards, below it one bar a step. Numbers only. */
import { exposureRank } from '../../regulation/options/exposure';
import { EXPOSURES } from '../../regulation/options/exposure-rules';
import { dateInWords } from '../../ui/time';
import { EXPOSURE_WORDS } from '../options/option-words';
import { daysFrom, daysLater } from './day-span';
import type { Period } from './lay-out-plan';

export interface Size {
  /** Units of the drawing across. */
  width: number;
  left: number;
  /** A period is never narrower: a fortnight beside two years would not be seen. */
  least: number;
  /** Room a date needs below the axis. */
  dateRoom: number;
}

export const WIDE: Size = { width: 1080, left: 92, least: 34, dateRoom: 84 };
export const NARROW: Size = { width: 350, left: 66, least: 14, dateRoom: 76 };

const TOP = 22;
const ROW = 30;
const AXIS = 24;
const BAR = 24;

export interface PlacedBar {
  number: number;
  y: number;
  pieces: { x: number; width: number; sure: boolean }[];
}

export interface Staircase {
  width: number;
  height: number;
  plot: { x: number; y: number; width: number; height: number };
  rows: { label: string; y: number }[];
  /** One a period, with its letter. */
  columns: { letter: string; x: number; width: number }[];
  dates: { x: number; label: string }[];
  /** Greatest that can be left, least that can be left, and the ground between them. */
  upper: string;
  lower: string;
  between: string;
  bars: PlacedBar[];
  axisY: number;
}

/** A, B, … Z, AA: how the drawing and the table name a period. */
export const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);

type Drawn = Pick<Period, 'from' | 'to' | 'least' | 'greatest'> & { steps: number[]; maybeSteps: number[] };

/** The last period has no end; it is drawn so long that it is seen. */
function endOf(periods: readonly Drawn[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return '';
  return daysLater(last.from, Math.max(90, Math.round(daysFrom(first.from, last.from) * 0.18)));
}

const yOf = (level: Period['least']): number => TOP + (EXPOSURES.length - 1 - exposureRank(level) + 0.5) * ROW;

/** Lays the drawing out. @param steps how many steps the plan has */
export function layOutStaircase(periods: readonly Drawn[], steps: number, size: Size): Staircase {
  const end = endOf(periods);
  const days = periods.map(({ from, to }) => daysFrom(from, to ?? end));
  const all = days.reduce((sum, one) => sum + one, 0) || 1;
  const across = size.width - size.left - 8;
  const free = Math.max(0, across - periods.length * size.least);
  const widths = days.map((one) => Math.min(size.least, across / periods.length) + (free * one) / all);
  let x = size.left;
  const columns = widths.map((width, at) => {
    const column = { letter: letterOf(at), x, width };
    x += width;
    return column;
  });
  const height = EXPOSURES.length * ROW;
  const axisY = TOP + height;
  return {
    width: size.width,
    height: axisY + AXIS + steps * BAR + 6,
    plot: { x: size.left, y: TOP, width: across, height },
    rows: [...EXPOSURES].reverse().map((level) => ({ label: EXPOSURE_WORDS[level], y: yOf(level) })),
    columns,
    dates: datesOf(periods, columns, size),
    upper: stairs(periods, columns, ({ greatest }) => yOf(greatest)),
    lower: stairs(periods, columns, ({ least }) => yOf(least)),
    between: ground(periods, columns),
    bars: Array.from({ length: steps }, (_, at) => bar(at + 1, axisY + AXIS + at * BAR, periods, columns)),
    axisY,
  };
}

type Columns = readonly { x: number; width: number }[];
const round = (value: number): number => Math.round(value * 10) / 10;

/** A line that runs level through each period and steps at its end. */
function stairs(periods: readonly Drawn[], columns: Columns, y: (period: Drawn) => number): string {
  return periods
    .map((period, at) => {
      const { x, width } = columns[at] ?? { x: 0, width: 0 };
      return `${at === 0 ? `M${round(x)} ${y(period)}` : `V${y(period)}`}H${round(x + width)}`;
    })
    .join('');
}

function ground(periods: readonly Drawn[], columns: Columns): string {
  return periods
    .map(({ least, greatest }, at) => {
      const { x, width } = columns[at] ?? { x: 0, width: 0 };
      if (least === greatest) return '';
      return `M${round(x)} ${yOf(greatest)}H${round(x + width)}V${yOf(least)}H${round(x)}Z`;
    })
    .join('');
}

/** As many dates as fit beside each other, the first always. */
function datesOf(periods: readonly Drawn[], columns: Columns, { dateRoom, width }: Size) {
  const placed: { x: number; label: string }[] = [];
  periods.forEach(({ from }, at) => {
    const x = columns[at]?.x ?? 0;
    const before = placed.at(-1);
    if ((!before || x - before.x >= dateRoom) && x + dateRoom - 8 <= width)
      placed.push({ x, label: dateInWords(from) });
  });
  return placed;
}

function bar(number: number, y: number, periods: readonly Drawn[], columns: Columns): PlacedBar {
  const pieces: PlacedBar['pieces'] = [];
  periods.forEach(({ steps, maybeSteps }, at) => {
    const { x, width } = columns[at] ?? { x: 0, width: 0 };
    const sure = steps.includes(number);
    if (!sure && !maybeSteps.includes(number)) return;
    const last = pieces.at(-1);
    if (last && last.sure === sure && Math.abs(last.x + last.width - x) < 0.01) last.width += width;
    else pieces.push({ x, width, sure });
  });
  return { number, y, pieces };
}
