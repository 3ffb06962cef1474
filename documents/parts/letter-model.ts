/**
 * What every letter is made of, whatever its kind: plain JSON, dates as ISO days, nothing that reads a clock. Each kind's
 * own model.ts adds what only that kind says.
 */
import type { ReplyForm } from '../../app/features/letters/reply-form';
import type { Slot } from '../document';
import type { Logo } from './letterhead';
import type { Question } from './question';
import type { Signatory } from './signatory';

/** standard; large print for readers who need it; monochrome for fax, photocopies and dark-on-white printers. */
export type ThemeName = 'standard' | 'large-print' | 'monochrome';

/** A day by which something is asked for. */
export interface Deadline {
  date: string;
  /** Working days from the date of the letter to that day. */
  workingDays: number;
}

/** A block of further questions, under the letter by which letters are filed (A identity ... K commitments). */
export interface Block {
  letter: string;
  title: string;
  questions: Question[];
}

export interface Annexes {
  /** Units or models the letter is about: rows of cells under the heads. Counts and serial numbers, never a patient. */
  devices: { heads: string[]; rows: Slot[][]; note?: string };
  /** The supplier's own rating is left empty: a column to write in. */
  vulnerabilities: { id: string; score: string; what?: string }[];
  /** What we keep or put in place meanwhile; `state` says whether it stands, or is still to be confirmed. */
  controls: { control: string; state: Slot; effect: string }[];
  /** Where each question comes from. */
  clauses: { questions: string; document: string; place: string; confidence: string }[];
}

export interface LetterBase {
  /** Absent: standard. */
  theme?: ThemeName;
  /** "DRAFT – not sent", or null once approved. */
  mark: string | null;
  language: string;
  reference: Slot;
  /** The supplier's own reference, where one is known. */
  yourReference?: string;
  version: string;
  /** In a corrected version: what changed against the one before, printed above everything else. */
  corrects?: { version: string; whatChanged: string };
  /** The day that stands in the letter. */
  date: string;
  sender: { organisation: Slot; lines: Slot[]; logo?: Logo };
  recipient: { name: Slot; lines: Slot[] };
  salutation: Slot;
  /** One line in parts: what it is about, for which device, version, number of units. */
  subject: Slot[];
  contact: { label: string; value: Slot }[];
  /** "Yours sincerely" */
  closing: string;
  signatory: Signatory;
  /** Small print below the signature: how days were counted, what the letter is not. */
  basis: string[];
}

/** A letter with numbered questions. */
export interface AskingLetter extends LetterBase {
  acknowledge: Deadline;
  answer: Deadline;
  /** Paragraphs. */
  why: Slot[];
  /** What we propose: label and value. */
  proposal: { label: string; value: Slot }[];
  deciding: { intro: string; questions: Question[] };
  further: { intro: string; blocks: Block[] };
  /** What happens without an answer. */
  silence: string[];
  /** How to reply. */
  reply: Slot[];
  annexes: Annexes;
  /** The same questions as data, embedded in the PDF; absent in a letter drafted from the command line. */
  form?: ReplyForm;
}

/** The letter that another one follows. */
export interface Followed {
  reference: string;
  date: string;
  /** "v1.0" */
  version: string;
  subject: string;
  /** To whom it went, and how. */
  sentTo: string;
}

/** A date that has come or passed. */
export interface Due {
  /** "Acknowledgement", "Your position", "Validated fix or plan" */
  what: string;
  date: string;
  /** Working days past that date; 0 on the day, negative before it. */
  workingDaysLate: number;
}

/** A letter that tells and asks for one thing, without a form of its own. */
export interface NoticeLetter extends LetterBase {
  /** The one call to action, printed first and in bold. */
  ask: string;
  paragraphs: Slot[];
  /** Next steps. */
  next: Slot[];
}
