/**
 * Firewall rules held against the communication matrix: which flow passes, which breaks, which is unproven, and which rule
 * nobody needs. Each flow stands for every packet it could be, as far as the matrix says; the first rule that matches a
 * packet decides it. Pure.
 */
import type { FlowDirection, FlowProtocol, RuleLine } from '../../../db/schema/placement.server';
import { type AddressRange, EVERYWHERE, readNetwork } from './networks';
import { type Box, boxesOf, overlap, without } from './packets';

/** A line of the communication matrix, as far as the check reads it. */
export interface CheckedFlow {
  id: string;
  peer: string;
  /** Empty: not known. */
  peerNetwork: string;
  direction: FlowDirection;
  /** "any": not said. */
  protocol: FlowProtocol;
  /** null: not said. */
  portFrom: number | null;
  portTo: number | null;
  /** null: not said. */
  clinical: boolean | null;
}

/** What happens to what no rule names; empty: not said. */
export type Otherwise = 'allow' | 'deny' | '';

export type FlowVerdict = 'passes' | 'breaks' | 'unproven';

export interface FlowResult {
  flow: CheckedFlow;
  verdict: FlowVerdict;
  /** Places in the list of rules, from 0, that decide it or a part of it. */
  decidedBy: number[];
  /** Places of rules of which nobody can say whether they match it: they name a peer. */
  perhapsBy: number[];
  /** A part of it is decided by no rule. */
  reachesEnd: boolean;
  /** What the matrix does not say of it. */
  unsaid: ('protocol' | 'ports' | 'network')[];
}

export type RuleVerdict = 'needed' | 'perhaps' | 'unneeded' | 'shadowed';

export interface RuleResult {
  rule: RuleLine;
  /** For a rule that denies: it stops such flows, may stop them, or stops none. */
  verdict: RuleVerdict;
  /** Ids of flows. */
  flows: string[];
  perhaps: string[];
  /** Places of the earlier rules that leave nothing for it. */
  shadowedBy: number[];
}

