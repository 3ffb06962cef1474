/** Looks for a row of a source book in the charts, by its id. */
import type { Chart, Citation } from '../chart';
import { EDITIONS } from '../charts';
import { sourceOf } from '../sources';

export interface Place {
  instrument: string;
  /** What it is: "question C1", "duty of CA-SIG". */
  what: string;
  /** Its words, for a short name. */
  words: string;
}

interface Statement extends Place {
  /** Ids by which it is known. */
  ids: readonly string[];
  /** Everything printed with it, but for the document it cites. */
  prose: string;
  /** The document it cites. */
  source: string;
}

const statements = new Map<string, readonly Statement[]>();

/** All charts of an instrument, the current edition first. */
export function chartsOf(instrument: string): readonly Chart[] {
  return EDITIONS.filter((chart) => chart.instrument === instrument);
}

/** Everything an instrument says, each with the ids it is known by. */
function statementsOf(instrument: string): readonly Statement[] {
  const known = statements.get(instrument);
  if (known) return known;
  const made = chartsOf(instrument).flatMap((chart) => statementsIn(chart));
  statements.set(instrument, made);
  return made;
}

function statementsIn(chart: Chart): Statement[] {
  const { instrument } = chart;
  const state = (
    what: string,
    id: string | null,
    words: string,
    cite: Citation | null = null,
    ...prose: (string | undefined)[]
  ): Statement => ({
    instrument,
    what,
    words,
    ids: id === null ? [] : [id, ...id.split(/, | and /)],
    prose: [words, cite?.at, ...prose].join(' '),
    source: (cite && sourceOf(cite)?.short) ?? '',
  });
  const found: Statement[] = [];
  for (const [id, node] of Object.entries(chart.nodes)) {
    found.push(state(`question ${id}`, id, node.short, node.cite, node.asks, node.note, node.foundIn));
    for (const sub of node.subRules ?? []) {
      found.push(state(`sub-rule ${sub.id} of ${id}`, sub.id, sub.text, sub.cite));
    }
  }
  for (const [id, end] of Object.entries(chart.outcomes)) {
    found.push(state(`outcome ${id}`, id, end.label, null, end.meaning));
    for (const duty of end.obligations) {
      found.push(state(`duty of ${id}`, null, duty.must, duty.cite, duty.due ?? ''));
    }
    for (const piece of end.evidence) found.push(state(`evidence of ${id}`, null, piece));
    for (const note of end.notes) found.push(state(`note on ${id}`, null, note));
  }
  for (const aid of chart.aids) found.push(state(`remark ${aid.id}`, aid.id, aid.asks, aid.cite, aid.remark));
  for (const one of chart.principles) found.push(state(`principle ${one.id}`, one.id, one.text, one.cite));
  for (const note of chart.readingNotes) found.push(state('note on reading', null, note));
  return found;
}

/** The statement of an instrument that has exactly this id. */
export function placeById(instrument: string, id: string): Place | null {
  return statementsOf(instrument).find(({ ids }) => ids.includes(id)) ?? null;
}

/** The first statement of an instrument in which these words stand. */
export function placeByWords(instrument: string, words: string): Place | null {
  const sought = words.toLowerCase();
  return (
    statementsOf(instrument).find(({ prose, source }) => `${prose} ${source}`.toLowerCase().includes(sought)) ?? null
  );
}

/**
 * Where a row of a book stands in the charts of its section.
 * @returns statements that have the id; else those whose id begins with it ("C1-a" for "C1"); else those that name it
 */
export function placesOf(instruments: readonly string[], id: string): Place[] {
  const all = instruments.flatMap(statementsOf);
  const exact = all.filter(({ ids }) => ids.includes(id));
  if (exact.length > 0) return exact;
  const begins = all.filter(({ ids }) =>
    ids.some((one) => one.startsWith(id) && /^[-./ (]/.test(one.slice(id.length))),
  );
  if (begins.length > 0) return begins;
  const word = new RegExp(`(^|[^\\w.-])${id.replace(/[.+]/g, '\\$&')}(?![\\w-]|\\.\\w)`);
  return all.filter(({ prose }) => word.test(prose));
}
