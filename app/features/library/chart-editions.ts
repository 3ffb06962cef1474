/** The editions of an instrument, and the address of each. Pure; reads the charts, so it stays on the server. */
import type { Chart } from '../../regulation/chart';
import { CHARTS, chartOf, EDITIONS } from '../../regulation/charts';

/** Every edition of an instrument, the newest first; empty when the library has none. */
export const editionsOf = (instrument: string): Chart[] =>
  EDITIONS.filter((one) => one.instrument === instrument).sort((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1));

/**
 * The edition that an address names.
 * @param from its first day in force, YYYY-MM-DD; the current edition when missing
 * @returns null when the library has no such instrument or edition
 */
export function editionAt(instrument: string, from: string | null): Chart | null {
  if (from === null) return chartOf(instrument);
  return editionsOf(instrument).find((one) => one.inForce.from === from) ?? null;
}

export const isCurrentEdition = (chart: Chart): boolean => CHARTS.includes(chart);

/** Address of an edition's page, with further search parameters if any. */
export function chartAddress(chart: Chart, page = '', search: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(isCurrentEdition(chart) ? {} : { edition: chart.inForce.from }),
    ...search,
  }).toString();
  return `/library/${chart.instrument}${page}${query ? `?${query}` : ''}`;
}
