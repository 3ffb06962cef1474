/** Judges one instrument for one dossier: whether it applies, and if so its finding; of several kinds the strictest. */
import { type ApplicabilityState, applicability, leftOutBecause, reasonToApply } from './applies';
import { type Circumstances, PLACE_TAKEN_FROM_MARKETS, placeIsTakenFromMarkets } from './applies-names';
import { knownIn } from './applies-table';
import type { FactBase } from './fact-base';
import { findingOf } from './finding';
import type { KindId } from './kinds/kind-ids';
import { rule, type Tri, YES } from './language';
import type { Instrument } from './library';
import type { Finding } from './result';
import { recordResult } from './second-stage';
import { byStrictness } from './strictness';
import type { GivenAnswers } from './walk';

/** One way to look at the change: all its kinds together, or one of several by itself. */
export interface View {
  kinds: readonly KindId[];
  base: FactBase;
}

export interface Judged {
  instrument: Instrument;
  finding: Finding;
  /** Facts that keep it open whether the instrument applies. */
  missing: readonly string[];
}

export interface JudgeRequest {
  views: readonly View[];
  circumstances: Circumstances;
  answers: ReadonlyMap<string, ReadonlyMap<string, Tri>>;
}

const NO_ANSWERS: GivenAnswers = new Map();
const NONE: readonly never[] = [];
const STRENGTH: readonly ApplicabilityState[] = ['applies', 'unknown', 'hint', 'left_out'];
const operator = rule('OPERATOR');

/**
 * Judges one instrument.
 * @param named whether the dossier named it: then it runs whatever its row in the table says
 * @returns the finding, or why the instrument is left out
 */
export function judge(instrument: Instrument, named: boolean, request: JudgeRequest): Judged | { leftOut: string } {
  const { views, circumstances, answers } = request;
  const id = instrument.chart.instrument;
  const [only] = views;
  if (!named && only && views.length === 1) {
    const because = leftOutBecause(id, only.base);
    if (because !== null) return { leftOut: because };
  }
  const chosen: Chosen[] = [];
  for (const view of views) chosen.push(chooseFor(view, instrument, named, circumstances));
  const state = named ? 'named' : strongest(chosen);
  if (state === 'left_out') return { leftOut: chosen[0]?.reason ?? '' };

  const walked: { view: View; missing: readonly string[]; finding: Finding }[] = [];
  for (const { view, state: own, reason, missing } of chosen) {
    if (own !== state) continue;
    const finding = findingOf({
      instrument,
      base: view.base,
      answers: answers.get(id) ?? NO_ANSWERS,
      state,
      applies: reason,
      asOf: circumstances.asOf,
    });
    walked.push({ view, missing, finding });
  }
  const strictest = byStrictness(instrument, walked);
  if (!strictest) throw new Error(`${id} was chosen, but nothing was walked`);
  const { finding, view, missing } = strictest;
  if (walked.length > 1) finding.notes.push(kindsNote(walked));
  if (!named && placeIsTakenFromMarkets(view.base, circumstances.site) && operator.evaluate(view.base.codes) === YES) {
    finding.notes.push(PLACE_TAKEN_FROM_MARKETS);
  }
  for (const { base } of views) recordResult(base, finding);
  return { instrument, finding, missing };
}

interface Chosen {
  view: View;
  state: ApplicabilityState | 'named';
  reason: string;
  missing: readonly string[];
}

function chooseFor(view: View, { chart }: Instrument, named: boolean, { certifications }: Circumstances): Chosen {
  const known = () => knownIn(view.base, certifications ?? NONE);
  if (named) {
    const reason = reasonToApply(chart.instrument, view.base, known) ?? 'named in the dossier';
    return { view, state: 'named', reason, missing: NONE };
  }
  const { state, reason, missing } = applicability(chart.instrument, view.base, known, view.kinds);
  return { view, state, reason, missing };
}

/** Of several views the one that reaches farthest decides: one kind that brings an instrument in is enough. */
function strongest(chosen: readonly { state: string }[]): ApplicabilityState {
  const [only] = chosen;
  if (only && chosen.length === 1) return only.state as ApplicabilityState;
  return STRENGTH.find((state) => chosen.some((one) => one.state === state)) ?? 'left_out';
}

function kindsNote(walked: readonly { view: View; finding: Finding }[]): string {
  const each = walked.map(({ view, finding }) => `${view.kinds.join(' + ')}: ${finding.outcomes.join(' or ')}`);
  return `Several kinds of change, judged together and each by itself; the strictest counts. ${each.join('; ')}.`;
}
