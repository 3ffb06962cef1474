/** Where each option stands in the drawing: certificate burden across, exposure left upwards. Pure: numbers only. */
import { exposureRank } from '../../regulation/options/exposure';
import { EXPOSURES } from '../../regulation/options/exposure-rules';
import type { OptionResult } from '../../regulation/options/option-result';
import { rankOf, TIERS } from '../../regulation/tiers';
import { EXPOSURE_WORDS } from './option-words';

export const CELL = { width: 104, height: 66 };
const MARGIN = { left: 96, top: 12, bottom: 58, right: 8 };
const CHIP = { width: 27, height: 22, across: 3, down: 2, pad: 6 };

/** First the options that change nothing, then the tiers, last what is not known. */
export const COLUMNS = ['no change', ...TIERS, 'not known'] as const;
/** From the greatest exposure, at the top, to none. */
export const ROWS = [...EXPOSURES].reverse();

export type ChipShape = 'square' | 'round' | 'diamond';

export interface PlacedChip {
  number: number;
  x: number;
  y: number;
  shape: ChipShape;
  /** False while something may still move it. */
  settled: boolean;
}

export interface PlacedSpan {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** A forecast, or a value that is not known, is drawn looser than a range by charts that apply. */
  style: 'range' | 'forecast' | 'unknown';
}

export interface OptionsDrawing {
  width: number;
  height: number;
  columns: { label: string; x: number }[];
  rows: { label: string; y: number }[];
  plot: { x: number; y: number; width: number; height: number };
  spans: PlacedSpan[];
  chips: PlacedChip[];
}

type Drawn = Pick<OptionResult, 'certificate' | 'residual' | 'group'> & { number: number };

interface Span {
  left: number;
  right: number;
  top: number;
  bottom: number;
  style: PlacedSpan['style'];
}

/** Cells an option may still come to stand in. */
function spanOf({ certificate, residual }: Drawn): Span {
  const [top, bottom] = [residual.greatest, residual.least].map((level) => EXPOSURES.length - 1 - exposureRank(level));
  const rows = { top: top ?? 0, bottom: bottom ?? 0 };
  const { state, tiers } = certificate;
  if (state === 'no_change') return { left: 0, right: 0, ...rows, style: 'range' };
  if (!tiers) return { left: COLUMNS.length - 1, right: COLUMNS.length - 1, ...rows, style: 'unknown' };
  const style = state === 'forecast' ? 'forecast' : 'range';
  return { left: 1 + rankOf(tiers.least), right: 1 + rankOf(tiers.worst), ...rows, style };
}

const isPoint = ({ left, right, top, bottom }: Span) => left === right && top === bottom;

const SHAPES: Readonly<Record<OptionResult['group'], ChipShape>> = {
  device: 'square',
  environment: 'round',
  neither: 'diamond',
};

/**
 * Lays the drawing out. Options with the same range share one outline; each number stands at the worst that can still
 * be, in a place of its own.
 */
export function layOutOptions(options: readonly Drawn[]): OptionsDrawing {
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: COLUMNS.length * CELL.width,
    height: ROWS.length * CELL.height,
  };
  const taken = new Map<string, number>();
  const outlines = new Map<string, Span>();
  const chips = options.map((option): PlacedChip => {
    const span = spanOf(option);
    const key = `${span.left} ${span.right} ${span.top} ${span.bottom} ${span.style}`;
    if (!isPoint(span) || span.style === 'unknown') outlines.set(key, span);
    const { x, y } = freePlace(span, taken);
    const settled = isPoint(span) && span.style === 'range';
    return { number: option.number, x: plot.x + x, y: plot.y + y, shape: SHAPES[option.group], settled };
  });
  const byArea = [...outlines].sort(([, a], [, b]) => area(b) - area(a));
  return {
    width: plot.x + plot.width + MARGIN.right,
    height: plot.y + plot.height + MARGIN.bottom,
    columns: COLUMNS.map((label, at) => ({ label, x: plot.x + (at + 0.5) * CELL.width })),
    rows: ROWS.map((level, at) => ({ label: EXPOSURE_WORDS[level], y: plot.y + (at + 0.5) * CELL.height })),
    plot,
    spans: byArea.map(([key, span], at) => outline(key, span, plot, 2 + (at % 5) * 2)),
    chips,
  };
}

const area = ({ left, right, top, bottom }: Span) => (right - left + 1) * (bottom - top + 1);

function outline(
  key: string,
  { left, right, top, bottom, style }: Span,
  plot: { x: number; y: number },
  inset: number,
) {
  return {
    key,
    x: plot.x + left * CELL.width + inset,
    y: plot.y + top * CELL.height + inset,
    width: (right - left + 1) * CELL.width - 2 * inset,
    height: (bottom - top + 1) * CELL.height - 2 * inset,
    style,
  };
}

/** The first free place in the span, from its worst corner on; cells are fuller than they should be only when all are. */
function freePlace({ left, right, top, bottom }: Span, taken: Map<string, number>): { x: number; y: number } {
  const most = CHIP.across * CHIP.down;
  for (const limit of [most, Number.POSITIVE_INFINITY]) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = right; column >= left; column -= 1) {
        const used = taken.get(`${column} ${row}`) ?? 0;
        if (used >= limit) continue;
        taken.set(`${column} ${row}`, used + 1);
        const at = used % most;
        const stepX = (CELL.width - 2 * CHIP.pad) / CHIP.across;
        const stepY = (CELL.height - 2 * CHIP.pad) / CHIP.down;
        return {
          x: column * CELL.width + CHIP.pad + stepX * ((at % CHIP.across) + 0.5),
          y: row * CELL.height + CHIP.pad + stepY * (Math.floor(at / CHIP.across) + 0.5),
        };
      }
    }
  }
  return { x: 0, y: 0 };
}
