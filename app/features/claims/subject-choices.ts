/** The subjects a quotation may be about, in plain words, grouped; and what may be said of each. Runs on the server. */
import { ASKINGS, asking } from '../../regulation/facts/asking';
import { FACT_LIST, fact } from '../../regulation/facts/dictionary';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { MDS2_SECTIONS } from '../devices/mds2-questions';
import { isDay } from '../keyset';
import { blockQuestion, readSubject, subjectInWords } from './subject';

export interface SubjectGroup {
  label: string;
  subjects: { key: string; words: string }[];
}

/** The subject of a vulnerability, whose number is typed in a field of its own. */
export const ANY_CVE = 'vex:';

const named = (keys: readonly string[]) => keys.map((key) => ({ key, words: subjectInWords(key) }));

/** Facts that a supplier can say something about, with yes, no or a day. */
const factKeys = FACT_LIST.filter(
  ({ key, type }) =>
    (type === 'boolean' || type === 'date') &&
    Object.hasOwn(ASKINGS, key) &&
    (asking(key).who === 'manufacturer' || asking(key).letter !== undefined),
).map(({ key }) => `fact:${key}`);

const ALL: SubjectGroup[] = [
  { label: 'What the hospital may do', subjects: named(KIND_IDS.map((kind) => `may:${kind}`)) },
  {
    label: 'Support and vulnerabilities',
    subjects: [
      ...named(['block:H.support_ends', 'block:H.sbom']),
      { key: ANY_CVE, words: 'Whether the device is affected by a vulnerability (give its number)' },
    ],
  },
  ...MDS2_SECTIONS.map(({ title, questions }) => ({
    label: `MDS2: ${title}`,
    subjects: named(questions.map(([id]) => `mds2:${id}`)),
  })),
  { label: 'Facts that decide a chart', subjects: named(factKeys) },
];

/** The subjects that contain every word; all of them for an empty search. @param chosen is always among them */
export function subjectChoices(search: string, chosen = ''): SubjectGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  return ALL.map(({ label, subjects }) => ({
    label,
    subjects: subjects.filter(({ key, words: said }) => {
      const text = `${label} ${said} ${key}`.toLowerCase();
      return key === chosen || words.every((word) => text.includes(word));
    }),
  })).filter(({ subjects }) => subjects.length > 0);
}

const KEYS: ReadonlySet<string> = new Set(ALL.flatMap(({ subjects }) => subjects.map(({ key }) => key)));

/** Whether a posted key is a subject of the list. */
export const isSubjectChoice = (key: string): boolean => KEYS.has(key);

/** What a quotation can be said to say, in one list for every subject; the check tells which fit. */
export const SAYS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'conditions', label: 'Yes, with conditions' },
  { value: 'service_only', label: 'Only the maker’s own service' },
  { value: 'affected', label: 'Affected' },
  { value: 'not_affected', label: 'Not affected' },
  { value: 'fixed', label: 'Fixed' },
  { value: 'day', label: 'The day given beside' },
] as const;

export type Saying = { ok: true; value: unknown } | { ok: false; field: 'says' | 'day'; message: string };

const FITTING: Record<string, { words: readonly string[]; message: string }> = {
  may: {
    words: ['yes', 'no', 'conditions', 'service_only'],
    message: 'Say yes, no, with conditions, or only their service.',
  },
  vex: { words: ['affected', 'not_affected', 'fixed'], message: 'Say affected, not affected or fixed.' },
  yesNo: { words: ['yes', 'no'], message: 'Say yes or no, or leave it open.' },
};

/** The value of a quotation, read by its subject; null when it is left open: then it is kept and compared with nothing. */
export function readSaying(key: string, says: string, day: string): Saying {
  if (says === '') return { ok: true, value: null };
  const subject = readSubject(key);
  const known = subject?.family === 'fact' ? fact(subject.name) : undefined;
  const isSupport = subject?.family === 'block' && blockQuestion(subject.name) === 'support_ends';
  if (known?.type === 'date' || isSupport) {
    if (says !== 'day')
      return { ok: false, field: 'says', message: 'Choose “The day given beside”, or leave it open.' };
    if (!isDay(day))
      return { ok: false, field: 'day', message: 'Give the day as year-month-day, for example 2027-12-31.' };
    return { ok: true, value: isSupport ? { device: day } : day };
  }
  const permits = subject?.family === 'block' && blockQuestion(subject.name) === 'permission';
  const fitting = FITTING[permits ? 'may' : (subject?.family ?? '')] ?? FITTING.yesNo;
  if (!fitting?.words.includes(says)) {
    return { ok: false, field: 'says', message: fitting?.message ?? 'Choose from the list.' };
  }
  const plain = subject?.family === 'mds2' || !(says === 'yes' || says === 'no');
  return { ok: true, value: plain ? says : says === 'yes' };
}

/** A stored value as the form shows it. */
export function sayingOf(value: unknown): { says: string; day: string } {
  if (typeof value === 'boolean') return { says: value ? 'yes' : 'no', day: '' };
  if (typeof value === 'string') return isDay(value) ? { says: 'day', day: value } : { says: value, day: '' };
  const [day] = value && typeof value === 'object' ? Object.values(value) : [];
  return typeof day === 'string' ? { says: 'day', day } : { says: '', day: '' };
}
