/**
 * What to ask, most decisive first. Two questions that hang on the same unknown facts are asked once, over all
 * instruments.
 *
 * `narrows` of a question in one finding is 1 - (|if_yes| + |if_no|) / 2 / |outcomes|: the share of the outcomes still
 * possible that an answer, yes and no held equally likely, is expected to rule out. Over several instruments it is the
 * mean over everything still open: findings that count and are undecided, and instruments of which it cannot be said
 * whether they apply. A question that does not touch one of them gives 0 there. A fact on which it hangs whether an
 * instrument applies gives it one half, shared among the facts it waits for: no settles it, yes leaves it to be walked.
 * Actor, place, market, location and kind have 1 and stand first: without them nothing else is worth asking.
 */

import { ASKED_FIRST as FIRST } from './applies';
import { chartOf } from './charts';
import { type Asking, asking } from './facts/asking';
import type { Ask, Finding, OpenQuestion } from './result';

interface Candidate {
  ask: Ask;
  /** Gain in each finding, by instrument. */
  gains: Map<string, number>;
  best: number;
}

/**
 * Ranks the questions.
 * @param findings those that count
 * @param missing facts that keep the choice of instruments open, in asking order, with the instruments that wait
 */
export function rankAsks(findings: readonly Finding[], missing: ReadonlyMap<string, readonly string[]>): Ask[] {
  const undecided = findings.filter((finding) => finding.outcomes.length > 1);
  if (undecided.length === 0 && missing.size === 0) return [];
  const candidates = new Map<string, Candidate>();
  const first: Ask[] = [];
  const waits = new Map<string, number>();
  for (const [, instruments] of missing) for (const id of instruments) waits.set(id, (waits.get(id) ?? 0) + 1);
  for (const [fact, instruments] of missing) {
    const ask = askForFact(fact, instruments);
    if (FIRST.includes(fact)) first.push(ask);
    else
      candidates.set(fact, { ask, gains: new Map(instruments.map((id) => [id, 0.5 / (waits.get(id) ?? 1)])), best: 1 });
  }
  for (const finding of undecided) {
    for (const open of finding.open) {
      const key = open.facts.length > 0 ? open.facts.join(' ') : `${finding.instrument}/${open.question}`;
      const candidate = candidates.get(key);
      const gain = gainOf(finding, open);
      if (candidate) join(candidate, finding, open, gain);
      else candidates.set(key, begin(finding, open, gain));
    }
  }
  const open = undecided.length + waits.size;
  const ranked: Ask[] = [];
  for (const { ask, gains } of candidates.values()) {
    let total = 0;
    for (const gain of gains.values()) total += gain;
    ask.narrows = Math.round((total / open) * 1000) / 1000;
    ranked.push(ask);
  }
  // Array sort is stable: among equals the order of instruments and of reading stays.
  ranked.sort((a, b) => b.narrows - a.narrows || b.instruments.length - a.instruments.length);
  return [...first, ...ranked];
}

function gainOf(finding: Finding, open: OpenQuestion): number {
  return 1 - (open.if_yes.length + open.if_no.length) / 2 / finding.outcomes.length;
}

function begin(finding: Finding, open: OpenQuestion, gain: number): Candidate {
  const [fact] = open.facts;
  // One fact alone is asked in its own plain words; otherwise the question of the chart is.
  const own = open.facts.length === 1 && fact !== undefined ? asking(fact) : null;
  const ask: Ask = {
    question: open.question,
    instruments: [finding.instrument],
    to: own?.who ?? open.who,
    text: own?.question ?? open.asks,
    narrows: 0,
    facts: open.facts.slice(),
    found_in: own?.foundIn ?? foundIn(finding, open),
  };
  return { ask, gains: new Map([[finding.instrument, gain]]), best: gain };
}

/** Where the box of the chart says that its answer stands. */
function foundIn({ instrument, edition }: Finding, { question }: OpenQuestion): string | null {
  return chartOf(instrument, edition)?.nodes[question]?.foundIn ?? null;
}

function join(candidate: Candidate, finding: Finding, open: OpenQuestion, gain: number): void {
  const { ask, gains } = candidate;
  if (!ask.instruments.includes(finding.instrument)) ask.instruments.push(finding.instrument);
  gains.set(finding.instrument, Math.max(gain, gains.get(finding.instrument) ?? 0));
  if (gain <= candidate.best) return;
  candidate.best = gain;
  ask.question = open.question;
  if (ask.facts.length !== 1) ask.text = open.asks;
}

const KIND: Pick<Asking, 'question' | 'who' | 'foundIn'> = {
  question: 'What kind of change is proposed?',
  who: 'hospital',
};

function askForFact(fact: string, instruments: readonly string[]): Ask {
  const { question, who, foundIn = null } = fact === 'kind' ? KIND : asking(fact);
  return {
    question: fact,
    instruments: instruments.slice(),
    to: who,
    text: question,
    narrows: 1,
    facts: [fact],
    found_in: foundIn,
  };
}
