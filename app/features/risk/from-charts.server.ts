/** Questions, duties and principles of the rule library, looked up by their place: nothing of theirs is written again. */
import type { ChartNode, Citation, Confidence, Obligation, Principle } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts';
import { citationText } from '../../regulation/sources';

export interface Cited {
  citation: string;
  confidence: Confidence;
}

export const cited = (cite: Citation, confidence: Confidence): Cited => ({ citation: citationText(cite), confidence });

const chart = (instrument: string) => {
  const found = chartOf(instrument);
  if (!found) throw new Error(`The library has no ${instrument}`);
  return found;
};

/** A question of a chart; throws when the library no longer has it. */
export function nodeOf(instrument: string, node: string): ChartNode {
  const found = chart(instrument).nodes[node];
  if (!found) throw new Error(`${instrument} has no question ${node}`);
  return found;
}

/** The duty of one party under one outcome, found by the place it cites. */
export function dutyOf(instrument: string, outcome: string, who: Obligation['who'], at: string, part = ''): Obligation {
  const found = chart(instrument).outcomes[outcome]?.obligations.find(
    (one) => one.who === who && one.cite.at === at && one.must.includes(part),
  );
  if (!found) throw new Error(`${instrument} ${outcome} has no duty of the ${who} at ${at}`);
  return found;
}

/** A principle printed with a chart. */
export function principleOf(instrument: string, id: string): Principle {
  const found = chart(instrument).principles.find((one) => one.id === id);
  if (!found) throw new Error(`${instrument} has no principle ${id}`);
  return found;
}
