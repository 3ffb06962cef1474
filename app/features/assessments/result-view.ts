/** What the pages show of an assessment, with the charts' words in it: the charts themselves stay on the server. */
import type { Confidence, Tier, Who } from '../../regulation/chart';
import type { Ask, DutyTransfer, Finding, ResultObligation } from '../../regulation/result';
import type { Drawing } from '../../ui/chart-layout';
import type { LeftOutGroup } from './left-out';
import type { Answer } from './summary';

/** One instrument in a table of findings. */
export interface FindingRow {
  instrument: string;
  name: string;
  area: string;
  edition: string;
  applies: string;
  state: Finding['state'];
  /** Labels of the outcomes still possible. */
  outcomes: string[];
  tier: Tier;
  worstTier: Tier;
  /** Questions still open, by their numbers. */
  open: string[];
}

/** An open question with what the page needs to offer an answer to it. */
export interface AskView extends Ask {
  /** Names of the instruments that ask. */
  names: string[];
  /** INSTRUMENT/QUESTION, or INSTRUMENT/FACT where one fact alone is asked for: what a form says it answers. */
  target: string;
  /** Key of the statement that an answer becomes: a fact serves every chart that hangs on it. */
  statement: string;
  /** Answered with yes or no; else a choice, or something said elsewhere. */
  isQuestion: boolean;
}

export interface StepView {
  question: string;
  asks: string;
  answer: string;
  because: string;
  rule: string;
  citation: string;
  confidence: Confidence;
}

export interface OpenView {
  question: string;
  asks: string;
  who: Who;
  ifYes: string[];
  ifNo: string[];
  rule: string;
}

/** The finding that is shown in full, with its chart drawn as far as one part of it. */
export interface ShownFinding extends FindingRow {
  steps: StepView[];
  openQuestions: OpenView[];
  /** The last step of the path, for the line under the drawing. */
  last: StepView | null;
  obligations: ResultObligation[];
  evidence: string[];
  notes: string[];
  /** Null where the library has no such chart any more. */
  chart: {
    name: string;
    /** The page of this edition in the library. */
    address: string;
    parts: string[];
    part: string;
    drawing: Drawing;
    summary: string;
  } | null;
}

export interface ResultView {
  law: Answer;
  who: Answer;
  findings: FindingRow[];
  hints: FindingRow[];
  shown: ShownFinding | null;
  asks: AskView[];
  leftOut: LeftOutGroup[];
  /** Sentences about statements that disagree. */
  disagreements: string[];
  /** Where whoever makes the change would take on duties of the maker. */
  transfers: DutyTransfer[];
}
