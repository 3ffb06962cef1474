/** What a letter to a supplier needs, in its own words. Plain JSON; dates are ISO days; nothing here reads a clock. */
import type { Slot } from '../document';
import type { Logo } from '../parts/letterhead';
import type { Question } from '../parts/question';
import type { Signatory } from '../parts/signatory';

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
  /** Units or models the letter is about: rows of cells under the heads. */
  devices: { heads: string[]; rows: Slot[][]; note?: string };
  /** The supplier's own rating is left empty: a column to write in. */
  vulnerabilities: { id: string; score: string; what?: string }[];
  /** What we keep or put in place meanwhile; `state` says whether it stands, or is still to be confirmed. */
  controls: { control: string; state: Slot; effect: string }[];
  /** Where each question comes from. */
  clauses: { questions: string; document: string; place: string; confidence: string }[];
}

export interface SupplierRequestLetter {
  /** "DRAFT – not sent", or null once approved. */
  mark: string | null;
  language: string;
  reference: Slot;
  /** The supplier's own reference, where one is known. */
  yourReference?: string;
  version: string;
  /** The day that stands in the letter. */
  date: string;
  sender: { organisation: Slot; lines: Slot[]; logo?: Logo };
  recipient: { name: Slot; lines: Slot[] };
  salutation: Slot;
  /** One line in parts: what it is about, for which device, version, number of units. */
  subject: Slot[];
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
  contact: { label: string; value: Slot }[];
  /** "Yours sincerely" */
  closing: string;
  signatory: Signatory;
  /** Small print below the signature: how days were counted, what the letter is not. */
  basis: string[];
  annexes: Annexes;
}
