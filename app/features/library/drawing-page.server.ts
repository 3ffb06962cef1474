/** One part of a chart by itself, as large as the reader wants it. Works without JavaScript. */
import { drawingInWords, drawPart, partsOf } from '../assessments/draw-chart';
import { chartAddress, editionAt } from './chart-editions';
import type { DrawingPageView } from './drawing-page';

/** Sizes offered, in per cent. */
const SIZES = [50, 75, 100, 150, 200, 300];
const USUAL = 100;
/** Boxes in a row, and lines of an outcome's label. */
const LAYOUT = { perRow: 5, pillLines: 4 };

/** @param search the address: `edition`, `part` and `size`; what is not among those offered means the usual one */
export function drawingPage(instrument: string, search: URLSearchParams): DrawingPageView | null {
  const chart = editionAt(instrument, search.get('edition'));
  if (!chart) return null;
  const parts = partsOf(chart);
  const part = parts.find((one) => one === search.get('part')) ?? parts[0] ?? chart.name;
  const size = SIZES.find((one) => String(one) === search.get('size')) ?? USUAL;
  const to = (changed: Record<string, string>) =>
    chartAddress(chart, '/drawing', { part, size: String(size), ...changed });
  return {
    name: chart.name,
    edition: chart.edition,
    back: chartAddress(chart, '', { part }),
    part,
    size,
    drawing: drawPart(chart, part, null, LAYOUT),
    summary: drawingInWords(null),
    parts: parts.map((one) => ({ part: one, address: to({ part: one }) })),
    sizes: SIZES.map((one) => ({ size: one, address: to({ size: String(one) }) })),
  };
}