export interface RulesResult {
  /** Clinical flows first, and among them what breaks first. */
  flows: FlowResult[];
  rules: RuleResult[];
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const isAny = (peer: string) => ['any', '*', ''].includes(peer.trim().toLowerCase());

type Peer = { kind: 'any' } | { kind: 'network'; range: AddressRange } | { kind: 'name' };

function peerOf(rule: RuleLine): Peer {
  if (isAny(rule.peer)) return { kind: 'any' };
  const range = readNetwork(rule.peer);
  return range ? { kind: 'network', range } : { kind: 'name' };
}

/** Network of a flow's peer, where it is said: in its own field, or as the peer's name. */
const networkOf = (flow: CheckedFlow): AddressRange | null => readNetwork(flow.peerNetwork) ?? readNetwork(flow.peer);

/** What the matrix leaves open about a flow. */
export function unsaidOf(flow: CheckedFlow): FlowResult['unsaid'] {
  const ported = flow.protocol === 'tcp' || flow.protocol === 'udp' || flow.protocol === 'any';
  return [
    ...(flow.protocol === 'any' ? (['protocol'] as const) : []),
    ...(ported && flow.portFrom === null ? (['ports'] as const) : []),
    ...(networkOf(flow) ? [] : (['network'] as const)),
  ];
}

/** A rule with what it matches, read once. */
export interface PreparedRule {
  rule: RuleLine;
  peer: Peer;
  boxes: Box[];
}

export function prepareRule(rule: RuleLine): PreparedRule {
  const peer = peerOf(rule);
  return { rule, peer, boxes: boxesOf(rule, peer.kind === 'network' ? [peer.range] : EVERYWHERE) };
}

/** A part of a flow that no rule has decided for certain, and what rules may already have done with it. */
interface Part {
  box: Box;
  perhaps: ReadonlySet<'allow' | 'deny'>;
}

/** Rules that cut each other into more pieces than these are not followed to the end: what they come to is unproven. */
const MOST_PARTS = 2_000;

function checkFlow(flow: CheckedFlow, rules: readonly PreparedRule[], otherwise: Otherwise): FlowResult {
  const network = networkOf(flow);
  let parts: Part[] = boxesOf(flow, network ? [network] : EVERYWHERE).map((box) => ({ box, perhaps: new Set() }));
  const outcomes = new Set<'allow' | 'deny' | 'unknown'>();
  const decidedBy: number[] = [];
  const perhapsBy: number[] = [];
  for (const [place, { rule, peer, boxes }] of rules.entries()) {
    if (rule.direction !== flow.direction) continue;
    // A rule that names its peer is sure of the same name only.
    const sure = peer.kind !== 'name' || sameName(rule.peer, flow.peer);
    const left: Part[] = [];
    let touched = false;
    for (const part of parts) {
      let rest = [part.box];
      for (const box of boxes) {
        const shared = overlap(part.box, box);
        if (!shared) continue;
        touched = true;
        rest = rest.flatMap((one) => without(one, box));
        if (sure) for (const outcome of [...part.perhaps, rule.action]) outcomes.add(outcome);
        else left.push({ box: shared, perhaps: new Set([...part.perhaps, rule.action]) });
      }
      left.push(...rest.map((box) => ({ ...part, box })));
    }
    if (touched) (sure ? decidedBy : perhapsBy).push(place);
    parts = left;
    if (parts.length > MOST_PARTS) {
      outcomes.add('unknown');
      for (let later = place + 1; later < rules.length; later += 1) perhapsBy.push(later);
      break;
    }
  }
  for (const { perhaps } of parts) {
    for (const outcome of [...perhaps, otherwise === '' ? ('unknown' as const) : otherwise]) outcomes.add(outcome);
  }
  const only = outcomes.size === 1 ? [...outcomes][0] : 'unknown';
  return {
    flow,
    verdict: only === 'allow' ? 'passes' : only === 'deny' ? 'breaks' : 'unproven',
    decidedBy,
    perhapsBy,
    reachesEnd: parts.length > 0,
    unsaid: unsaidOf(flow),
  };
}

/** Places of the rules that together leave nothing for another; empty when something is left. */
export function coveredBy({ rule, peer, boxes }: PreparedRule, others: readonly PreparedRule[]): number[] {
  // A peer that is only named stands for addresses nobody knows: it is covered by the same name, or by "any".
  let left = boxes;
  const by: number[] = [];
  for (const [index, other] of others.entries()) {
    if (left.length === 0) break;
    if (other.rule.direction !== rule.direction) continue;
    if (other.peer.kind === 'name' && !(peer.kind === 'name' && sameName(other.rule.peer, rule.peer))) continue;
    if (other.peer.kind === 'network' && peer.kind === 'name') continue;
    if (!other.boxes.some((box) => left.some((one) => overlap(one, box)))) continue;
    by.push(index);
    for (const box of other.boxes) left = left.flatMap((one) => without(one, box));
    if (left.length > MOST_PARTS) return [];
  }
  return left.length === 0 ? by : [];
}

function checkRule(
  prepared: PreparedRule,
  place: number,
  rules: readonly PreparedRule[],
  flows: readonly FlowResult[],
): RuleResult {
  const { rule } = prepared;
  const shadowedBy = coveredBy(prepared, rules.slice(0, place));
  const touched = flows.filter(({ decidedBy }) => decidedBy.includes(place));
  // Of a flow that is not said whole, nobody can say whether it is in the part that this rule decides.
  const sure = touched.filter((one) => one.unsaid.length === 0 || isWhole(one));
  const perhaps = flows.filter(
    (one) => (touched.includes(one) && !sure.includes(one)) || one.perhapsBy.includes(place),
  );
  const verdict =
    shadowedBy.length > 0 ? 'shadowed' : sure.length > 0 ? 'needed' : perhaps.length > 0 ? 'perhaps' : 'unneeded';
  const ids = (some: readonly FlowResult[]) => some.map(({ flow }) => flow.id);
  return { rule, verdict, flows: ids(sure), perhaps: ids(perhaps), shadowedBy };
}

/** Whether one rule alone decides everything that a flow could be. */
const isWhole = ({ decidedBy, perhapsBy, reachesEnd }: FlowResult): boolean =>
  decidedBy.length === 1 && perhapsBy.length === 0 && !reachesEnd;

const VERDICT_ORDER: Record<FlowVerdict, number> = { breaks: 0, unproven: 1, passes: 2 };
const clinicalOrder = ({ clinical }: CheckedFlow): number => (clinical === true ? 0 : clinical === null ? 1 : 2);

/**
 * Holds rules against a matrix, a flow or a rule at a time, so that whoever runs it can answer others in between. Replies
 * to a connection that passes are taken to pass, as a stateful filter does.
 */
export function* checkSteps(
  flows: readonly CheckedFlow[],
  rules: readonly RuleLine[],
  otherwise: Otherwise,
): Generator<undefined, RulesResult> {
  const prepared = rules.map(prepareRule);
  const checked: FlowResult[] = [];
  for (const flow of flows) {
    checked.push(checkFlow(flow, prepared, otherwise));
    yield;
  }
  const held: RuleResult[] = [];
  for (const [place, rule] of prepared.entries()) {
    held.push(checkRule(rule, place, prepared, checked));
    yield;
  }
  return {
    flows: [...checked].sort(
      (a, b) => clinicalOrder(a.flow) - clinicalOrder(b.flow) || VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict],
    ),
    rules: held,
  };
}

/** The same in one go. */
export function checkRules(
  flows: readonly CheckedFlow[],
  rules: readonly RuleLine[],
  otherwise: Otherwise,
): RulesResult {
  const steps = checkSteps(flows, rules, otherwise);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
