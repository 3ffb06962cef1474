/** What the library says of a chart as a whole. Pure. */
import type { Chart, Confidence } from '../../regulation/chart';
import { FACT_LIST } from '../../regulation/facts/dictionary';
import type { Fact } from '../../regulation/facts/fact-type';
import { SOURCES, type Source } from '../../regulation/sources';
import { confidenceInWords } from '../../ui/badge';

/** Every mark in a chart: of questions, sub-rules, obligations, remarks and principles. */
function marks(chart: Chart): Confidence[] {
  const nodes = Object.values(chart.nodes);
  return [
    ...nodes.map((node) => node.confidence),
    ...nodes.flatMap((node) => (node.subRules ?? []).map((sub) => sub.confidence)),
    ...Object.values(chart.outcomes).flatMap((outcome) => outcome.obligations.map((duty) => duty.confidence)),
    ...chart.aids.map((aid) => aid.confidence),
    ...chart.principles.map((principle) => principle.confidence),
  ];
}

/** How many statements of the chart carry each mark, in words, the most frequent first. */
export function confidenceCounts(chart: Chart): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const mark of marks(chart)) {
    const words = confidenceInWords(mark);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count);
}

/** The same in one line: "31 seen in source · 4 derived". */
export const confidenceInOneLine = (chart: Chart): string =>
  confidenceCounts(chart)
    .map(({ words, count }) => `${count} ${words}`)
    .join(' · ');

const rulesOf = (chart: Chart): string[] => [
  ...Object.values(chart.nodes).flatMap((node) => [
    node.rule.yes,
    node.rule.no ?? '',
    ...(node.subRules ?? []).map((sub) => sub.when ?? ''),
  ]),
  ...chart.aids.map((aid) => aid.when),
];

/** The facts that the chart's rules read, in the order of the dictionary. */
export function factsOf(chart: Chart): Fact[] {
  const words = new Set(rulesOf(chart).flatMap((rule) => rule.match(/[a-z][a-z0-9_]*/g) ?? []));
  return FACT_LIST.filter((fact) => words.has(fact.key));
}

/** The documents that the chart cites, each once, in the order of the list of sources. */
export function sourcesOf(chart: Chart): Source[] {
  const cited = new Set([
    chart.source,
    ...Object.values(chart.nodes).flatMap((node) => [
      node.cite.source,
      ...(node.subRules ?? []).map((sub) => sub.cite.source),
    ]),
    ...Object.values(chart.outcomes).flatMap((outcome) => outcome.obligations.map((duty) => duty.cite.source)),
    ...chart.aids.map((aid) => aid.cite.source),
    ...chart.principles.map((principle) => principle.cite.source),
  ]);
  return Object.entries(SOURCES).flatMap(([key, source]) => (cited.has(key) ? [source] : []));
}

/** Questions by the part of the chart in which they are printed, in printed order. */
export function questionsByPart(chart: Chart): { part: string; questions: [string, Chart['nodes'][string]][] }[] {
  const parts = new Map<string, [string, Chart['nodes'][string]][]>();
  for (const entry of Object.entries(chart.nodes)) {
    const part = entry[1].part ?? chart.name;
    parts.set(part, [...(parts.get(part) ?? []), entry]);
  }
  return [...parts].map(([part, questions]) => ({ part, questions }));
}
