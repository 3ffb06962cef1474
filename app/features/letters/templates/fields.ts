/** What a template may name: a closed list. A field is replaced by text; nothing in a template can do anything else. Pure. */
import { LETTER_KIND_WORDS, type LetterKind } from '../letter-kinds';

/** Field → what stands in its place, in the words of the settings page. */
export const FIELDS = {
  organisation: 'name of our organisation',
  supplier: 'name of the supplier',
  recipient: 'person the letter is addressed to',
  reference: 'our reference',
  date: 'date of the letter',
  device: 'device or devices, by name and model',
  units: 'number of units here',
  subject: 'what the letter is about, in one line',
  sender: 'our named contact',
  contact_email: 'our e-mail address',
  contact_telephone: 'our direct telephone number',
  vulnerabilities: 'vulnerabilities at hand, by id',
  change: 'what we propose to change',
  occasion: 'one sentence that says what led to the letter',
  why_we_ask: 'one sentence that says what hangs on the answers',
  answer_by: 'day by which we ask for an answer',
  answer_days: 'working days until that day',
  acknowledge_by: 'day by which we ask for an acknowledgement',
  acknowledge_days: 'working days until that day',
  questions: 'number of questions asked',
  followed_reference: 'reference of the letter this one follows',
  followed_date: 'date of the letter this one follows',
  followed_subject: 'what the letter this one follows was about',
  due: 'date that has come or passed',
  days_late: 'working days past that date',
  open_questions: 'number of questions without an answer',
  act_from: 'day from which we act',
  reply_link: 'address at which the supplier answers (filled in at the moment of sending)',
} as const;

export type FieldName = keyof typeof FIELDS;

/** A text of a template. */
export const TEXT_NAMES = [
  'salutation',
  'salutation_unnamed',
  'ask',
  'opening',
  'silence',
  'reply',
  'next_steps',
  'closing',
  'closing_unnamed',
  'signature',
  'email_subject',
  'email_body',
] as const;

export type TextName = (typeof TEXT_NAMES)[number];
export type TemplateTexts = Record<string, string>;

/** How a text is named on screen, and how it is read. */
export const TEXT_WORDS: Record<TextName, { label: string; hint: string; rows: number }> = {
  salutation: { label: 'Salutation to a named person', hint: 'One line.', rows: 1 },
  salutation_unnamed: { label: 'Salutation when no person is known', hint: 'One line.', rows: 1 },
  ask: { label: 'What we ask for', hint: 'One sentence, printed first and in bold.', rows: 2 },
  opening: { label: 'Opening', hint: 'An empty line begins a new paragraph.', rows: 6 },
  silence: { label: 'If no answer comes', hint: 'One statement a line.', rows: 4 },
  reply: { label: 'How to reply', hint: 'One step a line.', rows: 4 },
  next_steps: { label: 'Next steps', hint: 'One step a line.', rows: 4 },
  closing: { label: 'Closing line to a named person', hint: 'One line.', rows: 1 },
  closing_unnamed: { label: 'Closing line when no person is known', hint: 'One line.', rows: 1 },
  signature: { label: 'What the signature means', hint: 'Printed small beneath it.', rows: 2 },
  email_subject: { label: 'Subject of the e-mail', hint: 'One line.', rows: 1 },
  email_body: { label: 'Text of the e-mail', hint: 'The letter is attached to it.', rows: 10 },
};

/** The texts a kind of letter has. */
export function textsOf(kind: LetterKind): TextName[] {
  const other: TextName[] = LETTER_KIND_WORDS[kind].asks ? ['ask', 'next_steps'] : ['silence', 'reply'];
  return TEXT_NAMES.filter((name) => !other.includes(name));
}

const COMMON: FieldName[] = [
  'organisation',
  'supplier',
  'recipient',
  'reference',
  'date',
  'device',
  'units',
  'subject',
  'sender',
  'contact_email',
  'contact_telephone',
];
const ASKING: FieldName[] = [
  'vulnerabilities',
  'change',
  'occasion',
  'why_we_ask',
  'answer_by',
  'answer_days',
  'acknowledge_by',
  'acknowledge_days',
  'questions',
];
const FOLLOWING: FieldName[] = [
  'followed_reference',
  'followed_date',
  'followed_subject',
  'due',
  'days_late',
  'open_questions',
];

/** The fields that a text of this kind of letter may name. */
export function fieldsOf(kind: LetterKind, text: TextName): FieldName[] {
  const { asks, follows } = LETTER_KIND_WORDS[kind];
  return [
    ...COMMON,
    ...(asks ? ASKING : []),
    ...(kind === 'interim-controls-notice' ? (['change', 'vulnerabilities'] as const) : []),
    ...(follows ? FOLLOWING : []),
    ...(kind === 'notice-of-intent' ? (['act_from'] as const) : []),
    ...(text === 'email_body' ? (['reply_link'] as const) : []),
  ];
}
