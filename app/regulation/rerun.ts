/**
 * A past assessment judged again under other editions: what comes out otherwise, and why. The record itself stays as
 * it was; this only says what today's reader would have read.
 */
import { assess } from './assess';
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
 * Judges a dossier again and compares.
 * @param dossier as it was judged, as parseDossier lets it through
 * @param before what came out then
 * @param under editions to use whatever the day; without them those in force on the day
 * @param asOf the day to judge it on; the day of the past assessment when missing
 */
export function rerun(dossier: Dossier, before: AssessmentResult, under?: ChosenEditions, asOf = before.as_of): Rerun {
  const result = assess({ ...dossier, as_of: asOf }, asOf, under);
  return { result, flips: flipsBetween(before, result) };
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
  return why;
}

function notThere(result: AssessmentResult, instrument: string): string {
  const left = result.not_applicable.find((one) => one.instrument === instrument);
  return left?.because ?? `the library ${result.library} did not have it, or it was not asked`;
}

/** Where two walks part: the first question answered otherwise, asked in one only, or open in one only. */
function parting(was: Finding, is: Finding): string[] {
  const at = was.path.findIndex((step, index) => step !== is.path[index]);
  const place = at === -1 ? was.path.length : at;
  const [old, fresh] = [was.trace[place], is.trace[place]];
  if (old && fresh && old.question === fresh.question) {
    return [`${old.question}: ${old.answer} before (${old.because}), ${fresh.answer} now (${fresh.because}).`];
  }
  const lines: string[] = [];
  if (old) lines.push(`Before: ${stepInWords(was, old)}`);
  if (fresh) lines.push(`Now: ${stepInWords(is, fresh)}`);
  const open = openOnlyIn(is, was);
  if (open.length > 0) lines.push(`Open now, and not before: ${open.join(', ')}.`);
  const settled = openOnlyIn(was, is);
  if (settled.length > 0) lines.push(`Open before, and not now: ${settled.join(', ')}.`);
  return lines;
}

function stepInWords(finding: Finding, step: TraceStep): string {
  const asks = chartOf(finding.instrument, finding.edition)?.nodes[step.question]?.asks ?? '';
  return `${step.question} ${step.answer}: ${asks} (${step.citation})`;
}

function openOnlyIn(one: Finding, other: Finding): string[] {
  const there = new Set(other.open.map(({ question }) => question));
  return one.open.map(({ question }) => question).filter((question) => !there.has(question));
}
