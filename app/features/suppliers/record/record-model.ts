/** The record of a supplier as data: what the page shows, the downloads carry and the PDF prints, made in one place. */
import type { ClockStage } from '../../../../db/schema/letters.server';
import type { LetterKind } from '../../letters/letter-kinds';
import type { LetterStatus } from '../../letters/letter-status';
import type { Exposure } from '../statistics/exposure';
import type { Survival } from '../statistics/kaplan-meier';

/** All days are ISO dates. */
export interface OverdueLetter {
  id: string;
  reference: string;
  subject: string;
  stage: ClockStage;
  due: string;
  days: number;
  workingDays: number;
}

/** The open letter on which nothing was heard for longest. */
export interface Silence {
  id: string;
  reference: string;
  since: string;
  days: number;
  workingDays: number;
}

export interface Standing {
  letters: number;
  overdue: number;
  openQuestions: number;
  waiting: number;
  silence: Silence | null;
}

export interface StageRecord {
  stage: ClockStage;
  survival: Survival;
  /** Cases whose date has passed, and how many of them had nothing by then. */
  due: number;
  unanswered: number;
}

export interface RecordLetter {
  id: string;
  reference: string;
  kind: LetterKind;
  subject: string;
  status: LetterStatus;
  sentOn: string | null;
  acknowledgedOn: string | null;
  answeredOn: string | null;
  closedOn: string | null;
  nextDue: string | null;
  questionsAsked: number;
  questionsOpen: number;
}

export interface RecordContradiction {
  id: string;
  label: string;
  one: string;
  other: string;
  status: string;
}

export interface SupplierRecordData {
  supplier: { id: string; name: string };
  organisation: string;
  language: string;
  /** The day on which it was made. */
  date: string;
  /** First and last day that it looks at. */
  period: { from: string; to: string };
  standing: Standing;
  overdue: OverdueLetter[];
  stages: StageRecord[];
  exposure: Exposure;
  letters: RecordLetter[];
  /** Letters beyond those that are listed. */
  moreLetters: number;
  contradictions: RecordContradiction[];
}

/** Letters that a record lists, newest first. */
export const MOST_LETTERS = 2000;
export const MOST_OVERDUE = 50;

/** How the numbers are made, for everybody who reads them. */
export const METHOD: readonly string[] = [
  'Times are in days from sending; days on which a letter was paused with a reason are taken out.',
  'A case that is still open counts as open for as long as it has waited (Kaplan and Meier): leaving it out would make slow answers look fast. The interval is a 95 % one (Greenwood, log(−log) scale; for the median Brookmeyer and Crowley).',
  'Nothing is estimated from fewer than 10 cases or fewer than 5 answers; the numbers are then shown as they are.',
  'Unanswered at the deadline: of all cases whose date has passed and which were not paused, those in which nothing had come by that date.',
  'Exposure-days: units × days from the day a letter was written to the day it was closed, each day under the one cause that held on it. Only letters that ask for a patch, a permission, a protection or a position on a vulnerability count. Units that nobody has counted are in no sum and are shown apart.',
];
