/** The charts made ready for walking, with their citations as printed. Done once, when the first dossier is judged. */
import type { Aid, Citation, OutcomeDefinition, Tier } from './chart';
import { CHARTS } from './charts';
import { type Rule, rule } from './language';
import type { ResultObligation } from './result';
import { citationText } from './sources';
import { greatestTier, leastTier } from './tiers';
import { type CompiledChart, compileChart, outcomeCodes } from './walk';

/** Edition of the rule library: charts, dictionary, and the table of when each instrument applies. */
export const LIBRARY_EDITION = '2026.11.1';

export interface Instrument extends CompiledChart {
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

let prepared: ReadonlyMap<string, Instrument> | null = null;

/** All instruments of the library, in the order in which results are listed. */
export function library(): ReadonlyMap<string, Instrument> {
  prepared ??= new Map(CHARTS.map((chart) => [chart.instrument, prepare(compileChart(chart))]));
  return prepared;
}

function prepare(compiled: CompiledChart): Instrument {
  const cited = (citation: Citation) => citationText(citation);
  return {
    ...compiled,
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
