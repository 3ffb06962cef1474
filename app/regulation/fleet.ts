/**
 * A fleet judged: every unit under every option. Units of which the same is known are the same to every chart, so each
 * set of facts is judged once for each option. Two units are alike to an option when every name that it still hangs on
 * has the same value for both, whatever their models, the numbers of their certificates and their serial numbers are.
 */
import { assess } from './assess';
import type { Dossier } from './dossier';
import { takeIn } from './intake';
import { LIBRARY_EDITION } from './library';
import { keptFacts } from './options/kept-facts';
import { type Measure, type MeasureId, measureOf } from './options/measures';
import type { TierSpan } from './options/option-result';
import { relevantNames } from './options/relevant-names';
import { certificateOf, mayActOf } from './options/three-questions';
import { type Proposal, variantOf } from './options/variant';
import { nameOf } from './vocabulary';

/** How far one option reaches on one unit. Null where there is no tier to give. */
export interface FleetRange {
  /** Over everything that counts. */
  tiers: TierSpan | null;
  certificate: TierSpan | null;
  mayAct: TierSpan | null;
}

export interface FleetResult {
  library: string;
  options: readonly MeasureId[];
  /** Units judged. */
  units: number;
  /** Assessments made, and those that judging each unit by itself would have made. */
  judged: number;
  asked: number;
  /** Share of assessments saved, 0 to 1. */
  saved: number;
  /**
   * The range of one unit under one option.
   * @param unit its place among those given
   * @param option its place in `options`
   * @throws RangeError when there is no such place
   */
  rangeOf(unit: number, option: number): FleetRange;
}

/** What is judged is the unit, not a change somebody proposed for it. */
const NO_PROPOSAL: Proposal = { kinds: [], side: null, measure: null };

const NOTHING_TO_JUDGE: FleetRange = { tiers: null, certificate: null, mayAct: null };

/**
 * Judges a fleet.
 * @param units dossiers as parseDossier lets them through; a change or answers in them are left aside
 * @param options the measures to judge each unit under
 * @param today YYYY-MM-DD, used where a dossier has no as_of; the day of the clock (UTC) when missing
 */
export function judgeFleet(units: Iterable<Dossier>, options: readonly MeasureId[], today?: string): FleetResult {
  const day = today ?? new Date().toISOString().slice(0, 10);
  const rowOf: number[] = [];
  const rows: FleetRange[][] = [];
  const rowByText = new Map<string, number>();
  const ranges = options.map(() => new Map<string, FleetRange>());
  const alphabet = new Map<number, number>();
  for (const unit of units) {
    const text = textKey(unit);
    let row = rowByText.get(text);
    if (row === undefined) {
      row = rows.length;
      const facts = factsKnown(unit, unit.as_of ?? day, alphabet);
      rows.push(options.map((option, at) => rangeFor(unit, option, facts, ranges[at] ?? new Map())));
      rowByText.set(text, row);
    }
    rowOf.push(row);
  }
  const changing = options.filter((option) => measureOf(option).kind !== null);
  const asked = rowOf.length * changing.length;
  const judged = ranges.reduce((sum, byFacts) => sum + byFacts.size, 0);
  return {
    library: LIBRARY_EDITION,
    options: [...options],
    units: rowOf.length,
    judged,
    asked,
    saved: asked === 0 ? 0 : 1 - judged / asked,
    rangeOf(unit, option) {
      const range = rows[rowOf[unit] ?? -1]?.[option];
      if (!range) throw new RangeError(`the fleet has no unit ${unit} under option ${option}`);
      return range;
    },
  };
}

function rangeFor(unit: Dossier, option: MeasureId, facts: Known, byFacts: Map<string, FleetRange>): FleetRange {
  const measure = measureOf(option);
  if (measure.kind === null) return NOTHING_TO_JUDGE;
  const key = factKey(facts, measure);
  const range = byFacts.get(key) ?? judgeUnit(unit, option, facts.day);
  byFacts.set(key, range);
  return range;
}

/** One unit under one option, by itself: what the sharing must not change. */
export function judgeUnit(unit: Dossier, option: MeasureId, day: string): FleetRange {
  const measure = measureOf(option);
  if (measure.kind === null) return NOTHING_TO_JUDGE;
  const result = assess(variantOf(unit, measure, NO_PROPOSAL), day);
  const { tier, worst_tier } = result.overall;
  return {
    tiers: { least: tier, worst: worst_tier },
    certificate: certificateOf(result, measure.lands).tiers,
    mayAct: mayActOf(result, measure.acts).tiers,
  };
}

/** Equal texts are equal units, found without reading them. Names, numbers and versions, which no rule reads, are left out. */
function textKey({ as_of, instruments, device, site, vulnerabilities, facts }: Dossier): string {
  const { certifications, software, mds2, network_interfaces } = device ?? {};
  return JSON.stringify([
    as_of,
    instruments,
    certifications?.map((one) => [one.market, one.basis, one.class, one.body, one.certificate, one.expires]),
    software?.os,
    software?.released,
    mds2,
    (network_interfaces?.length ?? 0) > 0,
    site,
    vulnerabilities?.map((one) => one.cvss),
    facts,
  ]);
}

/** What is known of a unit before any measure: its device, its place, and what follows from them. */
interface Known {
  day: string;
  named: string;
  /** For each name a letter that stands for its value. */
  letters: Uint16Array;
}

/** Letters for what is not known, and for what somebody stated not to be known: that keeps what would be derived out. */
const NOT_KNOWN = 0;
const STATED_UNKNOWN = 1;

/**
 * A key is compared a hundred thousand times, so each value becomes one letter of it.
 * @throws RangeError when a fleet has more different values than there are letters, so that two would run together
 */
function letter(code: number, letters: Map<number, number>): number {
  if (Number.isNaN(code)) return NOT_KNOWN;
  const known = letters.get(code) ?? letters.size + 2;
  if (known > 0xffff) throw new RangeError('the fleet has more different dates and numbers than can be told apart');
  letters.set(code, known);
  return known;
}

function factsKnown(unit: Dossier, day: string, alphabet: Map<number, number>): Known {
  const { change: _, answers: __, ...rest } = unit;
  const facts = keptFacts(unit.facts);
  const letters = Uint16Array.from(takeIn({ ...rest, facts }, day).base.codes, (code) => letter(code, alphabet));
  for (const key of Object.keys(facts)) {
    const name = facts[key] === 'unknown' ? nameOf(key) : undefined;
    if (name) letters[name.index] = STATED_UNKNOWN;
  }
  return { day, named: unit.instruments?.join(' ') ?? '', letters };
}

/** The canonical key: what is known of every name that the option still hangs on. */
function factKey({ day, named, letters }: Known, measure: Measure): string {
  // Named instruments run whether they apply or not, so nothing can be left aside for them.
  if (named !== '') return `${day}|${named}|${String.fromCharCode(...letters)}`;
  return `${day}|${String.fromCharCode(...relevantNames(measure, day).map((index) => letters[index] ?? NOT_KNOWN))}`;
}
