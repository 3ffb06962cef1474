/** What an assessment report needs, in its own words. Plain JSON; dates are ISO days; nothing here reads a clock. */
import type { Slot } from '../document';
import type { PrintedDrawing } from '../parts/chart-drawing';
import type { Citation } from '../parts/citation';
import type { Logo } from '../parts/letterhead';
import type { Signatory } from '../parts/signatory';
import type { Mark } from '../theme';

/** The answer to one of the three questions; they are never merged. */
export interface ThreeAnswer {
  question: string;
  mark: Mark;
  word: string;
  headline: string;
  text: string;
}

export interface Step {
  question: string;
  asks: string;
  answer: string;
  because: string;
  /** Sub-rule that decided, where it is not the question itself. */
  rule?: string;
  citation: Citation;
}

export interface OpenBranch {
  question: string;
  asks: string;
  who: string;
  ifYes: string;
  ifNo: string;
}

export interface Outcome {
  label: string;
  meaning: string;
  from: Mark;
}

/** One instrument: why it applies, what comes out, and every step that leads there. */
export interface Instrument {
  id: string;
  name: string;
  title: string;
  jurisdiction: string;
  edition: string;
  /** "law", "who" or "safe" in words. */
  answers: string;
  applies: string;
  /** False for a forecast, and while it cannot be said whether the instrument applies. */
  counted: boolean;
  outcomes: Outcome[];
  from: Mark;
  to: Mark;
  path: string[];
  steps: Step[];
  /** Answered on branches still followed after the first open question. */
  beyond: Step[];
  open: OpenBranch[];
  obligations: { who: string; must: string; due: string; citation: string }[];
  evidence: string[];
  notes: string[];
  drawings: { title: string; caption: string; drawing: PrintedDrawing }[];
}

export interface RankedQuestion {
  text: string;
  who: string;
  /** "MDCG 2020-3 Rev.1: C5" */
  settles: string;
  /** Share of what is still possible that an answer rules out on average, in words. */
  narrows: string;
}

export interface UsedFact {
  fact: string;
  value: Slot;
  /** Who said so, in which document and page, when; or by which rule it was derived. */
  source: Slot;
}

export interface SafetyLine {
  prompt: string;
  verdict: string;
  condition: string;
  by: string;
}

export interface AssessmentReport {
  /** "DRAFT – not signed", or null once signed. */
  mark: string | null;
  language: string;
  reference: Slot;
  version: string;
  date: string;
  /** The day whose rules and editions were used. */
  asOf: string;
  library: string;
  organisation: { name: Slot; lines: Slot[]; logo?: Logo };
  /** Line under the title: the change in one sentence. */
  title: Slot;
  subject: { label: string; value: Slot }[];
  answers: ThreeAnswer[];
  reasons: string[];
  ranked: RankedQuestion[];
  instruments: Instrument[];
  hints: Instrument[];
  safety: SafetyLine[];
  notApplicable: { instrument: string; because: string }[];
  conflicts: string[];
  ignored: string[];
  facts: UsedFact[];
  /** What this paper is and is not. */
  statement: string[];
  signatories: Signatory[];
  /** Documents cited, with edition and link. */
  sources: string[];
}
