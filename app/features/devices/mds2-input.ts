/** Reading answers of an MDS2 form as people paste or tick them. Pure. */
import { LONGEST_TEXT, storableText } from '../text-input';

export interface Mds2Answer {
  question: string;
  /** yes, no, n/a, see notes, or what was written. */
  answer: string;
  note: string;
}

export const MDS2_CHOICES = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'n/a', label: 'N/A' },
  { value: 'see notes', label: 'See notes' },
] as const;

export type Mds2Reading = { ok: true; answers: Mds2Answer[] } | { ok: false; problems: string[] };

const MOST_LINES = 1000;
const LONGEST_ID = 100;

const WORDS: Readonly<Record<string, string>> = {
  yes: 'yes',
  y: 'yes',
  no: 'no',
  n: 'no',
  'n/a': 'n/a',
  na: 'n/a',
  'not applicable': 'n/a',
  'see note': 'see notes',
  'see notes': 'see notes',
};

/** The id as the register keeps it; the form prints SAHD-15 as SHAD-15. */
export const mds2Id = (text: string): string => text.toUpperCase().replace(/^SHAD-/, 'SAHD-');

/** An answer in the register's words; one that is none of the form's choices stays as written. */
export const mds2Answer = (text: string): string => WORDS[text.trim().toLowerCase()] ?? text.trim();

const ANSWER = /^(not applicable|see notes?|yes|no|n\/a|na|y|n)(?![\w/])[\s.,;:|-]*(.*)$/is;

/**
 * Reads one answer a line: the id, then yes, no, n/a, see notes or any text, then a note.
 * Ids of no known shape are kept as they are. Refusals name the line; a question answered in two ways is refused.
 */
export function readMds2(text: string): Mds2Reading {
  const problems: string[] = [];
  const answers = new Map<string, Mds2Answer & { line: number }>();
  const lines = storableText(text).split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const number = index + 1;
    const [word = ''] = line.split(/[\s:;,|=]/, 1);
    const rest = line.slice(word.length).replace(/^[\s:;,|=]+/, '');
    if (word === '' || word.length > LONGEST_ID) {
      problems.push(`Line ${number}: begin with the question, for example "CSUP-2.4 no".`);
    } else if (rest === '') {
      problems.push(`Line ${number}: no answer after ${word}.`);
    } else {
      const match = ANSWER.exec(rest);
      const [said, note] = match ? [match[1] ?? rest, match[2] ?? ''] : [rest, ''];
      const read = { question: mds2Id(word), answer: mds2Answer(said), note: note.trim(), line: number };
      const earlier = answers.get(read.question);
      if (earlier && (earlier.answer !== read.answer || earlier.note !== read.note)) {
        problems.push(`Line ${number}: ${read.question} is answered otherwise in line ${earlier.line}.`);
      }
      answers.set(read.question, read);
    }
  }
  if (answers.size > MOST_LINES) problems.push(`More than ${MOST_LINES} answers; the form has fewer questions.`);
  if (text.length > LONGEST_TEXT) problems.push('Longer than a form can be.');
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 10) };
  return { ok: true, answers: [...answers.values()].map(({ line: _, ...answer }) => answer) };
}

/** Prefix of the fields of single questions in the form. */
export const MDS2_FIELD = 'answer.';

/** The single answers ticked in a posted form, by question; '' means "not answered". */
export function tickedMds2(form: FormData): Record<string, string> {
  const ticked: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith(MDS2_FIELD) || typeof value !== 'string') continue;
    const answer = mds2Answer(storableText(value)).slice(0, LONGEST_TEXT);
    ticked[name.slice(MDS2_FIELD.length, MDS2_FIELD.length + LONGEST_ID)] = answer;
  }
  return ticked;
}
