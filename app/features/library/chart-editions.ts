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

/** Instruments of which the library has more than one edition, each with them, the newest first. */
export const withSeveralEditions = (): Chart[][] =>
  CHARTS.map(({ instrument }) => editionsOf(instrument)).filter((all) => all.length > 1);

/** How a choice of an edition is written on a command line and in a form: INSTRUMENT@FROM-DATE. */
export const editionKey = (chart: Chart): string => `${chart.instrument}@${chart.inForce.from}`;

/** Reads such a choice. @returns the edition, or what is wrong with it in a sentence that names what there is */
export function readEditionKey(text: string): { ok: true; chart: Chart } | { ok: false; problem: string } {
  const [instrument = '', from, ...rest] = text.split('@');
  const all = editionsOf(instrument);
  const chart = rest.length === 0 ? all.find((one) => one.inForce.from === from) : undefined;
  if (chart) return { ok: true, chart };
  if (all.length === 0) return { ok: false, problem: `the library has no instrument "${instrument}"` };
  const known = all.map((one) => `${editionKey(one)} (${one.edition})`).join(', ');
  return { ok: false, problem: `"${text}" names no edition; there is ${known}` };
}
