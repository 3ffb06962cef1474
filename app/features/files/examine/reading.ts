/** What was read in a file that may hold answers. */
import type { ReplyQuestion } from '../../letters/reply-form';
import type { Answer } from '../../replies/answer-fields';

export interface ReadTask {
  name: string;
  bytes: Uint8Array;
  reference: string;
  /** "v1.0" */
  version: string;
  questions: ReplyQuestion[];
}

export interface Reading {
  /** How the answers were given, when there are any. */
  basis: 'form' | 'file' | null;
  /** What the file is, in words. */
  title: string;
  /** Why nothing of it is taken over; null when something may be. */
  problem: string | null;
  answers: Answer[];
  /** Statements and faults that a person should see: what is not asked, what does not meet the format. */
  notes: string[];
}

/** A file that goes along as it is. */
export const NOTHING_READ: Reading = {
  basis: null,
  title: 'A file to read',
  problem: null,
  answers: [],
  notes: [],
};

/** Whether a form is for this letter in this version; a sentence when it is not. */
export function mismatch(
  found: { reference: string; version: string },
  { reference, version }: Pick<ReadTask, 'reference' | 'version'>,
): string | null {
  if (found.reference.trim() !== reference) {
    return `It answers ${found.reference.trim().slice(0, 60) || 'a letter that it does not name'}, and this is ${reference}.`;
  }
  if (found.version.trim() !== version) {
    return `It answers version ${found.version.trim().slice(0, 20)} of the letter, and this is ${version}: the questions may differ.`;
  }
  return null;
}
