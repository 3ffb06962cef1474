/** The result of a check in words: for the page, for the evidence of an option, and as a file. Pure. */
import type { FlowResult, FlowVerdict, Otherwise, RuleResult, RulesResult, RuleVerdict } from './check-rules';
import { DIRECTION_WORDS, portsInWords } from './ports';
import { ruleLine } from './rule-lines';

export const FLOW_VERDICTS: Record<FlowVerdict, string> = {
  passes: 'passes',
  breaks: 'breaks',
  unproven: 'unproven',
};

/** @param denies whether the rule denies: it is then not needed by flows, it stops them */
export const ruleVerdict = (verdict: RuleVerdict, denies: boolean): string =>
  ({
    needed: denies ? 'stops flows' : 'needed',
    perhaps: denies ? 'may stop flows' : 'perhaps needed',
    unneeded: denies ? 'stops no declared flow' : 'needed by nobody',
    shadowed: 'shadowed',
  })[verdict];

const UNSAID = { protocol: 'the protocol', ports: 'the ports', network: 'the network of the peer' } as const;

const list = (places: readonly number[]): string => places.map((place) => `rule ${place + 1}`).join(', ');

/** Why a flow has its verdict. */
export function whyFlow(
  { verdict, decidedBy, perhapsBy, reachesEnd, unsaid }: FlowResult,
  otherwise: Otherwise,
): string {
  const end = otherwise === 'allow' ? 'the rest is allowed' : 'the rest is denied';
  const by = [
    ...(decidedBy.length > 0 ? [list(decidedBy)] : []),
    ...(perhapsBy.length > 0 ? [`perhaps ${list(perhapsBy)}, which names its peer only`] : []),
    ...(reachesEnd ? [otherwise === '' ? 'no rule, and what happens to the rest is not said' : `no rule: ${end}`] : []),
  ].join('; ');
  if (verdict !== 'unproven') return `Decided by ${by}.`;
  if (unsaid.length > 0) return `The matrix does not say ${unsaid.map((part) => UNSAID[part]).join(' and ')}: ${by}.`;
  return `Only a part of it: ${by}.`;
}

/** Counts, clinical flows apart: "Of 9 declared flows 2 break (1 clinical), 3 are unproven, 4 pass." */
export function summaryInWords({ flows, rules }: RulesResult): string {
  const some = (verdict: FlowVerdict) => flows.filter((one) => one.verdict === verdict);
  const clinical = (ones: FlowResult[]) => ones.filter(({ flow }) => flow.clinical === true).length;
  const count = (verdict: FlowVerdict, one: string, many: string) => {
    const ones = some(verdict);
    const of = clinical(ones);
    return `${ones.length} ${ones.length === 1 ? one : many}${of > 0 ? ` (${of} clinical)` : ''}`;
  };
  const idle = rules.filter(({ verdict, rule }) => verdict === 'unneeded' && rule.action === 'allow').length;
  const shadowed = rules.filter(({ verdict }) => verdict === 'shadowed').length;
  return [
    `Of ${flows.length} declared flows ${count('breaks', 'breaks', 'break')}, ${count('unproven', 'is unproven', 'are unproven')}, ${count('passes', 'passes', 'pass')}.`,
    `Of ${rules.length} rules ${idle} ${idle === 1 ? 'is' : 'are'} needed by nobody and ${shadowed} shadowed by earlier ones.`,
  ].join(' ');
}

const flowLine = ({ flow, verdict, ...rest }: FlowResult, otherwise: Otherwise): string => {
  const kind = flow.protocol === 'any' ? 'protocol not said' : flow.protocol;
  const ports = flow.protocol === 'icmp' ? '' : ` ${portsInWords(flow.portFrom, flow.portTo, 'ports not said')}`;
  const weight = flow.clinical === null ? 'clinical not said' : flow.clinical ? 'clinical' : 'not clinical';
  const where = [flow.peer, flow.peerNetwork].filter(Boolean).join(' ');
  return `${verdict.toUpperCase()}: ${where}, ${DIRECTION_WORDS[flow.direction]}, ${kind}${ports}, ${weight}. ${whyFlow({ flow, verdict, ...rest }, otherwise)}`;
};

const resultLine = ({ rule, verdict, shadowedBy }: RuleResult, place: number): string =>
  `${place + 1}. ${ruleLine(rule)} [${ruleVerdict(verdict, rule.action === 'deny')}${shadowedBy.length > 0 ? ` by ${list(shadowedBy)}` : ''}]`;

/** The whole check as a text that can be attached. @param about first lines: which change, which device, when */
export const checkAsText = (about: readonly string[], result: RulesResult, otherwise: Otherwise): string =>
  [
    ...about,
    '',
    summaryInWords(result),
    'Replies to a connection that passes are taken to pass. The matrix is what is declared; it proves nothing about flows that nobody declared.',
    '',
    'Flows',
    ...result.flows.map((one) => flowLine(one, otherwise)),
    '',
    `Rules (what no rule names: ${otherwise === '' ? 'not said' : otherwise})`,
    ...result.rules.map(resultLine),
    '',
  ].join('\n');
