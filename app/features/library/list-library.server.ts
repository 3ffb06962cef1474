/** The library as a list: every instrument by jurisdiction, or what a search finds. */
import type { Chart } from '../../regulation/chart';
import { CHARTS } from '../../regulation/charts';
import { LIBRARY_EDITION } from '../../regulation/library';
import { editionsOf } from './chart-editions';
import { confidenceCounts, confidenceInOneLine } from './chart-summary';
import { jurisdictionInWords } from './jurisdictions';
import type { LibraryGroup, LibraryList, LibraryRow } from './library-list';
import { searchLibrary } from './search-index.server';

const MOST_SEARCHED = 200;

/** @param search the address: `q` is what is looked for, `in` the place */
export function listLibrary(search: URLSearchParams): LibraryList {
  const q = (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED);
  return {
    q,
    edition: LIBRARY_EDITION,
    groups: q ? [] : groups(),
    found: q ? searchLibrary(q, search.get('in')) : null,
  };
}

let made: LibraryGroup[] | null = null;

function groups(): LibraryGroup[] {
  made ??= [...new Set(CHARTS.map(({ jurisdiction }) => jurisdiction))].map((code) => ({
    jurisdiction: jurisdictionInWords(code),
    rows: CHARTS.filter(({ jurisdiction }) => jurisdiction === code).map(rowOf),
  }));
  return made;
}

function rowOf(chart: Chart): LibraryRow {
  const counts = confidenceCounts(chart);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const seen = counts.find(({ words }) => words === 'seen in source')?.count ?? 0;
  return {
    instrument: chart.instrument,
    name: chart.name,
    title: chart.title,
    answers: chart.answers,
    edition: chart.edition,
    editions: editionsOf(chart.instrument).length,
    inForce: chart.inForce,
    questions: Object.keys(chart.nodes).length,
    outcomes: Object.keys(chart.outcomes).length,
    seen: all === 0 ? 0 : Math.floor((seen / all) * 100),
    confidence: confidenceInOneLine(chart),
  };
}
