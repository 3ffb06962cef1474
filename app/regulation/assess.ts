/**
 * The assessment: a dossier in, what each published chart says about it out. Pure: the same dossier on the same day gives
 * the same bytes. Nothing unknown counts as no.
 */
import { stageOf } from './applies';
import { PLACE_TAKEN_FROM_MARKETS } from './applies-names';
import { rankAsks } from './ask';
import { type Dossier, readInstrument } from './dossier';
import type { FactBase, KnownFact } from './fact-base';
import { answerConflicts } from './finding';
import { addKinds, takeAnswers, takeIn } from './intake';
import { type Judged, judge, type View } from './judge';
import { type ChosenEditions, type Instrument, LIBRARY_EDITION, type Library, library, libraryAt } from './library';
import { overallOf } from './overall';
import type { AssessmentResult, Finding } from './result';
import { teachesFirstStage } from './second-stage';

/**
 * Assesses a dossier.
 * @param dossier as parseDossier lets it through
 * @param today YYYY-MM-DD, used where the dossier has no as_of; the day of the clock (UTC) when missing
 * @param under editions to use whatever the day; without them those in force on the day are. Instruments that the
 *   dossier names are walked in their current edition
 * @returns the result of the public contract
 * @throws when the dossier holds what parseDossier refuses: a defect of the caller
 */
export function assess(dossier: Dossier, today?: string, under?: ChosenEditions): AssessmentResult {
  const asOf = dossier.as_of ?? today ?? isoToday();
  const instruments = dossier.instruments && !under ? library() : libraryAt(asOf, under);
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
  for (const instrument of runningOrder(instruments)) {
    if (!named) add(instrument, false);
    else if (named.has(instrument.chart.instrument)) add(instrument, true);
  }
  judged.sort((a, b) => a.instrument.place - b.instrument.place);

  const counted = judged.filter(({ finding }) => finding.state === 'applies' || finding.state === 'named');
  const unsure = judged.filter(({ finding }) => finding.state === 'unknown');
  const hints = findingsOf(judged, (state) => state === 'hint');
  const placeTaken = judged.some(({ finding }) => finding.notes.includes(PLACE_TAKEN_FROM_MARKETS));
  const result: AssessmentResult = {
    id: dossier.id,
    as_of: asOf,
    library: LIBRARY_EDITION,
    findings: findingsOf(judged, (state) => state !== 'hint'),
    overall: overallOf({
      counted,
      unsure: unsure.map(({ finding }) => finding),
      hints,
      base,
      remarks: placeTaken ? [PLACE_TAKEN_FROM_MARKETS] : [],
      named: named !== undefined,
    }),
    ask: rankAsks(
      counted.map(({ finding }) => finding),
      waiting(unsure),
    ),
    hints,
    not_applicable: leftOut,
    ignored,
    conflicts: base.conflicts,
  };
  for (const [id, given] of answers)
    result.conflicts.push(...answerConflicts(instruments.get(id) as Instrument, base, given));
  if (dossier.id !== undefined) return result;
  const { id: _, ...anonymous } = result;
  return anonymous;
}

/**
 * Everything known in a dossier, stated and derived, each with its origin and reason: what a form is prefilled with.
 * @param dossier as parseDossier lets it through
 */
export function knownFacts(dossier: Dossier, today?: string): KnownFact[] {
  const { base, circumstances } = takeIn(dossier, dossier.as_of ?? today ?? isoToday());
  addKinds(base, circumstances.kinds);
  return base.known();
}

const orders = new WeakMap<Library, readonly Instrument[]>();

/** Whoever teaches others before them: an instrument that other conditions look back to, then the second stage. */
function runningOrder(instruments: Library): readonly Instrument[] {
  const known = orders.get(instruments);
  if (known) return known;
  const turn = ({ chart: { instrument } }: Instrument) =>
    stageOf(instrument) === 2 ? 2 : teachesFirstStage(instrument) ? 0 : 1;
  const made = [...instruments.values()].sort((a, b) => turn(a) - turn(b));
  orders.set(instruments, made);
  return made;
}

function findingsOf(judged: readonly Judged[], wanted: (state: Finding['state']) => boolean): Finding[] {
  const found: Finding[] = [];
  for (const { finding } of judged) if (wanted(finding.state)) found.push(finding);
  return found;
}

function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}

/** All kinds together first, then, of several, each by itself. The base given becomes that of the first view. */
function viewsOf(base: FactBase, kinds: View['kinds']): View[] {
  const apart = kinds.length < 2 ? [] : kinds.map((kind) => ({ kinds: [kind], base: base.copy() }));
  const views = [{ kinds, base }, ...apart];
  for (const view of views) addKinds(view.base, view.kinds);
  return views;
}

/** Facts that keep the choice of instruments open, with the instruments that wait for them. */
function waiting(unsure: readonly Judged[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { finding, missing } of unsure) {
    for (const fact of missing) found.set(fact, [...(found.get(fact) ?? []), finding.instrument]);
  }
  return found;
}
