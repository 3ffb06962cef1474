/** The published worked examples of a chart, as its page shows them. Pure; reads the examples, so for the server. */
import type { Chart } from '../../regulation/chart';
import { EXAMPLES, type PublishedExample } from '../../regulation/examples';
import { asking } from '../../regulation/facts/asking';
import { fact } from '../../regulation/facts/dictionary';
import { factInWords } from '../changes/value-in-words';
import { isCurrentEdition } from './chart-editions';
import type { ExampleView } from './chart-page';

/** In the order in which the document gives them. They are those of the edition in use. */
export const examplesOf = (chart: Chart): ExampleView[] =>
  EXAMPLES.filter(({ instrument }) => instrument === chart.instrument && isCurrentEdition(chart)).map((one) =>
    exampleView(chart, one),
  );

function exampleView(chart: Chart, { id, what, facts, outcomes, path, citation }: PublishedExample): ExampleView {
  return {
    id,
    what,
    facts: Object.entries(facts).map(([key, value]) =>
      fact(key) ? `${asking(key).question} ${factInWords(key, value)}` : `${key}: ${String(value)}`,
    ),
    outcome: outcomes.map((code) => chart.outcomes[code]?.label ?? code).join(' or '),
    path: path.join(', '),
    citation,
  };
}
