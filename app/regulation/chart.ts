/**
 * The shape of a published decision chart, as data a regulatory reader can hold beside the document.
 * One file per instrument and edition; the walker is in walk.ts. No outcome is decided anywhere else.
 */

/** How sure we are of a statement. V seen in the source, V2 seen second-hand, M from memory, D derived, i interpretation. */
export type Confidence = 'V' | 'V2' | 'M' | 'D' | 'i' | `${'V' | 'V2' | 'M'}/${'V2' | 'M' | 'D' | 'i'}`;

/** Who usually holds the answer to a question. */
export type Who = 'manufacturer' | 'hospital' | 'regulator';

/** Comparable weight of an outcome; `hold` stands beside the scale. */
export type Tier = 'none' | 'record' | 'notify' | 'approval' | 'recertify' | 'hold';

export interface Citation {
  /** Key of the document in sources.ts. */
  source: string;
  /** Section, figure, footnote or clause, as printed. */
  at: string;
}

/** A published gloss, narrowed test or sub-rule of one question (for example C1-a), or our own marked reading of it. */
export interface SubRule {
  id: string;
  text: string;
  cite: Citation;
  confidence: Confidence;
  /** The answer this sub-rule gives when `when` holds; the trace then names it as the rule that decided. */
  answer?: 'yes' | 'no';
  /** Condition in the rule language (language.ts). */
  when?: string;
}

export interface ChartNode<Target extends string = string> {
  /** step: always printed in the path. gate: printed only when answered yes. */
  kind: 'step' | 'gate';
  /** The question in plain words. */
  asks: string;
  /** Short form for drawings, at most about 40 characters. */
  short: string;
  cite: Citation;
  confidence: Confidence;
  who: Who;
  /** Which document usually holds the answer (MDS2 question, instructions for use, certificate ...). */
  foundIn?: string;
  /** Condition over facts, rule language. `no` absent: the negation of `yes`. Neither true: open. */
  rule: { yes: string; no?: string };
  yes: Target;
  no: Target;
  subRules?: SubRule[];
  note?: string;
  /** Which sub-chart the box is printed in, for drawing (for example "Main chart", "Chart C: software"). */
  part?: string;
}

/** A hint or remark beside the chart: never walked, shown when its condition holds. */
export interface Aid {
  id: string;
  asks: string;
  when: string;
  /** Condition for speaking of it at all; not shown where this is no. */
  about?: string;
  remark: string;
  cite: Citation;
  confidence: Confidence;
}

/** A guiding principle of the document, printed with the chart. */
export interface Principle {
  id: string;
  text: string;
  cite: Citation;
  confidence: Confidence;
}

export interface Obligation {
  who: 'manufacturer' | 'hospital' | 'authorised body' | 'regulator';
  must: string;
  cite: Citation;
  confidence: Confidence;
  /** A deadline in words ("before the changed device is marketed"), or null. */
  due: string | null;
}

export interface OutcomeDefinition {
  tier: Tier;
  /** What the outcome means, in words (outcome_meanings of the fact dictionary). */
  meaning: string;
  /** Short label for badges and drawings. */
  label: string;
  obligations: Obligation[];
  /** What to attach or keep on file. */
  evidence: string[];
  /** Remarks to show with the outcome; anything not seen in the source says so. */
  notes: string[];
}

export interface Chart<Id extends string = string, Outcome extends string = string> {
  /** Instrument id, as in the fact dictionary. */
  instrument: string;
  /** Short name for tables ("MDCG 2020-3 Rev.1"). */
  name: string;
  title: string;
  jurisdiction: string;
  /** Edition as printed ("Rev.1, May 2023"). */
  edition: string;
  /** Date of issue as precise as it is known ("2014", "2023-05", "CFR 2025"); null when none was seen. */
  issued: string | null;
  /** First day on which this edition is the one to use. */
  inForce: { from: string; to: string | null };
  source: string;
  /** To whom the document speaks. */
  addressee: string;
  /** law: does it disturb the certificate? who: who may make the change? safe: is it clinically safe here? */
  answers: 'law' | 'who' | 'safe';
  start: Id;
  nodes: Record<Id, ChartNode<Id | Outcome>>;
  outcomes: Record<Outcome, OutcomeDefinition>;
  aids: Aid[];
  principles: Principle[];
  /** Remarks on how the chart was read (arrow directions, extraction limits ...). */
  readingNotes: string[];
}

/**
 * Declares a chart. Node names are inferred from the keys only, so an arrow to a box or outcome that does not exist
 * is a compile error.
 */
export function chart<const Id extends string, const Outcome extends string>(
  definition: Omit<Chart<Id, Outcome>, 'start' | 'nodes' | 'outcomes'> & {
    start: NoInfer<Id>;
    nodes: { [K in Id]: ChartNode<NoInfer<Id> | NoInfer<Outcome>> };
    outcomes: { [K in Outcome]: OutcomeDefinition };
  },
): Chart<Id, Outcome> {
  return definition;
}
