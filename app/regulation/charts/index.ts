/** All published charts Changemark walks, by instrument. A new edition is a new file beside the old one. */
import type { Chart } from '../chart';
import { euCharts } from './eu';
import { internationalCharts } from './international';
import { ukCharts } from './uk';
import { usCharts } from './us';

/** Charts in the order in which results are listed. */
export const CHARTS: readonly Chart[] = [...euCharts, ...usCharts, ...ukCharts, ...internationalCharts];

/** Every edition, the current ones first. An earlier edition keeps the id of its instrument and ends on a day. */
export const EDITIONS: readonly Chart[] = [...CHARTS];

const byInstrument = new Map(CHARTS.map((one) => [one.instrument, one]));

/**
 * The chart of an instrument.
 * @param instrument id as in the fact dictionary ("EU-MDCG-2020-3-R1")
 * @returns the chart, or null when the library has none for it
 */
export function chartOf(instrument: string): Chart | null {
  return byInstrument.get(instrument) ?? null;
}
