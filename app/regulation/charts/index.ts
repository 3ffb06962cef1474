/** All published charts Changemark walks, by instrument. A new edition is a new file beside the old one. */
import type { Chart } from '../chart';
import { mdcg20203Rev1 } from './eu/mdcg-2020-3.rev1-2023-05';
import { hospitalChangeUk } from './uk/hospital-change.2026-11';
import { softwareChange510k } from './us/software-change.2017-10-25';

/** Charts in the order in which results are listed. */
export const CHARTS: readonly Chart[] = [mdcg20203Rev1, softwareChange510k, hospitalChangeUk];

const byInstrument = new Map(CHARTS.map((one) => [one.instrument, one]));

/**
 * The chart of an instrument.
 * @param instrument id as in the fact dictionary ("EU-MDCG-2020-3-R1")
 * @returns the chart, or null when the library has none for it
 */
export function chartOf(instrument: string): Chart | null {
  return byInstrument.get(instrument) ?? null;
}
