/** An edition's outline as a file: what a reader ticks off beside the document. */
import { outline } from '../../regulation/charts/outline';
import { editionAt } from './chart-editions';
import { outlineName } from './chart-page.server';

/** @param from first day of the edition, null for the current one. Null when the library has no such edition. */
export function downloadOutline(instrument: string, from: string | null): { name: string; text: string } | null {
  const chart = editionAt(instrument, from);
  return chart && { name: outlineName(chart), text: outline(chart) };
}
