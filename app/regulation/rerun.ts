/**
 * A past assessment judged again under other editions: what comes out otherwise, and why. The record itself stays as
 * it was; this only says what today's reader would have read.
 */
import { assess } from './assess';
import type { Chart } from './chart';
import { chartOf } from './charts';
import type { Dossier } from './dossier';
import type { ChosenEditions } from './library';
import type { AssessmentResult, Finding, TraceStep } from './result';

/** What an instrument said of a change. `none`: it did not apply, or the library did not have it. */
export interface Said {
  edition: string | null;
  state: Finding['state'] | 'none';
  outcomes: string[];
  tier: Finding['tier'] | null;
  worst_tier: Finding['tier'] | null;
}

/** One instrument that says something else. */
export interface Flip {
  instrument: string;
  before: Said;
  after: Said;
  /** In order of reading: the first is what made the difference, as far as it can be told. */
  why: string[];
}

export interface Rerun {
  result: AssessmentResult;
  flips: Flip[];
}

/**
 * Judges a dossier again and compares. A person's answer to a box is not carried over to an edition that asks something
 * else under the same number: the question is open again.
 * @param dossier as it was judged, as parseDossier lets it through
 * @param before what came out then
 * @param under editions to use whatever the day; without them those in force on the day
 * @param asOf the day to judge it on; the day of the past assessment when missing
 */
export function rerun(dossier: Dossier, before: AssessmentResult, under?: ChosenEditions, asOf = before.as_of): Rerun {
  const again = { ...dossier, as_of: asOf };
  const first = assess(again, asOf, under);
  const other = answeredOtherwise(dossier, before, first);
  const result = other.size === 0 ? first : assess({ ...again, answers: without(dossier.answers, other) }, asOf, under);
  const flips = flipsBetween(before, result);
  for (const { instrument, why } of flips) {
    const questions = other.get(instrument);
    if (questions)
      why.push(`Answers not carried over, because this edition asks something else there: ${questions.join(', ')}.`);
  }
  return { result, flips };
}

type Answers = NonNullable<Dossier['answers']>;

/** Boxes that a person answered in one edition and that another edition words otherwise, by instrument. */
function answeredOtherwise({ answers = {} }: Dossier, before: AssessmentResult, after: AssessmentResult) {
  const [old, fresh] = [byInstrument(before), byInstrument(after)];
  const other = new Map<string, string[]>();
  for (const [instrument, replies] of Object.entries(answers)) {
    const [was, is] = [old.get(instrument), fresh.get(instrument)];
    if (!was || !is || was.edition === is.edition) continue;
    const asked = (edition: string, question: string) => chartOf(instrument, edition)?.nodes[question]?.asks;
    const questions = Object.keys(replies).filter((one) => asked(was.edition, one) !== asked(is.edition, one));
    if (questions.length > 0) other.set(instrument, questions);
  }
  return other;
}

function without(answers: Answers = {}, dropped: ReadonlyMap<string, readonly string[]>): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([instrument, replies]) => [
      instrument,
      Object.fromEntries(Object.entries(replies).filter(([question]) => !dropped.get(instrument)?.includes(question))),
    ]),
  );
}

