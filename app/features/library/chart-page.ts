/** What the page of one chart shows, in plain values: the charts themselves stay on the server. */
import type { Confidence, Tier } from '../../regulation/chart';
import type { Drawing } from '../../ui/chart-layout';
import type { EditionDifference } from './compare-editions';
import type { Condition } from './rule-in-words';

/** A statement with where it stands and how sure we are of it. */
export interface Cited {
  citation: string;
  confidence: Confidence;
}

/** Where an arrow leads: a question, perhaps in another part, or an outcome. */
export interface TargetView {
  id: string;
  label: string;
  /** Null where it leads to a question. */
  tier: Tier | null;
  /** The part to turn to; null where it stands in the same one, or is an outcome. */
  part: string | null;
}

export interface SubRuleView extends Cited {
  id: string;
  text: string;
  answer: 'yes' | 'no' | null;
  when: string | null;
}

export interface QuestionView extends Cited {
  id: string;
  asks: string;
  answeredBy: string;
  foundIn: string | null;
  gate: boolean;
  note: string | null;
  yesWhen: string;
  /** Null: no when `yesWhen` is false. */
  noWhen: string | null;
  yes: TargetView;
  no: TargetView;
  subRules: SubRuleView[];
}

export interface PartView {
  part: string;
  /** Five boxes in a row, and two for narrow screens. */
  wide: Drawing;
  narrow: Drawing;
  summary: string;
  questions: QuestionView[];
}

export interface DutyView extends Cited {
  who: string;
  must: string;
  due: string | null;
}

export interface OutcomeView {
  id: string;
  tier: Tier;
  label: string;
  meaning: string;
  duties: DutyView[];
  evidence: string[];
  notes: string[];
}

export interface ChartGlance {
  answers: string;
  jurisdiction: string;
  edition: string;
  issued: string | null;
  inForce: { from: string; to: string | null };
  issuer: string;
  document: { title: string; link: string | null };
  speaksTo: string;
  questions: number;
  tiers: Tier[];
  confidence: string;
}

/** When an instrument applies: the condition as written, and in words. */
export interface AppliesView {
  confidence: Confidence;
  /** Null: never by itself. */
  when: { written: string; words: Condition } | null;
  /** When it is shown as a forecast; null: never. */
  hint: { written: string; words: Condition; because: string } | null;
  onlyWhenClaimed: boolean;
  afterOthers: boolean;
  speaksTo: string;
}

export interface EditionView {
  edition: string;
  from: string;
  to: string | null;
  issued: string | null;
  sha256: string;
  current: boolean;
  /** No longer in force today, and nothing has taken its place. */
  ended: boolean;
  shown: boolean;
  /** Address of its page, and of its outline as a text. */
  address: string;
  outline: string;
}

export interface SourceView {
  short: string;
  title: string;
  link: string | null;
  particulars: string;
}

export interface ExampleView {
  id: string;
  what: string;
  /** The facts as the document gives them, in words. */
  facts: string[];
  outcome: string;
  path: string;
  citation: string;
}

export interface ChartPageView {
  instrument: string;
  name: string;
  title: string;
  isCurrent: boolean;
  glance: ChartGlance;
  applies: AppliesView | null;
  parts: string[];
  chosenPart: string;
  shown: PartView[];
  outcomes: OutcomeView[];
  principles: (Cited & { id: string; text: string })[];
  aids: (Cited & { id: string; asks: string; remark: string; when: string })[];
  readingNotes: string[];
  facts: { key: string; meaning: string; values: string }[];
  sources: SourceView[];
  editions: EditionView[];
  /** What the shown edition does otherwise than its neighbour; null where there is only one. */
  difference: EditionDifference | null;
  examples: ExampleView[];
  /** Pages of this edition beside this one. */
  links: { outline: string; print: string; drawing: string };
}
