/**
 * The assessment: a dossier in, what each published chart says about it out. Pure: the same dossier on the same day gives
 * the same bytes. Nothing unknown counts as no.
 */
import { stageOf } from './applies';
import { PLACE_TAKEN_FROM_MARKETS } from './applies-names';
import { rankAsks } from './ask';
import { type Dossier, readInstrument } from './dossier';
import type { KnownFact } from './fact-base';
import { answerConflicts } from './finding';
import { takeAnswers, takeIn, withKinds } from './intake';
import { type Judged, judge, type View } from './judge';
import { type Instrument, LIBRARY_EDITION, library } from './library';
import { overallOf } from './overall';
import type { AssessmentResult } from './result';

/**
 * Assesses a dossier.
 * @param dossier as parseDossier lets it through
 * @param today YYYY-MM-DD, used where the dossier has no as_of
 * @returns the result of the public contract
 * @throws when the dossier holds what parseDossier refuses: a defect of the caller
 */
export function assess(dossier: Dossier, today: string = new Date().toISOString().slice(0, 10)): AssessmentResult {
  const asOf = dossier.as_of ?? today;
  const instruments = library();
  const intake = takeIn(dossier, asOf);
  const { circumstances, ignored } = intake;
  const views = viewsOf(intake.base, circumstances.kinds);
  const { base } = views[0] as View;
  const answers = takeAnswers(dossier, instruments, ignored);
  const request = { views, circumstances, answers };

  const judged: Judged[] = [];
  const leftOut: AssessmentResult['not_applicable'] = [];
  const add = (instrument: Instrument, isNamed: boolean) => {
    const outcome = judge(instrument, isNamed, request);
    if ('leftOut' in outcome) leftOut.push({ instrument: instrument.chart.instrument, because: outcome.leftOut });
    else judged.push(outcome);
  };
  const named = dossier.instruments && new Set(dossier.instruments.map(readInstrument));
  if (named) for (const [id, instrument] of instruments) if (named.has(id)) add(instrument, true);
  for (const stage of named ? [] : [1, 2]) {
    for (const [id, instrument] of instruments) if (stageOf(id) === stage) add(instrument, false);
  }

  const inState = (...states: string[]) => judged.filter(({ finding }) => states.includes(finding.state));
  const counted = inState('applies', 'named');
  const unsure = inState('unknown');
  const placeTaken = judged.some(({ finding }) => finding.notes.includes(PLACE_TAKEN_FROM_MARKETS));
  return {
    ...(dossier.id !== undefined && { id: dossier.id }),
    as_of: asOf,
    library: LIBRARY_EDITION,
    findings: inState('applies', 'named', 'unknown').map(({ finding }) => finding),
    overall: overallOf({
      counted,
      unsure: unsure.map(({ finding }) => finding),
      base,
      remarks: placeTaken ? [PLACE_TAKEN_FROM_MARKETS] : [],
      named: named !== undefined,
    }),
    ask: rankAsks(
      counted.map(({ finding }) => finding),
      waiting(unsure),
    ),
    hints: inState('hint').map(({ finding }) => finding),
    not_applicable: leftOut,
    ignored,
    conflicts: [
      ...base.conflicts,
      ...[...answers].flatMap(([id, given]) => answerConflicts(instruments.get(id) as Instrument, base, given)),
    ],
  };
}

/**
 * Everything known in a dossier, stated and derived, each with its origin and reason: what a form is prefilled with.
 * @param dossier as parseDossier lets it through
 */
export function knownFacts(dossier: Dossier, today: string = new Date().toISOString().slice(0, 10)): KnownFact[] {
  const { base, circumstances } = takeIn(dossier, dossier.as_of ?? today);
  return withKinds(base, circumstances.kinds).known();
}

/** All kinds together first, then, of several, each by itself. */
function viewsOf(base: Parameters<typeof withKinds>[0], kinds: View['kinds']): View[] {
  const together = { kinds, base: withKinds(base, kinds) };
  if (kinds.length < 2) return [together];
  return [together, ...kinds.map((kind) => ({ kinds: [kind], base: withKinds(base, [kind]) }))];
}

/** Facts that keep the choice of instruments open, with the instruments that wait for them. */
function waiting(unsure: readonly Judged[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { finding, missing } of unsure) {
    for (const fact of missing) found.set(fact, [...(found.get(fact) ?? []), finding.instrument]);
  }
  return found;
}
