/** All published charts Changemark walks, by instrument. A new edition is a new file beside the old one. */
import type { Chart } from '../chart';
import { euCharts, euEarlierEditions } from './eu';
import { internationalCharts } from './international';
import { ukCharts } from './uk';
import { usCharts } from './us';

/** Charts in the order in which results are listed. */
export const CHARTS: readonly Chart[] = [...euCharts, ...usCharts, ...ukCharts, ...internationalCharts];

/** Every edition, the current ones first. An earlier edition keeps the id of its instrument and ends on a day. */
export const EDITIONS: readonly Chart[] = [...CHARTS, ...euEarlierEditions];

const byInstrument = new Map(CHARTS.map((one) => [one.instrument, one]));

/**
 * The chart of an instrument.
 * @param instrument id as in the fact dictionary ("EU-MDCG-2020-3-R1")
 * @param edition in its own words ("Rev.1, May 2023"), as a finding names it; the current one when missing or gone
 * @returns the chart, or null when the library has none for the instrument
 */
export function chartOf(instrument: string, edition?: string): Chart | null {
  const current = byInstrument.get(instrument) ?? null;
  if (edition === undefined || current?.edition === edition) return current;
  return EDITIONS.find((one) => one.instrument === instrument && one.edition === edition) ?? current;
}
