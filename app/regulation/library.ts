/** The charts made ready for walking, with their citations as printed. Done once, when the first dossier is judged. */
import type { Aid, Chart, Citation, OutcomeDefinition, Tier } from './chart';
import { CHARTS, EDITIONS } from './charts';
import { type Rule, rule } from './language';
import type { ResultObligation } from './result';
import { citationText } from './sources';
import { greatestTier, leastTier } from './tiers';
import { type CompiledChart, compileChart, outcomeCodes } from './walk';

/** Edition of the rule library: charts, dictionary, and the table of when each instrument applies. */
export const LIBRARY_EDITION = '2026.11.2';

export interface Instrument extends CompiledChart {
  /** Place in the order in which results are listed. */
  place: number;
  /** Citation of each question as printed, and of each of its sub-rules. */
  citations: readonly { node: string; subRules: readonly string[] }[];
  aids: readonly PreparedAid[];
  /** What follows from each outcome, citations as printed. */
  consequences: ReadonlyMap<string, Consequences>;
  /** Sets of outcomes met so far, by their bits. */
  outcomeSets: Map<number, OutcomeSet>;
}

/** What follows from an outcome. Copied into each finding that comes to it. */
export interface Consequences {
  definition: OutcomeDefinition;
  obligations: readonly ResultObligation[];
}

export interface OutcomeSet {
  /** Sorted. */
  codes: readonly string[];
  least: Tier;
  greatest: Tier;
}

export interface PreparedAid {
  aid: Aid;
  when: Rule;
  about: Rule | null;
  citation: string;
  /** Index of the question it belongs to ("UK-H3" of "UK-H3/MDS2-..."): shown only while that one is walked. */
  belongsTo: number | null;
}

/** Which edition to use of an instrument, by the words of the edition ("Rev.1, May 2023"). */
export type ChosenEditions = Readonly<Record<string, string>>;

export type Library = ReadonlyMap<string, Instrument>;

const ready = new Map<Chart, Instrument>();

/** A chart made ready once, when it is first walked. */
function instrumentOf(chart: Chart): Instrument {
  const made = ready.get(chart) ?? prepare(compileChart(chart));
  ready.set(chart, made);
  return made;
}

let current: Library | null = null;

/** All instruments of the library in their current editions, in the order in which results are listed. */
export function library(): Library {
  current ??= new Map(CHARTS.map((chart) => [chart.instrument, instrumentOf(chart)]));
  return current;
}

/** Instruments of which the library has more than one edition. */
const SEVERAL = CHARTS.flatMap(({ instrument }) => {
  const editions = EDITIONS.filter((one) => one.instrument === instrument);
  return editions.length > 1 ? [{ instrument, editions }] : [];
});

const mixed = new Map<string, Library>();

/**
 * The library as of a day: of each instrument the edition in force then, or the current one where none was.
 * @param day YYYY-MM-DD
 * @param chosen editions to use whatever the day
 * @throws when the library does not have a chosen edition: callers offer those it has
 */
export function libraryAt(day: string, chosen: ChosenEditions = {}): Library {
  const others = SEVERAL.flatMap(({ instrument, editions }) => {
    const wanted = chosen[instrument];
    const found = editions.find((one) =>
      wanted === undefined ? one.inForce.from <= day && day <= (one.inForce.to ?? day) : one.edition === wanted,
    );
    if (!found && wanted !== undefined) throw new Error(`${instrument} has no edition "${wanted}"`);
    return found && !CHARTS.includes(found) ? [found] : [];
  });
  if (others.length === 0) return library();
  const key = others.map(({ instrument, edition }) => `${instrument} ${edition}`).join('; ');
  const made =
    mixed.get(key) ?? new Map([...library(), ...others.map((one) => [one.instrument, instrumentOf(one)] as const)]);
  mixed.set(key, made);
  return made;
}

function prepare(compiled: CompiledChart): Instrument {
  const cited = (citation: Citation) => citationText(citation);
  return {
    ...compiled,
    place: CHARTS.findIndex(({ instrument }) => instrument === compiled.chart.instrument),
    citations: compiled.nodes.map(({ node }) => ({
      node: cited(node.cite),
      subRules: (node.subRules ?? []).map((sub) => cited(sub.cite)),
    })),
    consequences: new Map(
      Object.entries(compiled.chart.outcomes).map(([code, definition]) => [
        code,
        {
          definition,
          obligations: definition.obligations.map(({ who, must, cite, due }) => ({
            who,
            must,
            citation: cited(cite),
            due,
          })),
        },
      ]),
    ),
    outcomeSets: new Map(),
    aids: compiled.chart.aids.map((aid) => ({
      aid,
      when: rule(aid.when),
      about: aid.about === undefined ? null : rule(aid.about),
      citation: cited(aid.cite),
      belongsTo: aid.id.includes('/') ? (compiled.indexOf.get(aid.id.split('/')[0] ?? '') ?? null) : null,
    })),
  };
}

/** The outcomes behind some bits, with their least and greatest weight. */
export function outcomeSet(instrument: Instrument, bits: number): OutcomeSet {
  const known = instrument.outcomeSets.get(bits);
  if (known) return known;
  const codes = outcomeCodes(instrument, bits);
  const tiers = codes.map((code) => outcomeOf(instrument, code).tier);
  const made = { codes, least: leastTier(tiers), greatest: greatestTier(tiers) };
  instrument.outcomeSets.set(bits, made);
  return made;
}

/** The definition of an outcome of an instrument's chart. */
export function outcomeOf(instrument: Instrument, code: string): OutcomeDefinition {
  const outcome = instrument.chart.outcomes[code];
  if (!outcome) throw new Error(`${instrument.chart.instrument} has no outcome ${code}`);
  return outcome;
}
