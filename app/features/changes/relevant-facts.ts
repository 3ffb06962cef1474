/** Which facts are worth asking for: those that can still alter an outcome, in the order in which a kind asks them. */
import { isFactKey } from '../../regulation/facts/dictionary';
import { changeKind, isKindId } from '../../regulation/kinds';
import type { AssessmentResult } from '../../regulation/result';

/** Facts that other steps of the proposal ask for. */
const ASKED_ELSEWHERE = new Set(['actor', 'change_location']);

export interface RelevantFacts {
  /** Of the ask-first lists of the kinds of change, in their order. */
  first: string[];
  /** The others, most decisive first. */
  more: string[];
  /** Names that no fact can give: the kind, actor and location of the change, the place, the markets of the device. */
  settleFirst: string[];
}

/**
 * Reads the open questions of a result: its list of what to ask holds exactly the unknown facts of findings that are
 * undecided, and of instruments of which it cannot be said whether they apply. Forecasts ask nothing.
 */
export function relevantFacts(
  result: AssessmentResult,
  change: { kinds: readonly string[]; actor: string },
): RelevantFacts {
  const open = [...new Set(result.ask.flatMap(({ facts }) => facts))];
  const asked = open.filter((key) => isFactKey(key) && !ASKED_ELSEWHERE.has(key));
  const role =
    change.actor === 'manufacturer' || change.actor === 'manufacturers_service' ? 'manufacturer' : 'hospital';
  const order: string[] = change.kinds.filter(isKindId).flatMap((id) => [...changeKind(id).askFirst[role]]);
  return {
    first: [...new Set(order)].filter((key) => asked.includes(key)),
    more: asked.filter((key) => !order.includes(key)),
    settleFirst: open.filter((key) => !asked.includes(key)),
  };
}
