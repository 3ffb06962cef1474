/**
 * The three-valued walk through a chart. At an open question both branches are followed; the outcomes are those of
 * every branch followed, which equals the union over all completions of the answers to the open questions, each
 * question by itself (property-tested in walk.test.ts).
 *
 * A chart has no cycle, so everything below is one pass over its questions in an order in which arrows only point
 * forwards. Outcomes are bits of a number, in sorted order.
 */
import type { Chart, ChartNode } from './chart';
import { NO, type Rule, rule, type Tri, UNKNOWN, YES } from './language';

export interface CompiledSubRule {
  id: string;
  answer: Tri;
  when: Rule;
  /** Place in the node's list of sub-rules. */
  at: number;
}

export interface CompiledNode {
  id: string;
  node: ChartNode;
  yes: Rule;
  no: Rule | null;
  /** Index of the question an arrow leads to, or ~bit (negative) for an outcome. */
  onYes: number;
  onNo: number;
  /** Sub-rules that give an answer, in printed order. */
  deciding: CompiledSubRule[];
}

export interface CompiledChart {
  chart: Chart;
  /** Questions in walking order; the first is where the walk starts. */
  nodes: CompiledNode[];
  indexOf: ReadonlyMap<string, number>;
  /** Outcome codes, sorted: the outcome of bit n stands at place n. */
  outcomes: string[];
  /** Where a walk starts from: nothing answered, nothing reached. Copying these is cheaper than making them. */
  blank: { truths: readonly Tri[]; reached: readonly boolean[] };
}

/** One finished walk. `nodes` below means indices into CompiledChart.nodes. */
export interface Walk {
  /** Truth of each question on a followed branch. */
  truths: Tri[];
  /** Whether a question is on a followed branch. */
  reached: boolean[];
  /** Bits of the outcomes still possible. */
  possible: number;
  /** The questions answered before the first open one, in walking order. */
  path: number[];
  /** The open questions on followed branches, as a reader meets them: the yes branch of each before its no branch. */
  open: number[];
}

/** A person's own answers to questions of one chart, by question; they win over the rules. */
export type GivenAnswers = ReadonlyMap<string, Tri>;

const NONE: GivenAnswers = new Map();

/**
 * Prepares a chart for walking.
 * @throws when an arrow leads nowhere, the chart has a cycle or more than 30 outcomes, or a rule does not parse:
 *   each is a defect of the chart
 */
export function compileChart(chart: Chart): CompiledChart {
  const outcomes = Object.keys(chart.outcomes).sort();
  if (outcomes.length > 30) throw new Error(`${chart.instrument} has more outcomes than a walk can hold`);
  const order = walkingOrder(chart);
  const indexOf = new Map(order.map((id, index) => [id, index]));
  const target = (from: string, to: string): number => {
    const index = indexOf.get(to);
    if (index !== undefined) return index;
    const bit = outcomes.indexOf(to);
    if (bit < 0) throw new Error(`${chart.instrument}: the arrow from ${from} leads to ${to}, which does not exist`);
    return ~bit;
  };
  const nodes = order.map((id): CompiledNode => {
    const node = nodeOf(chart, id);
    return {
      id,
      node,
      yes: rule(node.rule.yes),
      no: node.rule.no === undefined ? null : rule(node.rule.no),
      onYes: target(id, node.yes),
      onNo: target(id, node.no),
      deciding: (node.subRules ?? []).flatMap((sub, at) =>
        sub.when !== undefined && sub.answer !== undefined
          ? [{ id: sub.id, answer: sub.answer === 'yes' ? YES : NO, when: rule(sub.when), at } as const]
          : [],
      ),
    };
  });
  const blank = { truths: nodes.map((): Tri => UNKNOWN), reached: nodes.map(() => false) };
  return { chart, nodes, indexOf, outcomes, blank };
}

/** Depth first, the yes branch before the no branch, reversed on the way back: arrows then point forwards only. */
function walkingOrder(chart: Chart): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const finished: string[] = [];
  const visit = (id: string): void => {
    if (!Object.hasOwn(chart.nodes, id)) return;
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') throw new Error(`${chart.instrument}: the walk comes back to ${id}`);
    state.set(id, 'open');
    const node = nodeOf(chart, id);
    visit(node.no);
    visit(node.yes);
    state.set(id, 'done');
    finished.push(id);
  };
  nodeOf(chart, chart.start);
  visit(chart.start);
  return finished.reverse();
}

