/** What two editions of a chart do otherwise: boxes added, removed and reworded, arrows that lead elsewhere. Pure. */
import type { Chart, ChartNode, OutcomeDefinition } from '../../regulation/chart';

export interface EditionDifference {
  /** Editions as named, the older one first. */
  before: string;
  after: string;
  added: { id: string; text: string }[];
  removed: { id: string; text: string }[];
  reworded: { id: string; before: string; after: string }[];
  /** Arrows that lead elsewhere, and rules by which a box is answered otherwise. */
  rewired: { id: string; what: string; before: string; after: string }[];
  /** Outcomes added, removed, or of another meaning or weight. */
  outcomes: { id: string; what: string; before: string; after: string }[];
}

/** @param older and @param newer: two editions of one instrument */
export function compareEditions(older: Chart, newer: Chart): EditionDifference {
  const both = Object.keys(older.nodes).filter((id) => Object.hasOwn(newer.nodes, id));
  const pairs = both.map((id) => ({ id, was: nodeOf(older, id), is: nodeOf(newer, id) }));
  return {
    before: older.edition,
    after: newer.edition,
    added: only(newer.nodes, older.nodes).map((id) => ({ id, text: nodeOf(newer, id).asks })),
    removed: only(older.nodes, newer.nodes).map((id) => ({ id, text: nodeOf(older, id).asks })),
    reworded: pairs
      .filter(({ was, is }) => was.asks !== is.asks)
      .map(({ id, was, is }) => ({ id, before: was.asks, after: is.asks })),
    rewired: [
      ...unlike('', 'the chart starts at', older.start, newer.start),
      ...pairs.flatMap(({ id, was, is }) => [
        ...unlike(id, 'yes leads to', was.yes, is.yes),
        ...unlike(id, 'no leads to', was.no, is.no),
        ...unlike(id, 'yes when', was.rule.yes, is.rule.yes),
        ...unlike(id, 'no when', was.rule.no ?? OTHERWISE, is.rule.no ?? OTHERWISE),
        ...unlike(id, 'cited at', was.cite.at, is.cite.at),
      ]),
    ],
    outcomes: outcomeChanges(older, newer),
  };
}

const OTHERWISE = 'the yes rule is false';

const only = (ones: object, others: object): string[] => Object.keys(ones).filter((id) => !Object.hasOwn(others, id));

function nodeOf(chart: Chart, id: string): ChartNode {
  const node = chart.nodes[id];
  if (!node) throw new Error(`${chart.instrument} has no question ${id}`);
  return node;
}

const unlike = (id: string, what: string, before: string, after: string) =>
  before === after ? [] : [{ id, what, before, after }];

const inWords = (outcome: OutcomeDefinition | undefined) => (outcome ? `${outcome.label} (${outcome.tier})` : '–');

function outcomeChanges(older: Chart, newer: Chart): EditionDifference['outcomes'] {
  const ids = [...new Set([...Object.keys(older.outcomes), ...Object.keys(newer.outcomes)])];
  return ids.flatMap((id) => {
    const [was, is] = [older.outcomes[id], newer.outcomes[id]];
    if (!was || !is) return [{ id, what: was ? 'removed' : 'added', before: inWords(was), after: inWords(is) }];
    return [
      ...unlike(id, 'label and tier', inWords(was), inWords(is)),
      ...unlike(id, 'meaning', was.meaning, is.meaning),
      ...unlike(id, 'duties', duties(was), duties(is)),
    ];
  });
}

const duties = ({ obligations }: OutcomeDefinition) => obligations.map(({ who, must }) => `${who}: ${must}`).join('; ');
