/** Reads one edition of a chart for its page. */
import { APPLICABILITY } from '../../regulation/applies-table';
import type { Chart, ChartNode, Citation, Confidence } from '../../regulation/chart';
import { outlineFile } from '../../regulation/charts/outline';
import { citationText, sourceOf } from '../../regulation/sources';
import { drawingInWords, drawPart, partsOf } from '../assessments/draw-chart';
import { today } from '../today';
import { chartAddress, editionAt, editionsOf, isCurrentEdition } from './chart-editions';
import type { AppliesView, ChartGlance, ChartPageView, PartView, QuestionView, TargetView } from './chart-page';
import { confidenceInOneLine, factsOf, questionsByPart, sourcesOf } from './chart-summary';
import { compareEditions, type EditionDifference } from './compare-editions';
import { contentHash } from './content-hash.server';
import { examplesOf } from './examples-of';
import { jurisdictionInWords } from './jurisdictions';
import { ANSWERS, partialDate, WHO_ANSWERS } from './library-words';
import { ruleInWords } from './rule-in-words';

/** The choice of "all parts" in an address. */
export const ALL_PARTS = 'all';

const cited = (cite: Citation, confidence: Confidence) => ({ citation: citationText(cite), confidence });

/**
 * @param from first day of the edition, null for the current one
 * @param wanted the part of the chart to show: the first one when it does not exist, or "all"
 * @returns null when the library has no such instrument or edition
 */
export function chartPage(instrument: string, from: string | null, wanted: string | null): ChartPageView | null {
  const chart = editionAt(instrument, from);
  if (!chart) return null;
  const parts = partsOf(chart);
  const chosenPart =
    wanted === ALL_PARTS ? ALL_PARTS : (parts.find((part) => part === wanted) ?? parts[0] ?? ALL_PARTS);
  return {
    instrument: chart.instrument,
    name: chart.name,
    title: chart.title,
    isCurrent: isCurrentEdition(chart),
    glance: glanceOf(chart),
    applies: appliesOf(chart),
    parts,
    chosenPart,
    shown: parts.filter((part) => chosenPart === ALL_PARTS || part === chosenPart).map((part) => partView(chart, part)),
    outcomes: Object.entries(chart.outcomes).map(([id, outcome]) => ({
      ...{ id, tier: outcome.tier, label: outcome.label, meaning: outcome.meaning },
      duties: outcome.obligations.map(({ who, must, due, cite, confidence }) => ({
        ...{ who, must, due },
        ...cited(cite, confidence),
      })),
      evidence: outcome.evidence,
      notes: outcome.notes,
    })),
    principles: chart.principles.map(({ id, text, cite, confidence }) => ({ id, text, ...cited(cite, confidence) })),
    aids: chart.aids.map(({ id, asks, remark, when, cite, confidence }) => ({
      ...{ id, asks, remark, when },
      ...cited(cite, confidence),
    })),
    readingNotes: chart.readingNotes,
    facts: factsOf(chart).map(({ key, meaning, type, values }) => ({
      ...{ key, meaning },
      values: values.length > 0 ? values.join(', ') : type,
    })),
    sources: sourcesOf(chart).map(({ short, title, link, issuer, edition, date, number }) => ({
      ...{ short, title, link: link ?? null },
      particulars: [issuer, edition, date ? `dated ${partialDate(date)}` : null, number].filter(Boolean).join(' · '),
    })),
    editions: editionsOf(instrument).map((one) => ({
      edition: one.edition,
      from: one.inForce.from,
      to: one.inForce.to,
      issued: one.issued && partialDate(one.issued),
      sha256: contentHash(one),
      current: isCurrentEdition(one),
      ended: one.inForce.to !== null && one.inForce.to < today(),
      shown: one === chart,
      address: chartAddress(one),
      outline: chartAddress(one, '/outline.txt'),
    })),
    difference: differenceOf(chart),
    examples: examplesOf(chart),
    links: {
      outline: chartAddress(chart, '/outline.txt'),
      print: chartAddress(chart, '/print'),
      drawing: chartAddress(chart, '/drawing'),
    },
  };
}

/** File name of the outline of an edition. */
export const outlineName = (chart: Chart): string => outlineFile(chart).replace(/\.txt$/, '-outline.txt');

function glanceOf(chart: Chart): ChartGlance {
  const source = sourceOf({ source: chart.source, at: '' });
  return {
    answers: ANSWERS[chart.answers],
    jurisdiction: jurisdictionInWords(chart.jurisdiction),
    edition: chart.edition,
    issued: chart.issued && partialDate(chart.issued),
    inForce: chart.inForce,
    issuer: source?.issuer ?? 'not recorded',
    document: { title: source?.title ?? 'not recorded', link: source?.link ?? null },
    speaksTo: chart.addressee,
    questions: Object.keys(chart.nodes).length,
    tiers: [...new Set(Object.values(chart.outcomes).map(({ tier }) => tier))],
    confidence: confidenceInOneLine(chart),
  };
}

function appliesOf(chart: Chart): AppliesView | null {
  const row = APPLICABILITY.find(({ instrument }) => instrument === chart.instrument);
  if (!row) return null;
  const read = (written: string) => ({ written, words: ruleInWords(written) });
  return {
    confidence: row.confidence,
    when: row.appliesWhen === null ? null : read(row.appliesWhen),
    hint: row.hintWhen === null ? null : { ...read(row.hintWhen), because: row.hintBecause },
    onlyWhenClaimed: row.onlyWhenClaimed,
    afterOthers: row.stage === 2,
    speaksTo: row.speaksTo,
  };
}

/** Boxes in a row on a wide and on a narrow screen. */
const WIDE = { perRow: 5, pillLines: 4 };
const NARROW = { perRow: 2, pillLines: 4 };

function partView(chart: Chart, part: string): PartView {
  const questions = questionsByPart(chart).find((one) => one.part === part)?.questions ?? [];
  return {
    part,
    wide: drawPart(chart, part, null, WIDE),
    narrow: drawPart(chart, part, null, NARROW),
    summary: drawingInWords(null),
    questions: questions.map(([id, node]) => questionView(chart, id, node)),
  };
}

function questionView(chart: Chart, id: string, node: ChartNode): QuestionView {
  const part = node.part ?? chart.name;
  return {
    id,
    asks: node.asks,
    answeredBy: WHO_ANSWERS[node.who],
    foundIn: node.foundIn ?? null,
    gate: node.kind === 'gate',
    note: node.note ?? null,
    yesWhen: node.rule.yes,
    noWhen: node.rule.no ?? null,
    yes: targetView(chart, node.yes, part),
    no: targetView(chart, node.no, part),
    subRules: (node.subRules ?? []).map((sub) => ({
      ...{ id: sub.id, text: sub.text, answer: sub.answer ?? null, when: sub.when ?? null },
      ...cited(sub.cite, sub.confidence),
    })),
    ...cited(node.cite, node.confidence),
  };
}

function targetView(chart: Chart, id: string, from: string): TargetView {
  const outcome = chart.outcomes[id];
  if (outcome) return { id, label: outcome.label, tier: outcome.tier, part: null };
  const part = chart.nodes[id]?.part ?? chart.name;
  return { id, label: id, tier: null, part: part === from ? null : part };
}

/** With the edition before; of the oldest one, with the edition after. */
function differenceOf(chart: Chart): EditionDifference | null {
  const all = editionsOf(chart.instrument);
  const at = all.indexOf(chart);
  const older = all[at + 1];
  const newer = all[at - 1];
  if (older) return compareEditions(older, chart);
  return newer ? compareEditions(chart, newer) : null;
}