function nodeOf(chart: Chart, id: string): ChartNode {
  const node = chart.nodes[id];
  if (!node) throw new Error(`${chart.instrument} has no question ${id}`);
  return node;
}

/**
 * Answers one question from the facts: the yes rule first, then the no rule; without a no rule, no is the negation of
 * yes. Neither true: open, even when every fact is known.
 */
export function truthOf(node: CompiledNode, codes: readonly number[]): Tri {
  const yes = node.yes.evaluate(codes);
  if (yes === YES || node.no === null) return yes;
  return node.no.evaluate(codes) === YES ? NO : UNKNOWN;
}

/** Walks a chart. */
export function walk(compiled: CompiledChart, codes: readonly number[], answers: GivenAnswers = NONE): Walk {
  const { nodes, blank } = compiled;
  const truths = blank.truths.slice();
  const reached = blank.reached.slice();
  const path: number[] = [];
  const open: number[] = [];
  let possible = 0;
  reached[0] = true;
  for (let index = 0; index < nodes.length; index += 1) {
    if (!reached[index]) continue;
    const node = nodes[index] as CompiledNode;
    const truth = (answers.size > 0 ? answers.get(node.id) : undefined) ?? truthOf(node, codes);
    truths[index] = truth;
    if (truth === UNKNOWN) open.push(index);
    // Before the first open question a single branch is followed, so everything reached is on the path.
    else if (open.length === 0) path.push(index);
    if (truth !== NO) {
      if (node.onYes < 0) possible |= 1 << ~node.onYes;
      else reached[node.onYes] = true;
    }
    if (truth !== YES) {
      if (node.onNo < 0) possible |= 1 << ~node.onNo;
      else reached[node.onNo] = true;
    }
  }
  return { truths, reached, possible, path, open: open.length > 1 ? asRead(nodes, truths) : open };
}

/** The open questions in reading order: depth first, yes before no. */
function asRead(nodes: readonly CompiledNode[], truths: readonly Tri[]): number[] {
  const seen: boolean[] = new Array(nodes.length).fill(false);
  const found: number[] = [];
  const visit = (index: number): void => {
    if (index < 0 || seen[index]) return;
    seen[index] = true;
    const node = nodes[index] as CompiledNode;
    const truth = truths[index];
    if (truth === UNKNOWN) found.push(index);
    if (truth !== NO) visit(node.onYes);
    if (truth !== YES) visit(node.onNo);
  };
  visit(0);
  return found;
}

/** What each answer to one open question would leave: bits of outcomes. */
export interface EitherWay {
  yes: number;
  no: number;
}

/**
 * The outcomes each answer to the open questions of a walk would leave, everything else as it is. What lies below
 * a box is worked out once, from the end of the walking order; one pass for each question finds what is reached
 * without it.
 * @returns in the order of the walk's open questions
 */
export function eitherWays(compiled: CompiledChart, { truths, open }: Walk): EitherWay[] {
  if (open.length === 0) return [];
  const { nodes, blank } = compiled;
  const below: number[] = new Array(nodes.length).fill(0);
  const leads = (to: number): number => (to < 0 ? 1 << ~to : (below[to] as number));
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index] as CompiledNode;
    const truth = truths[index];
    below[index] = (truth === NO ? 0 : leads(node.onYes)) | (truth === YES ? 0 : leads(node.onNo));
  }
  return open.map((question) => {
    const reached = blank.reached.slice();
    reached[0] = true;
    let besides = 0;
    for (let index = 0; index < nodes.length; index += 1) {
      if (!reached[index] || index === question) continue;
      const { onYes, onNo } = nodes[index] as CompiledNode;
      const truth = truths[index];
      if (truth !== NO) {
        if (onYes < 0) besides |= 1 << ~onYes;
        else reached[onYes] = true;
      }
      if (truth !== YES) {
        if (onNo < 0) besides |= 1 << ~onNo;
        else reached[onNo] = true;
      }
    }
    const { onYes, onNo } = nodes[question] as CompiledNode;
    return { yes: besides | leads(onYes), no: besides | leads(onNo) };
  });
}

/** The codes behind the bits of a set of outcomes, sorted. */
export function outcomeCodes(compiled: CompiledChart, possible: number): string[] {
  const codes: string[] = [];
  for (let bit = 0; bit < compiled.outcomes.length; bit += 1) {
    if ((possible >> bit) & 1) codes.push(compiled.outcomes[bit] as string);
  }
  return codes;
}

/** How many outcomes a set of bits holds. */
export function countOutcomes(possible: number): number {
  let count = 0;
  for (let rest = possible; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
