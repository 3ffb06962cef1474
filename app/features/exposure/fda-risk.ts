/**
 * Controlled or uncontrolled risk of patient harm, by FDA's chart of 28 December 2016 (S10 VI), walked with what is
 * known. The chart is the library's; nothing here decides for the manufacturer. Pure.
 */
import { FactBase } from '../../regulation/fact-base';
import { NO, YES } from '../../regulation/language';
import { library } from '../../regulation/library';
import { codeOf, type FactValue, knownName } from '../../regulation/vocabulary';
import { outcomeCodes, walk } from '../../regulation/walk';
import type { SaidAnswer } from './modifications';
import { SEVERITIES } from './questions';
import type { Reason } from './reason';
import { exploitabilityOf, type Vector } from './score';

const INSTRUMENT = 'US-FDA-POSTMARKET-CYBER-2016';

export interface FdaRisk {
  /** null: not decidable yet. */
  outcome: 'controlled' | 'uncontrolled' | null;
  /** The question that keeps it open, as the chart asks it. */
  question: { id: string; asks: string } | null;
  reasons: Reason[];
}

const STEPS = ['low', 'medium', 'high'] as const;

/**
 * Exploitability in three steps. The steps are ours (derived; FDA publishes none): by the exploitability of CVSS 3.x, one
 * step more where attacks are known, and the worst where there is no such number.
 */
export function exploitabilityStep(vector: Vector | null, exploited: boolean | null): (typeof STEPS)[number] {
  const number = vector && exploitabilityOf(vector);
  if (number === null) return 'high';
  const step = number < 1.2 ? 0 : number <= 2.7 ? 1 : 2;
  return STEPS[Math.min(2, step + (exploited ? 1 : 0))] ?? 'high';
}

const DOCUMENT = 'FDA, Postmarket Management of Cybersecurity in Medical Devices (2016)';

/** Walks the chart from PV1 on: what it asks before that is about a change, and none is meant here. */
export function fdaRisk(vector: Vector | null, exploited: boolean | null, answers: readonly SaidAnswer[]): FdaRisk {
  const instrument = library().get(INSTRUMENT);
  if (!instrument) throw new Error(`the library has no ${INSTRUMENT}`);
  const said = (question: string) => answers.find((one) => one.question === question);
  const base = FactBase.empty();
  const reasons: Reason[] = [];
  const state = (key: string, value: FactValue, says: string, source: string, mark: Reason['mark']) => {
    const name = knownName(key);
    const code = codeOf(name, value);
    if (code === null) return;
    base.state(name, code);
    reasons.push({ rule: key, says, source, mark });
  };
  const yesOrNo = (question: string, key: string, says: (yes: boolean) => string) => {
    const answer = said(question);
    if (answer?.answer !== 'yes' && answer?.answer !== 'no') return;
    const yes = answer.answer === 'yes';
    state(key, yes, `${says(yes)}${answer.reason ? ` ${answer.reason}` : ''}`, `answered by ${answer.saidByName}`, 'V');
  };
  yesOrNo('PV1', 'safety_or_essential_performance_affected', (yes) =>
    yes ? 'Safety or essential performance would be affected.' : 'Safety and essential performance stay untouched.',
  );
  yesOrNo('PV4', 'residual_patient_harm_risk_acceptable', (yes) =>
    yes ? 'The maker calls what is left of the risk acceptable.' : 'The maker does not call what is left acceptable.',
  );
  const severity = said('PV3');
  if (severity && SEVERITIES.some((one) => one === severity.answer)) {
    const says = `Harm would be ${severity.answer}.`;
    state('vulnerability_severity', severity.answer, says, `answered by ${severity.saidByName}`, 'V');
  }
  const step = exploitabilityStep(vector, exploited);
  const why =
    vector && exploitabilityOf(vector) !== null
      ? `exploitability ${exploitabilityOf(vector)} of 3.9${exploited ? ', attacks known' : ''}`
      : 'no number to go by, so the worst is taken';
  state('exploitability', step, `Exploitability ${step}: ${why}.`, 'steps of our own; FDA publishes none', 'D');
  base.conclude();
  // The gate is about a change outside the device; a vulnerability is on it.
  const walked = walk(instrument, base.codes, new Map([['R2', NO]]));
  const codes = outcomeCodes(instrument, walked.possible);
  const open = walked.open[0] === undefined ? null : instrument.nodes[walked.open[0]];
  const [only] = codes;
  const outcome = codes.length === 1 && (only === 'controlled' || only === 'uncontrolled') ? only : null;
  for (const index of walked.path) {
    const node = instrument.nodes[index];
    if (!node || node.id === 'R2') continue;
    const answer = walked.truths[index] === YES ? 'yes' : 'no';
    reasons.push({ rule: node.id, says: `${node.node.asks} ${answer}.`, source: DOCUMENT, mark: node.node.confidence });
  }
  return { outcome, question: open ? { id: open.id, asks: open.node.asks } : null, reasons };
}
