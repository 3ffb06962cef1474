/** Puts an edition of a chart on one sheet. */
import type { Chart, ChartNode } from '../../regulation/chart';
import { LIBRARY_EDITION } from '../../regulation/library';
import { citationText, sourceOf } from '../../regulation/sources';
import { dateInWords } from '../../ui/time';
import { drawPart, partsOf } from '../assessments/draw-chart';
import { today } from '../today';
import { chartAddress, editionAt } from './chart-editions';
import { confidenceInOneLine } from './chart-summary';
import { contentHash } from './content-hash.server';
import { type Fitted, fitSheet } from './fit-sheet';
import { jurisdictionInWords } from './jurisdictions';
import { ANSWERS, WHO_ANSWERS } from './library-words';
import type { PrintedEntry, PrintedSection, PrintSheet } from './print-sheet';

/** @param from first day of the edition, null for the current one. Null when the library has no such edition. */
export function printSheet(instrument: string, from: string | null): PrintSheet | null {
  const chart = editionAt(instrument, from);
  if (!chart) return null;
  const particulars = particularsOf(chart);
  const fitted = fittedOf(chart, particulars);
  return {
    ...fitted,
    instrument: chart.instrument,
    name: chart.name,
    title: chart.title,
    particulars,
    foot: `How sure we are: ${confidenceInOneLine(chart)}. Changemark library ${LIBRARY_EDITION}, content ${contentHash(chart).slice(0, 16)}, printed ${dateInWords(today())}.`,
    back: chartAddress(chart),
  };
}

const fittedBefore = new WeakMap<Chart, Fitted>();

/** Finding the size takes some milliseconds, and comes out the same every time. */
function fittedOf(chart: Chart, particulars: string[]): Fitted {
  const known = fittedBefore.get(chart);
  if (known) return known;
  const fitted = fitSheet({
    parts: partsOf(chart).map((part) => ({
      part,
      boxes: Object.values(chart.nodes).filter((node) => (node.part ?? chart.name) === part).length,
      draw: (perRow) => drawPart(chart, part, null, { perRow, pillLines: 4 }),
    })),
    choices: [
      [questions(chart, true), outcomes(chart, true), principles(chart)],
      [questions(chart, true), outcomes(chart, false)],
      [questions(chart, false), outcomes(chart, false)],
    ].map((sections) => sections.filter(({ entries }) => entries.length > 0)),
    head: chart.title.length + particulars.join(' · ').length,
  });
  fittedBefore.set(chart, fitted);
  return fitted;
}

function particularsOf(chart: Chart): string[] {
  const source = sourceOf({ source: chart.source, at: '' });
  const { from, to } = chart.inForce;
  return [
    chart.instrument,
    jurisdictionInWords(chart.jurisdiction),
    `edition ${chart.edition}, in force from ${dateInWords(from)}${to ? ` to ${dateInWords(to)}` : ''}`,
    source?.issuer ?? '',
    ANSWERS[chart.answers],
    `speaks to ${chart.addressee}`,
    `starts at ${chart.start}`,
  ].filter(Boolean);
}

/** @param withArrows say again where yes and no lead: the drawings say so already */
const questions = (chart: Chart, withArrows: boolean): PrintedSection => ({
  title: 'Questions',
  entries: Object.entries(chart.nodes).map(([id, node]) => questionEntry(chart, id, node, withArrows)),
});

function questionEntry(chart: Chart, id: string, node: ChartNode, withArrows: boolean): PrintedEntry {
  const end = (target: string) => chart.outcomes[target]?.label ?? target;
  const small = [
    citationText(node.cite),
    WHO_ANSWERS[node.who],
    ...(withArrows ? [`yes: ${end(node.yes)}`, `no: ${end(node.no)}`] : []),
    node.confidence === 'V' ? '' : `mark ${node.confidence}`,
  ];
  return { head: id, tier: null, text: node.asks, small: small.filter(Boolean).join(' · ') };
}

const outcomes = (chart: Chart, withDuties: boolean): PrintedSection => ({
  title: 'Outcomes',
  entries: Object.values(chart.outcomes).map(({ label, tier, meaning, obligations }) => ({
    ...{ head: label, tier, text: meaning },
    small: withDuties
      ? obligations.map(({ who, must, due }) => `${who}: ${must}${due ? ` (${due})` : ''}`).join(' · ')
      : '',
  })),
});

const principles = (chart: Chart): PrintedSection => ({
  title: 'Principles',
  entries: chart.principles.map(({ id, text, cite }) => ({ head: id, tier: null, text, small: citationText(cite) })),
});
