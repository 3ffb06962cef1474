/** One instrument of an assessment as the report prints it, and the documents that all of them cite. Pure. */
import type { Instrument, Step } from '../../../documents/assessment-report/model';
import type { Chart, Who } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts/index';
import type { AssessmentResult, Finding, TraceStep } from '../../regulation/result';
import { sourceOf } from '../../regulation/sources';
import { confidenceInWords } from '../../ui/badge';
import { drawingInWords, drawPart, partReached, partsOf } from './draw-chart';

export const WHO_IN_WORDS: Record<Who, string> = {
  manufacturer: 'the maker',
  hospital: 'the hospital',
  regulator: 'the regulator',
};

const ANSWERS: Record<Chart['answers'], string> = {
  law: 'law: does it disturb the certificate?',
  who: 'who may make it?',
  safe: 'is it safe here and now?',
};

/** Boxes in a row of a drawing: three stay well legible across a page; of many boxes four, to stay on one page. */
const perRow = (boxes: number) => (boxes > 9 ? 4 : 3);
const MOST_DRAWINGS = 3;

/** Short name of an instrument, or its id where the library has no chart for it. */
export const nameOf = (instrument: string): string => chartOf(instrument)?.name ?? instrument;

const labelOf = (chart: Chart | null, code: string): string => chart?.outcomes[code]?.label ?? code;
const labels = (chart: Chart | null, codes: readonly string[]) =>
  codes.map((code) => labelOf(chart, code)).join(' or ') || 'nothing';

/**
 * Reasons with the same origin together, so that it is printed once: "a = none; b = no (derived: kind of change)".
 * @param because "a = none (derived: kind of change); b = no (derived: kind of change)"
 */
export function groupedReasons(because: string): string {
  const groups: { says: string[]; origin: string }[] = [];
  for (const part of because.split('; ')) {
    const found = /^([^()]+ = [^()]+) \((.+)\)$/.exec(part);
    const last = groups.at(-1);
    if (!found) groups.push({ says: [part], origin: '' });
    else if (last && last.origin === found[2]) last.says.push(found[1] ?? '');
    else groups.push({ says: [found[1] ?? ''], origin: found[2] ?? '' });
  }
  return groups.map(({ says, origin }) => says.join('; ') + (origin ? ` (${origin})` : '')).join('; ');
}

function stepOf(chart: Chart | null, step: TraceStep): Step {
  return {
    question: step.question,
    asks: chart?.nodes[step.question]?.asks ?? '',
    answer: step.answer,
    because: groupedReasons(step.because),
    ...(step.rule !== step.question && { rule: step.rule }),
    citation: { text: step.citation, confidence: confidenceInWords(step.confidence) },
  };
}

/** The parts of the chart that the walk touches, the one where it stands among them. */
function drawingsOf(chart: Chart, finding: Finding): Instrument['drawings'] {
  const touched = new Set([...finding.trace, ...finding.open].map(({ question }) => chart.nodes[question]?.part));
  const here = partReached(chart, finding);
  const parts = partsOf(chart).filter((part) => part === here || touched.has(part));
  const shown = parts.length <= MOST_DRAWINGS ? parts : [...new Set([...parts.slice(0, MOST_DRAWINGS - 1), here])];
  return shown.map((part) => {
    const inPart = Object.values(chart.nodes).filter((node) => (node.part ?? chart.name) === part).length;
    const { width, height, boxes, pills, arrows } = drawPart(chart, part, finding, perRow(inPart));
    return {
      title: `${part}, the path taken`,
      caption: drawingInWords(finding),
      drawing: {
        width,
        height,
        boxes: boxes.map(({ id: _id, ...box }) => box),
        pills: pills.map(({ key: _key, ...pill }) => pill),
        arrows: arrows.map(({ key: _key, ...arrow }) => arrow),
      },
    };
  });
}

/** A finding as the report prints it. */
export function instrumentForReport(finding: Finding, draw: boolean): Instrument {
  const chart = chartOf(finding.instrument, finding.edition);
  return {
    id: finding.instrument,
    name: chart?.name ?? finding.instrument,
    title: chart?.title ?? '',
    jurisdiction: chart?.jurisdiction ?? '',
    edition: finding.edition,
    answers: chart ? ANSWERS[chart.answers] : '',
    applies: finding.applies,
    counted: finding.state === 'applies' || finding.state === 'named',
    outcomes: finding.outcomes.map((code) => ({
      label: labelOf(chart, code),
      meaning: chart?.outcomes[code]?.meaning ?? '',
      from: chart?.outcomes[code]?.tier ?? 'open',
    })),
    from: finding.tier,
    to: finding.worst_tier,
    path: finding.path,
    steps: finding.trace.map((step) => stepOf(chart, step)),
    beyond: finding.beyond.map((step) => stepOf(chart, step)),
    open: finding.open.map((open) => ({
      question: open.question,
      asks: open.asks,
      who: WHO_IN_WORDS[open.who],
      ifYes: labels(chart, open.if_yes),
      ifNo: labels(chart, open.if_no),
    })),
    obligations: finding.obligations.map(({ who, must, due, citation }) => ({ who, must, due: due ?? '', citation })),
    evidence: finding.evidence,
    notes: finding.notes,
    drawings: draw && chart ? drawingsOf(chart, finding) : [],
  };
}

/** Every document cited on a walk or by an outcome still possible, once, with edition and address. */
export function sourcesCited(result: AssessmentResult): string[] {
  const cited = [...result.findings, ...result.hints].flatMap((finding) => {
    const chart = chartOf(finding.instrument, finding.edition);
    const questions = [...finding.trace, ...finding.beyond, ...finding.open].map(({ question }) => question);
    return [
      ...questions.flatMap((id) => chart?.nodes[id]?.cite ?? []),
      ...finding.outcomes.flatMap((code) => chart?.outcomes[code]?.obligations.map((one) => one.cite) ?? []),
    ];
  });
  const lines = cited.flatMap((citation) => {
    const source = sourceOf(citation);
    return source ? [[`${source.short}: ${source.title}`, source.issuer, source.edition, source.link]] : [];
  });
  return [...new Set(lines.map((parts) => parts.filter(Boolean).join('. ')))];
}
