/** Turns a finished walk into a finding: path, reasons, open questions, and what follows from the outcome. */
import type { ApplicabilityState } from './applies';
import type { FactBase } from './fact-base';
import { NO, type Tri, UNKNOWN, YES } from './language';
import { type Instrument, outcomeSet } from './library';
import type { Answer, Finding, OpenQuestion, ResultObligation, TraceStep } from './result';
import { nameAt } from './vocabulary';
import { type CompiledNode, type EitherWay, eitherWays, type GivenAnswers, truthOf, type Walk, walk } from './walk';

export interface FindingRequest {
  instrument: Instrument;
  base: FactBase;
  answers: GivenAnswers;
  state: Exclude<ApplicabilityState, 'left_out'> | 'named';
  /** Why it applies, in words. */
  applies: string;
  asOf: string;
}

const WORD: Readonly<Record<Tri, Answer | 'unknown'>> = { [NO]: 'no', [UNKNOWN]: 'unknown', [YES]: 'yes' };

/** Walks an instrument and writes the finding down. */
export function findingOf(request: FindingRequest): Finding {
  const { instrument, base, answers, state, applies } = request;
  const { chart, nodes } = instrument;
  const walked = walk(instrument, base.codes, answers);
  const outcomes = outcomeSet(instrument, walked.possible);
  const [only] = outcomes.codes;
  const decided = outcomes.codes.length === 1 && only !== undefined ? instrument.consequences.get(only) : undefined;
  const path: string[] = [];
  const trace: TraceStep[] = [];
  for (const index of walked.path) {
    const node = nodes[index] as CompiledNode;
    if (node.node.kind === 'gate' && walked.truths[index] === NO) continue;
    const step = traceStep(request, index, walked.truths[index] as Tri);
    path.push(`${step.question}:${step.answer}`);
    trace.push(step);
  }
  const notes = decided ? decided.definition.notes.slice() : [];
  addAidNotes(request, walked, notes);
  addEditionNote(request, notes);
  const ways = eitherWays(instrument, walked);
  const open = walked.open.map((index, at) => openQuestion(request, index, ways[at] as EitherWay));
  for (const { question, facts } of open) {
    if (facts.length > 0 || answers.has(question)) continue;
    notes.push(`${question}: every fact it asks for is known, and the text does not decide; a person has to judge it.`);
  }
  return {
    instrument: chart.instrument,
    edition: chart.edition,
    applies,
    outcome: decided && only !== undefined ? only : 'undecided',
    outcomes: outcomes.codes.slice(),
    tier: outcomes.least,
    worst_tier: outcomes.greatest,
    path,
    trace,
    open,
    obligations: decided ? decided.obligations.map(copyOf) : [],
    evidence: decided ? decided.definition.evidence.slice() : [],
    notes,
    state,
    beyond: walked.open.length > 0 ? beyond(request, walked) : [],
  };
}

/** A finding shares nothing with the library, so that nobody can alter the next one. */
function copyOf({ who, must, citation, due }: ResultObligation): ResultObligation {
  return { who, must, citation, due };
}

/** One answered question, with the reason, and the sub-rule that decided it where one did. */
function traceStep(request: FindingRequest, index: number, truth: Tri): TraceStep {
  const { instrument, base, answers } = request;
  const node = instrument.nodes[index] as CompiledNode;
  const citations = instrument.citations[index];
  const step: TraceStep = {
    question: node.id,
    answer: truth === YES ? 'yes' : 'no',
    because: '',
    rule: node.id,
    citation: citations?.node ?? '',
    confidence: node.node.confidence,
  };
  if (answers.size > 0 && answers.has(node.id)) {
    step.because = `answered ${WORD[truth]} by a person`;
    return step;
  }
  step.because = because(node, base, truth);
  for (const sub of node.deciding) {
    if (sub.answer !== truth || sub.when.evaluate(base.codes) !== YES) continue;
    const printed = node.node.subRules?.[sub.at];
    step.rule = sub.id;
    step.citation = citations?.subRules[sub.at] ?? step.citation;
    step.confidence = printed?.confidence ?? step.confidence;
    break;
  }
  return step;
}

