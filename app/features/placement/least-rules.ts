/** The fewest rules that let the communication matrix through, and nothing else. Pure. */
import type { RuleLine } from '../../../db/schema/placement.server';
import { type CheckedFlow, coveredBy, prepareRule, unsaidOf } from './check-rules';
import { networkInWords } from './networks';

export interface LeastRules {
  rules: RuleLine[];
  /** Flows for which no rule can be written, and what is missing. */
  unwritten: { flow: CheckedFlow; missing: string[] }[];
}

const MISSING = { protocol: 'protocol', ports: 'ports', network: 'network of the peer' } as const;

/**
 * One rule that allows for each flow that is said whole; one that another covers is left out. What no rule names is to be
 * denied. Clinical flows come first.
 */
export function leastRules(flows: readonly CheckedFlow[]): LeastRules {
  const said = flows.filter((flow) => unsaidOf(flow).length === 0);
  const ordered = [...said].sort((a, b) => Number(b.clinical === true) - Number(a.clinical === true));
  let kept = ordered.map((flow) => prepareRule(ruleFor(flow)));
  for (let place = kept.length - 1; place >= 0; place -= 1) {
    const rule = kept[place];
    const others = kept.filter((_, index) => index !== place);
    if (rule && coveredBy(rule, others).length > 0) kept = others;
  }
  const unwritten = flows.flatMap((flow) => {
    const missing = unsaidOf(flow).map((part) => MISSING[part]);
    return missing.length > 0 ? [{ flow, missing }] : [];
  });
  return { rules: kept.map(({ rule }) => rule), unwritten };
}

const ruleFor = (flow: CheckedFlow): RuleLine => ({
  action: 'allow',
  direction: flow.direction,
  protocol: flow.protocol,
  portFrom: flow.portFrom,
  portTo: flow.portTo,
  peer: networkInWords(flow.peerNetwork) ?? networkInWords(flow.peer) ?? flow.peer,
  note: flow.peer,
});
