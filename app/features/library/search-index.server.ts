/**
 * What can be found in the library: every instrument, question, sub-rule, outcome, duty, principle and remark of every
 * edition, with its citation. A few thousand short texts, made ready once and looked through from front to back.
 */
import type { Chart, Citation } from '../../regulation/chart';
import { EDITIONS } from '../../regulation/charts';
import { citationText } from '../../regulation/sources';
import { chartAddress, isCurrentEdition } from './chart-editions';
import { jurisdictionInWords } from './jurisdictions';
import type { Found, FoundIn, SearchResult } from './library-list';
import { anchor } from './library-words';

interface Entry {
  place: FoundIn;
  id: string;
  chart: Chart;
  text: string;
  citation: string;
  address: string;
  /** Everything that a word may be found in, in small letters. */
  haystack: string;
}

let index: readonly Entry[] | null = null;

const entries = (): readonly Entry[] => {
  index ??= EDITIONS.flatMap(entriesOf);
  return index;
};

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

type Statement = Omit<Entry, 'chart' | 'haystack' | 'citation' | 'address'> & { cite: Citation | null; part?: string };

function entriesOf(chart: Chart): Entry[] {
  return statementsOf(chart).map(({ place, id, text, cite, part }) => {
    const citation = cite ? citationText(cite) : '';
    const page = chartAddress(chart, '', part === undefined ? {} : { part });
    return {
      ...{ place, id, text, chart, citation },
      address: place === 'instrument' ? page : `${page}#${anchor(id)}`,
      haystack: plain(`${id} ${text} ${citation}`),
    };
  });
}

function* statements(chart: Chart): Generator<Statement> {
  const about = [chart.name, chart.title, chart.edition, jurisdictionInWords(chart.jurisdiction), chart.addressee];
  yield { place: 'instrument', id: chart.instrument, text: about.join(' · '), cite: null };
  for (const [id, node] of Object.entries(chart.nodes)) {
    const part = node.part ?? chart.name;
    yield { place: 'question', id, text: node.note ? `${node.asks} ${node.note}` : node.asks, cite: node.cite, part };
    for (const sub of node.subRules ?? [])
      yield { place: 'sub-rule', id: sub.id, text: sub.text, cite: sub.cite, part };
  }
  for (const [id, outcome] of Object.entries(chart.outcomes)) {
    yield { place: 'outcome', id, text: `${outcome.label}: ${outcome.meaning}`, cite: null };
    for (const { who, must, due, cite } of outcome.obligations) {
      yield { place: 'duty', id, text: `${who}: ${must}${due ? ` Due: ${due}.` : ''}`, cite };
    }
  }
  for (const { id, text, cite } of chart.principles) yield { place: 'principle', id, text, cite };
  for (const { id, asks, remark, cite } of chart.aids) yield { place: 'remark', id, text: `${asks} ${remark}`, cite };
}

const statementsOf = (chart: Chart): Statement[] => [...statements(chart)];

/** Hits shown; the count says how many there are. */
export const MOST_HITS = 60;

const MOST_WORDS = 8;

/**
 * Every word of a search must be found.
 * @param wanted the place to look in; all places when it is none of them
 */
export function searchLibrary(q: string, wanted: string | null = null): SearchResult {
  const words = plain(q).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const chosen = ORDER.find((place) => place === wanted) ?? null;
  if (words.length === 0) return { hits: [], count: 0, places: [], chosen };
  const phrase = words.join(' ');
  const all = entries().filter(({ haystack }) => words.every((word) => haystack.includes(word)));
  const found = all
    .filter(({ place }) => chosen === null || place === chosen)
    .map((entry) => ({ entry, rank: rankOf(entry, phrase) }))
    .sort((a, b) => a.rank - b.rank);
  const places = ORDER.map((place) => ({ place, count: all.filter((one) => one.place === place).length }));
  return {
    hits: found.slice(0, MOST_HITS).map(({ entry }) => hitOf(entry, words)),
    count: found.length,
    places: places.filter(({ count }) => count > 0),
    chosen,
  };
}

const ORDER: readonly FoundIn[] = ['instrument', 'question', 'sub-rule', 'duty', 'outcome', 'principle', 'remark'];

/** The thing with that very id first, then the words as they stand, then all words anywhere; earlier editions last. */
function rankOf({ place, id, haystack, chart }: Entry, phrase: string): number {
  const close = plain(id) === phrase ? 0 : haystack.includes(phrase) ? 1 : 2;
  return (isCurrentEdition(chart) ? 0 : 100) + close * 10 + ORDER.indexOf(place);
}

function hitOf({ place, id, chart, text, citation, address }: Entry, words: string[]): Found {
  return {
    ...{ place, id, citation, address },
    instrument: chart.instrument,
    name: chart.name,
    earlier: isCurrentEdition(chart) ? null : chart.edition,
    pieces: pieces(excerpt(text, words), words),
  };
}

const AROUND = 260;

/** The text around the first word that is found in it. */
function excerpt(text: string, words: string[]): string {
  if (text.length <= AROUND) return text;
  const small = text.toLowerCase();
  const at = Math.max(
    0,
    Math.min(...words.map((word) => small.indexOf(word)).filter((place) => place >= 0), text.length),
  );
  const from = at >= text.length || at < AROUND / 2 ? 0 : text.lastIndexOf(' ', at - AROUND / 3) + 1;
  const piece = text.slice(from, from + AROUND);
  const end = from + AROUND < text.length ? `${piece.slice(0, piece.lastIndexOf(' '))} …` : piece;
  return from > 0 ? `… ${end}` : end;
}

/** Text, match, text, match, text: for marking what was searched for. */
function pieces(text: string, words: string[]): string[] {
  const wanted = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${wanted.join('|')})`, 'i'));
}