/** The facts that decided, with their origin. A no comes from the no rule where the question has one. */
function because(node: CompiledNode, base: FactBase, truth: Tri): string {
  const grounds =
    truth === NO && node.no !== null ? node.no.grounds(base.codes, YES) : node.yes.grounds(base.codes, truth);
  let text = '';
  for (const index of grounds) text += text === '' ? base.say(index) : `; ${base.say(index)}`;
  return text;
}

function openQuestion(request: FindingRequest, index: number, { yes, no }: EitherWay): OpenQuestion {
  const { instrument } = request;
  const node = instrument.nodes[index] as CompiledNode;
  const facts = missingFacts(request, node);
  return {
    question: node.id,
    asks: node.node.asks,
    who: node.node.who,
    if_yes: outcomeSet(instrument, yes).codes.slice(),
    if_no: outcomeSet(instrument, no).codes.slice(),
    fact: facts[0] ?? null,
    facts,
  };
}

/** The unknown facts that keep a question open: those of the yes rule, then those of the no rule. */
function missingFacts({ base }: FindingRequest, node: CompiledNode): string[] {
  const found = node.yes.gaps(base.codes);
  for (const index of node.no?.gaps(base.codes) ?? []) if (!found.includes(index)) found.push(index);
  return found.map((index) => nameAt(index).key);
}

/** Questions answered on branches that are still followed after the first open one, in walking order. */
function beyond(request: FindingRequest, walked: Walk): TraceStep[] {
  const { nodes } = request.instrument;
  const steps: TraceStep[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const truth = walked.truths[index] as Tri;
    if (!walked.reached[index] || truth === UNKNOWN || walked.path.includes(index)) continue;
    if (nodes[index]?.node.kind === 'gate' && truth === NO) continue;
    steps.push(traceStep(request, index, truth));
  }
  return steps;
}

function addAidNotes({ instrument, base, answers }: FindingRequest, walked: Walk, notes: string[]): void {
  for (const { aid, when, about, citation, belongsTo } of instrument.aids) {
    if (belongsTo !== null && !walked.reached[belongsTo]) continue;
    if (about?.evaluate(base.codes) === NO) continue;
    const truth = answers.get(aid.id) ?? when.evaluate(base.codes);
    if (truth === YES) notes.push(`${aid.id}: ${aid.remark} (${citation})`);
  }
}

function addEditionNote({ instrument, asOf }: FindingRequest, notes: string[]): void {
  const { from, to } = instrument.chart.inForce;
  if (asOf < from) notes.push(`This edition is in force from ${from}; on ${asOf} an earlier text applied.`);
  else if (to !== null && asOf > to)
    notes.push(`This edition was in force until ${to}; on ${asOf} a later text applies.`);
}

/**
 * Questions a person answered otherwise than the facts do, as conflicts.
 * @returns the key ("EU-MDCG-2020-3-R1/C5") and a sentence for each
 */
export function answerConflicts(
  instrument: Instrument,
  base: FactBase,
  answers: GivenAnswers,
): { key: string; message: string }[] {
  const found: { key: string; message: string }[] = [];
  for (const [question, answer] of answers) {
    const index = instrument.indexOf.get(question);
    const node = index === undefined ? undefined : instrument.nodes[index];
    if (!node) continue;
    const truth = truthOf(node, base.codes);
    if (truth === UNKNOWN || truth === answer) continue;
    found.push({
      key: `${instrument.chart.instrument}/${question}`,
      message: `answered ${WORD[answer]} by a person, which counts; the facts say ${WORD[truth]}: ${because(node, base, truth)}`,
    });
  }
  return found;
}