/** The instruments of which two results say different things, in the order of the later one. */
export function flipsBetween(before: AssessmentResult, after: AssessmentResult): Flip[] {
  const [old, fresh] = [byInstrument(before), byInstrument(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((instrument) => {
    const [was, is] = [old.get(instrument), fresh.get(instrument)];
    if (sameWords(said(was), said(is))) return [];
    return [{ instrument, before: said(was), after: said(is), why: reasons(instrument, before, was, after, is) }];
  });
}

function byInstrument(result: AssessmentResult): Map<string, Finding> {
  return new Map([...result.findings, ...result.hints].map((finding) => [finding.instrument, finding]));
}

function said(finding: Finding | undefined): Said {
  if (!finding) return { edition: null, state: 'none', outcomes: [], tier: null, worst_tier: null };
  const { edition, state, outcomes, tier, worst_tier } = finding;
  return { edition, state, outcomes, tier, worst_tier };
}

/** Another edition that leads to the same outcomes is no flip. */
function sameWords(was: Said, is: Said): boolean {
  return was.state === is.state && was.outcomes.join() === is.outcomes.join() && was.worst_tier === is.worst_tier;
}

function reasons(
  instrument: string,
  before: AssessmentResult,
  was: Finding | undefined,
  after: AssessmentResult,
  is: Finding | undefined,
): string[] {
  const why: string[] = [];
  if (before.as_of !== after.as_of) why.push(`Judged as of ${after.as_of} instead of ${before.as_of}.`);
  if (was && is && was.edition !== is.edition) why.push(`${is.edition} instead of ${was.edition}.`);
  if (!was) why.push(`Before: ${notThere(before, instrument)}. Now: ${is?.applies ?? 'it applies'}.`);
  else if (!is) why.push(`Now: ${notThere(after, instrument)}.`);
  else if (was.state !== is.state) why.push(`Before: ${was.applies}. Now: ${is.applies}.`);
  if (was && is) why.push(...parting(was, is));
  // Nothing above tells them apart: they were walked by an older library.
  if (why.length === 0) why.push(`The library ${after.library} says otherwise than ${before.library}.`);
  return why;
}

function notThere(result: AssessmentResult, instrument: string): string {
  const left = result.not_applicable.find((one) => one.instrument === instrument);
  return left?.because ?? `the library ${result.library} did not have it, or it was not asked`;
}

/** Reasons told at most; what follows from them is on the two walks themselves. */
const MOST_REASONS = 6;

/** Where two walks of an instrument part. */
function parting(was: Finding, is: Finding): string[] {
  const [before, now] = [reached(was), reached(is)];
  const both = [...before.keys()].filter((question) => now.has(question));
  const lines = [
    ...both.flatMap((question) =>
      otherAnswer(question, before.get(question), now.get(question)).map(
        (line) => `${line}${putOtherwise(was, is, question)}`,
      ),
    ),
    ...(was.edition === is.edition ? [] : [...otherArrows(was, is, both, before, now), ...onlyInOne(was, is)]),
    ...openNow(is, was, before, 'Open now, and not before'),
    ...openNow(was, is, now, 'Open before, and not now'),
  ];
  return lines.slice(0, MOST_REASONS);
}

type Answered = Pick<TraceStep, 'answer' | 'because'> | 'open';

/** Every question that a walk came to, on the path or on a branch still followed. */
function reached({ trace, beyond, open }: Finding): Map<string, Answered> {
  return new Map<string, Answered>([
    ...[...trace, ...beyond].map((step) => [step.question, step] as const),
    ...open.map(({ question }) => [question, 'open'] as const),
  ]);
}

const answerOf = (one: Answered | undefined) => (one === undefined || one === 'open' ? 'open' : one.answer);
const inWords = (one: Answered | undefined) =>
  one === undefined || one === 'open' ? 'open' : `${one.answer} (${one.because})`;

function otherAnswer(question: string, before: Answered | undefined, now: Answered | undefined): string[] {
  if (answerOf(before) === answerOf(now)) return [];
  return [`${question}: ${inWords(before)} before, ${inWords(now)} now.`];
}

/** How two editions ask a question in other words, or that they answer it by another rule; else nothing. */
function putOtherwise(was: Finding, is: Finding, question: string): string {
  const [old, fresh] = [chartFor(was)?.nodes[question], chartFor(is)?.nodes[question]];
  if (!old || !fresh) return '';
  if (old.asks !== fresh.asks) return ` ${was.edition} asks: ${old.asks} ${is.edition} asks: ${fresh.asks}`;
  const rules = (node: typeof old) => JSON.stringify([node.rule, node.subRules?.map(({ when }) => when)]);
  return rules(old) === rules(fresh) ? '' : ' The two editions answer it by another rule.';
}

/** The same answer to the same question that leads elsewhere in the other edition. */
function otherArrows(
  was: Finding,
  is: Finding,
  both: readonly string[],
  before: ReadonlyMap<string, Answered>,
  now: ReadonlyMap<string, Answered>,
): string[] {
  const [older, newer] = [chartFor(was), chartFor(is)];
  return both.flatMap((question) => {
    const [old, fresh] = [older?.nodes[question], newer?.nodes[question]];
    if (!old || !fresh) return [];
    return (['yes', 'no'] as const).flatMap((answer) => {
      const possible = [before, now].every((walk) => ['open', answer].includes(answerOf(walk.get(question))));
      if (!possible || old[answer] === fresh[answer]) return [];
      return [
        `${question} ${answer} led to ${end(older, old[answer])} before and leads to ${end(newer, fresh[answer])} now.`,
      ];
    });
  });
}

/** Questions a walk came to that the other edition does not have. */
function onlyInOne(was: Finding, is: Finding): string[] {
  return [
    [was, is],
    [is, was],
  ].flatMap(([one, other]) => {
    if (!one || !other) return [];
    const [mine, theirs] = [chartFor(one), chartFor(other)];
    return [...reached(one)].flatMap(([question, answer]) => {
      if (!theirs || Object.hasOwn(theirs.nodes, question)) return [];
      const asks = mine?.nodes[question]?.asks ?? '';
      return [`${question} is asked in ${one.edition} only (${answerOf(answer)}): ${asks}`];
    });
  });
}

const chartFor = ({ instrument, edition }: Finding): Chart | null => chartOf(instrument, edition);

const end = (chart: Chart | null, id: string): string => chart?.outcomes[id]?.label ?? id;

/** Open in one walk, and not come to in the other: said in one line. */
function openNow(one: Finding, other: Finding, there: ReadonlyMap<string, Answered>, words: string): string[] {
  const chart = chartFor(other);
  const found = one.open
    .map(({ question }) => question)
    .filter((question) => !there.has(question) && (!chart || Object.hasOwn(chart.nodes, question)));
  return found.length > 0 ? [`${words}: ${found.join(', ')}.`] : [];
}
