/** The page of an instrument: the chart of one edition, and where it was used in the organisation. */
import type { Actor } from '../../guard/actor';
import type { UseView } from '../assessments/use-view';
import { whereUsed } from '../assessments/where-used.server';
import type { Page } from '../keyset';
import type { ChartPageView } from './chart-page';
import { chartPage } from './chart-page.server';

export interface InstrumentPageView {
  chart: ChartPageView;
  used: Page<UseView>;
}

/**
 * @param search the address: `edition` is the first day of the edition, `part` the part of the chart
 * @returns null when the library has no such instrument or edition
 */
export async function instrumentPage(
  actor: Actor,
  instrument: string,
  search: URLSearchParams,
): Promise<InstrumentPageView | null> {
  const chart = chartPage(instrument, search.get('edition'), search.get('part'));
  return chart && { chart, used: await whereUsed(actor, instrument, search) };
}
