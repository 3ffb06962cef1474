/** Everything the page of one change shows, in one plain value. Dates are ISO texts. No database types. */
import type { Confidence } from '../../regulation/chart';
import type { AssessmentResult } from '../../regulation/result';
import type { MeanwhileLine } from '../options/meanwhile';
import type { Source } from '../provenance/source';
import type { SafetySummary, Verdict } from '../safety/verdict';
import type { ChangeStatus } from './change-status';
import type { Cumulative } from './cumulative';

export type { Source };

export type FactValue = boolean | number | string | string[];

/** A fact of the dictionary as a person stated it for this change ("unknown" is a statement too). */
export interface StatedFact {
  statementId: string;
  key: string;
  /** The plain-words question that this answers. */
  question: string;
  value: FactValue;
  /** The value in words: "yes", "not known", "patch". */
  valueInWords: string;
  because: string;
  source: Source;
  recordedByName: string;
  recordedAt: string;
}

/** A person's own answer to one chart question; wins over facts. */
export interface OwnAnswer {
  statementId: string;
  /** INSTRUMENT/QUESTION */
  key: string;
  instrument: string;
  question: string;
  asks: string;
  value: 'yes' | 'no' | 'unknown';
  because: string;
  source: Source;
  recordedByName: string;
  recordedAt: string;
}

/** One clinical-safety prompt and the latest judgement on it. */
export interface SafetyPromptView {
  key: string;
  title: string;
  asks: string;
  /** Why this is asked for this change, in words, with its source and how sure the link is. */
  why: string;
  citation: string;
  confidence: Confidence;
  answer: {
    statementId: string;
    verdict: Verdict;
    condition: string;
    because: string;
    recordedByName: string;
    recordedAt: string;
  } | null;
}

export interface AssessmentView {
  id: string | null;
  /** 1, 2, 3 … per change; null while the change is a draft: a preview, worked out for this page and not kept. */
  number: number | null;
  result: AssessmentResult;
  library: string;
  assessedAt: string;
  assessedByName: string;
  /** True when facts changed since it was kept, or the rule library has a newer edition. */
  stale: boolean;
}

export interface AssessmentBrief {
  id: string;
  number: number;
  library: string;
  assessedAt: string;
  assessedByName: string;
  tier: string;
  worstTier: string;
  openQuestions: number;
}

export interface DocumentBrief {
  id: string;
  /** "Assessment report", or what kind of letter it is. */
  kindLabel: string;
  /** "CM-2026-000123-L01" */
  reference: string;
  status: string;
  /** Null for a letter that quotes no assessment of this change. */
  assessmentNumber: number | null;
  createdAt: string;
  createdByName: string;
  /** Page with preview; null where a kind has none. */
  page: string | null;
  /** Null while there is no file. */
  download: string | null;
  /** Null until the file is made. */
  sha256: string | null;
}

export interface HistoryEntry {
  seq: number;
  at: string;
  actorName: string;
  actorRole: string;
  action: string;
  /** The act in words, from the event catalogue. */
  label: string;
  /** A short remark: what was stated, which fields changed. */
  detail: string;
  reason: string;
}

/** A change without the result of its assessment: what headers and panels need. */
export interface ChangeOnPage extends Omit<ChangeView, 'assessment'> {
  assessment: Omit<AssessmentView, 'result'> | null;
}

export interface ChangeView {
  id: string;
  reference: string;
  version: number;
  status: ChangeStatus;
  statusLabel: string;
  title: string;
  description: string;
  kinds: { id: string; label: string; what: string }[];
  /** Who is to make the change; empty while nobody has said. */
  actor: string;
  actorLabel: string;
  softwareVersion: string;
  vulnerabilities: { cve: string; cvss?: string }[];
  neededBy: string | null;
  proposerId: string;
  proposerName: string;
  createdAt: string;
  updatedAt: string;
  /** Address where an unfinished proposal goes on. */
  resumeAt: string;
  model: {
    id: string;
    name: string;
    modelNumber: string;
    kind: string;
    softwareVersion: string;
    /** "Windows 7", or empty when not known. */
    operatingSystem: string;
    supplierId: string;
    supplierName: string;
    fallback: string;
    tolerableDowntime: string;
  };
  units: { count: number; ofModel: number; wards: { name: string; count: number }[] };
  facts: StatedFact[];
  answers: OwnAnswer[];
  safety: { prompts: SafetyPromptView[]; summary: SafetySummary };
  assessment: AssessmentView | null;
  /** What can be done around the device; empty before a kind of change is chosen. */
  meanwhile: MeanwhileLine[];
  /** Newest first, at most 50. */
  assessments: AssessmentBrief[];
  documents: DocumentBrief[];
  /** Contacts of the maker, offered as recipients of a letter. */
  contacts: { id: string; name: string; role: string }[];
  /** Other open changes to devices of the same maker and kind, which one letter can ask about together. */
  alongside: { id: string; reference: string; title: string; modelName: string }[];
  /** Newest first, at most 20; the whole record is on the history page. */
  history: HistoryEntry[];
  /** What the reader may do now: role and state taken together. */
  /** Changed on the device since its baseline, without this change; null where this one does not touch the device. */
  cumulative: Cumulative | null;
  may: {
    edit: boolean;
    answer: boolean;
    judgeSafety: boolean;
    draftDocuments: boolean;
    submit: boolean;
    withdraw: boolean;
    /** There is something to do on the sign-off page. */
    signOff: boolean;
  };
}
