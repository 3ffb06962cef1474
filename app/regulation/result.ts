/** What an assessment returns: the public contract "dossier 1", output side. Field names are part of the contract. */
import type { Confidence, Tier, Who } from './chart';

export type Answer = 'yes' | 'no';

export interface TraceStep {
  question: string;
  answer: Answer;
  /** Facts and their origin in words: "os_change = patch (stated)", or the person's own answer. */
  because: string;
  /** Sub-rule that decided (for example "C1-a"), or the question itself. */
  rule: string;
  citation: string;
  confidence: Confidence;
}

export interface OpenQuestion {
  question: string;
  asks: string;
  who: Who;
  if_yes: string[];
  if_no: string[];
  /** The fact whose value would settle the question, where one alone does; else the first unknown fact. */
  fact: string | null;
  /** Every unknown fact that keeps the question open; empty where all are known and the text still does not decide. */
  facts: string[];
}

export interface ResultObligation {
  who: string;
  must: string;
  citation: string;
  due: string | null;
}

export interface Finding {
  instrument: string;
  edition: string;
  /** Why the instrument applies, in words. */
  applies: string;
  /** "undecided" while more than one outcome is possible. */
  outcome: string;
  outcomes: string[];
  tier: Tier;
  worst_tier: Tier;
  path: string[];
  trace: TraceStep[];
  open: OpenQuestion[];
  obligations: ResultObligation[];
  evidence: string[];
  notes: string[];
  /**
   * How it came to be walked. applies and named (by the dossier) count in `overall`; hint is a forecast; unknown says
   * that it cannot be said yet whether it applies (`applies` then begins with "cannot say").
   */
  state: 'applies' | 'named' | 'hint' | 'unknown';
  /** Questions answered on branches still followed after the first open one; the path stops before them. */
  beyond: TraceStep[];
}

export interface Ask {
  /** The question that the answer decides most; a fact's key where the answer decides whether an instrument applies. */
  question: string;
  instruments: string[];
  to: Who;
  text: string;
  /** 0 to 1: how much of what is still possible the answer is expected to rule out. See ask.ts. */
  narrows: number;
  /** The facts to ask for; none where a person has to judge the question itself. */
  facts: string[];
  /** Document that usually holds the answer, or null. */
  found_in: string | null;
}

export interface DutyTransfer {
  instrument: string;
  /** Outcomes still possible that bring it about. */
  outcomes: string[];
  becomes: 'manufacturer' | 'remanufacturer' | 'in-house manufacturer' | 'user at own risk';
  /** False while another outcome is possible, or where the instrument is a forecast. */
  certain: boolean;
  forecast: boolean;
  clause: string;
  moves: string;
  stays: string;
  /** What reaches the same protection without it. */
  instead: string;
  /** What the source leaves open, or null. */
  unsettled: string | null;
}

export interface AssessmentResult {
  id?: string;
  as_of: string;
  library: string;
  findings: Finding[];
  overall: {
    tier: Tier;
    worst_tier: Tier;
    reasons: string[];
    conflicts_between_instruments: string[];
    /** Where whoever makes the change would take on duties of the manufacturer. */
    duty_transfer: DutyTransfer[];
  };
  ask: Ask[];
  /** Shown as forecast or background; never counted. */
  hints: Finding[];
  not_applicable: { instrument: string; because: string }[];
  ignored: string[];
  conflicts: { key: string; message: string }[];
}

export interface Refusal {
  id?: string;
  error: { message: string; issues: { path: (string | number)[]; message: string }[] };
}
