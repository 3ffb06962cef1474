/** Sentences of a document that may claim something: what a person is offered beside its page. Pure. */
import { writtenDay } from './written-day';

export interface Sentence {
  page: number;
  text: string;
  /** What it seems to be about and to say; a person decides. */
  subject: string;
  says: string;
  day: string;
  cve: string;
}

const MOST = 80;
const LONGEST = 600;

const CVE = /\bCVE-\d{4}-\d{4,7}\b/i;
const PATCH = /\bKB\s?\d{6,8}\b/i;
const REFUSES =
  /\b(?:(?:may|must|can|shall|should)\s*not|cannot|not\s+(?:permitted|allowed|approved|validated|supported|authori[sz]ed))\b/i;
const ALLOWS =
  /\b(?:(?:may|can)\s+be\s+(?:installed|applied|used|updated)|(?:is|are|been|was)\s+(?:approved|validated|permitted|authori[sz]ed|released))\b/i;
const CHANGES = /\b(?:install|patch|update|hotfix|anti-?virus|software|firmware)/i;
const NOT_AFFECTED = /\bnot\s+(?:affected|vulnerable|impacted|exploitable)\b/i;
const AFFECTED = /\b(?:affected|vulnerable|impacted)\b/i;
const SUPPORT = /\bend[-\s]of[-\s](?:support|life|service|sale)\b|\bsupport(?:ed)?\s+(?:until|ends?)\b/i;
const DAY =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}\b|\b[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/;

/** A text taken apart at the ends of its sentences; lines that belong together are joined. */
export function sentencesOf(text: string): string[] {
  const joined = text
    .replace(/\u00ad/g, '')
    .replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2')
    .replace(/\n{2,}/g, '\u2029')
    .replace(/\s+/g, (space) => (space.includes('\u2029') ? '\u2029' : ' '));
  return joined
    .split(/\u2029|(?<=[.!?;])\s+(?=\p{Lu}|\d|•|–)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 8);
}

function read(text: string): Omit<Sentence, 'page' | 'text'> | null {
  const cve = CVE.exec(text)?.[0].toUpperCase() ?? '';
  const day = writtenDay(DAY.exec(text)?.[0] ?? '') ?? '';
  if (cve) {
    const says = NOT_AFFECTED.test(text) ? 'not_affected' : AFFECTED.test(text) ? 'affected' : '';
    return { subject: 'vex:', says, day: '', cve };
  }
  if (SUPPORT.test(text)) return { subject: 'block:H.support_ends', says: day ? 'day' : '', day, cve: '' };
  const about = PATCH.test(text) || CHANGES.test(text);
  if (about && REFUSES.test(text)) return { subject: 'block:D.permission', says: 'no', day: '', cve: '' };
  if (about && ALLOWS.test(text)) return { subject: 'block:D.permission', says: 'yes', day: '', cve: '' };
  if (PATCH.test(text) || NOT_AFFECTED.test(text)) return { subject: '', says: '', day: '', cve: '' };
  return null;
}

/** Sentences that mention a patch, a vulnerability, a permission or an end of support, in the order of the pages. */
export function speakingSentences(pages: readonly string[]): Sentence[] {
  const found: Sentence[] = [];
  for (const [index, page] of pages.entries()) {
    for (const text of sentencesOf(page)) {
      const about = found.length < MOST ? read(text) : null;
      if (about) found.push({ page: index + 1, text: text.slice(0, LONGEST), ...about });
    }
  }
  return found;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/(\p{L})-\s*\n\s*(\p{Ll})/gu, '$1$2')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The page on which these words stand, white space and the shape of quotation marks aside; null: on none. */
export function pageOfWords(pages: readonly string[], words: string): number | null {
  const wanted = plain(words);
  if (wanted === '') return null;
  const index = pages.findIndex((page) => plain(page).includes(wanted));
  return index < 0 ? null : index + 1;
}
