/**
 * An assessment as pages show it. Pure; runs on the server only, because it reads the charts. Every finding takes the
 * words of the edition it was walked in, whatever the library holds today.
 */
import type { Chart } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts/index';
import { fact } from '../../regulation/facts/dictionary';
import type { Ask, AssessmentResult, Finding, TraceStep } from '../../regulation/result';
import { chartAddress } from '../library/chart-editions';
import { jurisdictionInWords } from '../library/jurisdictions';
import { drawingInWords, drawPart, partReached, partsOf } from './draw-chart';
import { leftOutGroups } from './left-out';
import type { AskView, FindingRow, ResultView, ShownFinding, StepView } from './result-view';
import { lawAnswer, whoAnswer } from './summary';

/** Which finding is shown in full, and which part of its chart is drawn; nonsense means the first, and where it stands. */
export interface ReadingWish {
  chart: string | null;
  part: string | null;
}

/** The wish in an address. */
export const readingWish = (search: URLSearchParams): ReadingWish => ({
  chart: search.get('chart'),
  part: search.get('part'),
});

/** @param result an assessment, kept or fresh */
export function readResult(result: AssessmentResult, wish: ReadingWish): ResultView {
  const walked = [...result.findings, ...result.hints];
  const shown = walked.find(({ instrument }) => instrument === wish.chart) ?? walked[0];
  return {
    law: lawAnswer(result),
    who: whoAnswer(result),
    findings: result.findings.map(rowOf),
    hints: result.hints.map(rowOf),
    shown: shown ? shownFinding(shown, wish.part) : null,
    asks: result.ask.map(askView),
    leftOut: leftOutGroups(result.not_applicable, (id) => chartOf(id)?.name ?? id),
    // Assessments kept before this was written down have none.
    transfers: result.overall.duty_transfer ?? [],
    disagreements: [...result.conflicts.map(({ message }) => message), ...result.overall.conflicts_between_instruments],
  };
}

function rowOf(finding: Finding): FindingRow {
  const chart = chartOf(finding.instrument, finding.edition);
  return {
    instrument: finding.instrument,
    name: chart?.name ?? finding.instrument,
    area: jurisdictionInWords(chart?.jurisdiction ?? ''),
    edition: finding.edition,
    applies: finding.applies,
    state: finding.state,
    outcomes: finding.outcomes.map((code) => chart?.outcomes[code]?.label ?? code),
    tier: finding.tier,
    worstTier: finding.worst_tier,
    open: finding.open.map(({ question }) => question),
  };
}

function shownFinding(finding: Finding, wanted: string | null): ShownFinding {
  const chart = chartOf(finding.instrument, finding.edition);
  const { trace, beyond, open, obligations, evidence, notes } = finding;
  const last = trace.at(-1);
  return {
    ...rowOf(finding),
    ...{ obligations, evidence, notes },
    steps: [...trace, ...beyond].map((step) => stepView(chart, step)),
    openQuestions: open.map(({ question, asks, who, if_yes: ifYes, if_no: ifNo }) => ({
      ...{ question, asks, who, ifYes, ifNo },
      rule: chart?.nodes[question]?.rule.yes ?? '',
    })),
    last: last ? stepView(chart, last) : null,
    chart: chart && drawnChart(chart, finding, wanted),
  };
}

/** Boxes in a row, and lines enough for every label of an outcome. */
const LAYOUT = { perRow: 5, pillLines: 4 };

function drawnChart(chart: Chart, finding: Finding, wanted: string | null): ShownFinding['chart'] {
  const parts = partsOf(chart);
  const part = parts.find((one) => one === wanted) ?? partReached(chart, finding);
  return {
    name: chart.name,
    address: chartAddress(chart, '', { part }),
    parts,
    part,
    drawing: drawPart(chart, part, finding, LAYOUT),
    summary: drawingInWords(finding),
  };
}

const stepView = (chart: Chart | null, step: TraceStep): StepView => ({
  ...step,
  asks: chart?.nodes[step.question]?.asks ?? '',
});

/** One flag that is asked for by itself is answered as a fact: then every chart that hangs on it has the answer. */
function askView(ask: Ask): AskView {
  const [key] = ask.facts;
  const flag = ask.facts.length === 1 && key !== undefined && fact(key)?.type === 'boolean' ? key : null;
  const target = `${ask.instruments[0]}/${flag ?? ask.question}`;
  return {
    ...ask,
    names: ask.instruments.map((id) => chartOf(id)?.name ?? id),
    target,
    statement: flag ?? target,
    isQuestion: flag !== null || ask.instruments.some((id) => Object.hasOwn(chartOf(id)?.nodes ?? {}, ask.question)),
  };
}
