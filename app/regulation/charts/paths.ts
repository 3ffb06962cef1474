/** Walks over the shape of a chart, without facts: which boxes, arrows and ends a path can touch. */
import type { Chart } from '../chart';

export interface ChartPath {
  /** Answers in order ("C1:no"), gates included. */
  steps: string[];
  outcome: string;
}

/**
 * Every path from the start to an outcome. Several thousand for the largest chart.
 * @throws on an arrow that leads nowhere, or on a loop
 */
export function* paths(chart: Chart, from: string = chart.start, steps: string[] = []): Generator<ChartPath> {
  if (chart.outcomes[from]) {
    yield { steps, outcome: from };
    return;
  }
  const node = chart.nodes[from];
  if (!node) throw new Error(`${chart.instrument}: arrow to ${from}, which is neither a box nor an outcome`);
  if (steps.some((step) => step.startsWith(`${from}:`))) throw new Error(`${chart.instrument}: loop through ${from}`);
  yield* paths(chart, node.yes, [...steps, `${from}:yes`]);
  yield* paths(chart, node.no, [...steps, `${from}:no`]);
}
