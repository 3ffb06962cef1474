/** Turns a chart, and the walk of one assessment through it, into boxes for drawing. Pure: also used for the PDF. */
import type { Chart, ChartNode, Tier } from '../../regulation/chart';
import type { Finding } from '../../regulation/result';
import { type ChartBox, type Drawing, type Layout, layOutChart, type Passage, type Tone } from '../../ui/chart-layout';

type Answer = 'yes' | 'no' | 'open' | 'unseen';

/** What an assessment says of each question; "unseen" where the record is silent (beyond the first open question). */
function answersOf(chart: Chart, finding: Finding | null): (id: string) => Answer {
  const steps = finding ? [...finding.trace, ...finding.beyond] : [];
  const answered = new Map(steps.map((step) => [step.question, step.answer]));
  const open = new Set(finding?.open.map((question) => question.question));
  return (id) => {
    const answer = answered.get(id);
    if (answer) return answer;
    if (open.has(id)) return 'open';
    // A gate that was answered no is not printed in a path: silence means no.
    return chart.nodes[id]?.kind === 'gate' ? 'no' : 'unseen';
  };
}

/** How each box is reached: on the path taken, on a branch still possible, or not at all. */
function reach(chart: Chart, answerOf: (id: string) => Answer): Map<string, Passage> {
  const reached = new Map<string, Passage>();
  const visit = (id: string, passage: Passage) => {
    const node = chart.nodes[id];
    if (!node) return;
    const before = reached.get(id);
    if (before === 'taken' || before === passage) return;
    reached.set(id, passage);
    const answer = answerOf(id);
    if (answer === 'yes') visit(node.yes, passage);
    else if (answer === 'no') visit(node.no, passage);
    else {
      visit(node.yes, 'possible');
      visit(node.no, 'possible');
    }
  };
  visit(chart.start, 'taken');
  return reached;
}

const TONES: Record<Tier, Tone> = {
  none: 'good',
  record: 'good',
  notify: 'plain',
  approval: 'hold',
  recertify: 'bad',
  hold: 'hold',
};

const WHO_SAYS = {
  manufacturer: 'the maker must say',
  hospital: 'the hospital must say',
  regulator: 'the regulator must say',
};

/** Parts of a chart (sub-charts as printed), in printed order. */
export const partsOf = (chart: Chart): string[] => [
  ...new Set(Object.values(chart.nodes).map((node) => node.part ?? chart.name)),
];

/** The part in which the walk stands: where the first open question is, else where it ended. */
export function partReached(chart: Chart, finding: Finding): string {
  const at = finding.open[0]?.question ?? finding.trace.at(-1)?.question ?? chart.start;
  return chart.nodes[at]?.part ?? chart.name;
}

/**
 * Draws one part of a chart.
 * @param finding the assessment whose path is shown, or null for the bare chart
 */
export function drawPart(
  chart: Chart,
  part: string,
  finding: Finding | null,
  layout: number | Partial<Layout> = 5,
): Drawing {
  const answerOf = answersOf(chart, finding);
  const reached = finding ? reach(chart, answerOf) : new Map<string, Passage>();
  const inPart = Object.entries(chart.nodes).filter(([, node]) => (node.part ?? chart.name) === part);
  const boxes = inPart.map(([id, node]): ChartBox => {
    const passage = reached.get(id) ?? 'off';
    const answer = answerOf(id);
    const state = boxState(finding, passage, answer);
    const exit = (name: 'yes' | 'no') =>
      exitOf(chart, node, name, finding ? passageOf(passage, answer, name) : 'plain');
    return {
      id,
      text: node.short,
      state,
      remark: state === 'open' ? WHO_SAYS[node.who] : undefined,
      yes: exit('yes'),
      no: exit('no'),
    };
  });
  return layOutChart(boxes, layout);
}

function boxState(finding: Finding | null, passage: Passage, answer: Answer): ChartBox['state'] {
  if (!finding) return 'plain';
  if (passage === 'off') return 'off';
  if (answer === 'unseen') return 'plain';
  return answer;
}

function passageOf(reached: Passage, answer: Answer, name: 'yes' | 'no'): Passage {
  if (reached === 'off') return 'off';
  if (answer === 'open' || answer === 'unseen') return 'possible';
  return answer === name ? reached : 'off';
}

function exitOf(chart: Chart, node: ChartNode, name: 'yes' | 'no', passage: Passage): ChartBox['yes'] {
  const to = node[name];
  const outcome = chart.outcomes[to];
  if (outcome) return { to, label: outcome.label, passage, tone: TONES[outcome.tier] };
  return { to, label: `to ${to}`, passage, tone: 'elsewhere' };
}

/** One sentence for readers who do not see the drawing. */
export function drawingInWords(finding: Finding | null): string {
  if (!finding) return 'Each question with where yes and no lead; the table holds the same.';
  const walked = finding.path.length > 0 ? `Walked: ${finding.path.join(', ')}.` : 'No question is answered yet.';
  const open = finding.open.length > 0 ? ` Open: ${finding.open.map((question) => question.question).join(', ')}.` : '';
  return `${walked}${open} Possible: ${finding.outcomes.join(', ')}.`;
}
