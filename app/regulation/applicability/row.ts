/** One row of the table of when each instrument applies, and what its sentence may look at. */
import type { Confidence } from '../chart';

/** What the sentence of a row may look at. */
export interface Known {
  /** Value of a fact or computed name as text, or null when it is not known. */
  value(key: string): string | null;
  /** Basis and number of the certification for a market, or null. */
  certification(market: string): { basis: string | null; number: string | null } | null;
}

export interface ApplicabilityRow {
  instrument: string;
  /** 2: the conditions use results of the first stage. */
  stage: 1 | 2;
  /** True: left out, not unknown, while the condition is unknown. */
  onlyWhenClaimed: boolean;
  /** Null: never by itself, at most as a hint. */
  appliesWhen: string | null;
  /** Null: never only a hint. */
  hintWhen: string | null;
  /** Why it applies, short, with the particulars of the device. */
  says(known: Known): string;
  /** Why it is shown as a forecast only. */
  hintBecause: string;
  /** To whom it speaks, for the reason why it was left out. */
  speaksTo: string;
  confidence: Confidence;
}
