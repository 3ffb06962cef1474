/** What only one kind of letter says, as sections that any preview can show. Pure. */
import type { AnswerAcceptance } from '../../../documents/answer-acceptance/model';
import type { ClarificationRequest } from '../../../documents/clarification-request/model';
import type { Slot } from '../../../documents/document';
import type { Escalation } from '../../../documents/escalation/model';
import type { InterimControlsNotice } from '../../../documents/interim-controls-notice/model';
import type { LifecycleRequest } from '../../../documents/lifecycle-request/model';
import type { MalwareProtectionRequest } from '../../../documents/malware-protection-request/model';
import type { NetworkCompatibilityRequest } from '../../../documents/network-compatibility-request/model';
import type { NoticeOfIntent } from '../../../documents/notice-of-intent/model';
import type { Annexes, AskingLetter, Due, Followed, NoticeLetter } from '../../../documents/parts/letter-model';
import type { Reminder } from '../../../documents/reminder/model';
import type { SecurityDocumentsRequest } from '../../../documents/security-documents-request/model';
import type { SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import type { VulnerabilityPositionRequest } from '../../../documents/vulnerability-position-request/model';
import { dateInWords } from '../../ui/time';
import type { LetterKind } from './letter-kinds';

/** The model of each kind of letter. */
export interface LetterModels {
  'supplier-request-letter': SupplierRequestLetter;
  'malware-protection-request': MalwareProtectionRequest;
  'network-compatibility-request': NetworkCompatibilityRequest;
  'security-documents-request': SecurityDocumentsRequest;
  'lifecycle-request': LifecycleRequest;
  'vulnerability-position-request': VulnerabilityPositionRequest;
  'interim-controls-notice': InterimControlsNotice;
  reminder: Reminder;
  escalation: Escalation;
  'notice-of-intent': NoticeOfIntent;
  'clarification-request': ClarificationRequest;
  'answer-acceptance': AnswerAcceptance;
}

export type Extra = { title: string } & (
  | { labelled: { label: string; value: Slot }[] }
  | { heads: string[]; rows: Slot[][] }
  | { lines: Slot[] }
);

const followed = (about: Followed): Extra => ({
  title: 'The letter it is about',
  labelled: [
    { label: 'Reference', value: `${about.reference}, ${about.version}` },
    { label: 'Of', value: dateInWords(about.date) },
    { label: 'Subject', value: about.subject },
    { label: 'Sent to', value: about.sentTo },
  ],
});

const late = (days: number): string =>
  days > 0 ? `${days} working days late` : days === 0 ? 'today' : `in ${-days} working days`;

const dates = (due: Due[]): Extra => ({
  title: 'Dates',
  heads: ['What', 'Due', ''],
  rows: due.map((one) => [one.what, dateInWords(one.date), late(one.workingDaysLate)]),
});

const numbered = (title: string, open: { number: number; text: string }[]): Extra => ({
  title,
  heads: ['No.', 'Question'],
  rows: open.map(({ number, text }) => [String(number), text]),
});

const controls = (rows: Annexes['controls']): Extra => ({
  title: 'Controls',
  heads: ['Control', 'State', 'Effect'],
  rows: rows.map(({ control, state, effect }) => [control, state, effect]),
});

const EXTRAS: { [K in LetterKind]: (model: LetterModels[K]) => Extra[] } = {
  'supplier-request-letter': () => [],
  'malware-protection-request': ({ product, exclusions }) => [
    { title: 'What would run on the device', labelled: product },
    { title: 'Left out of scanning', heads: ['What', 'Why'], rows: exclusions.map(({ what, why }) => [what, why]) },
  ],
  'network-compatibility-request': ({ flows }) => [
    {
      title: 'Flows we know or mean to allow',
      heads: ['From', 'To', 'Protocol', 'Port', 'Purpose'],
      rows: flows.map((flow) => [flow.from, flow.to, flow.protocol, flow.port, flow.purpose]),
    },
  ],
  'security-documents-request': ({ documents }) => [
    {
      title: 'Documents',
      heads: ['Document', 'We hold', 'We ask for'],
      rows: documents.map(({ document, held, wanted }) => [document, held, wanted]),
    },
  ],
  'lifecycle-request': ({ lifecycle }) => [
    {
      title: 'What we know of lifetimes',
      heads: ['What', 'Release', 'Support ends', 'Source'],
      rows: lifecycle.map(({ what, release, supportEnds, source }) => [what, release, supportEnds, source]),
    },
  ],
  'vulnerability-position-request': ({ formats }) => [{ title: 'Formats we can read', lines: formats }],
  'interim-controls-notice': ({ about, controls: rows, effects, devices }) => [
    { title: 'What it is about', labelled: about },
    controls(rows),
    { title: 'What may change for you', lines: effects },
    ...(devices ? [{ title: 'Devices', heads: devices.heads, rows: devices.rows }] : []),
  ],
  reminder: ({ about, due, open }) => [followed(about), dates(due), numbered('Still open', open)],
  escalation: ({ about, due, history, open, stakes }) => [
    followed(about),
    dates(due),
    { title: 'What happened so far', heads: ['Day', 'What'], rows: history.map((h) => [dateInWords(h.date), h.what]) },
    numbered('Still open', open),
    { title: 'What waits for the answer', labelled: stakes },
  ],
  'notice-of-intent': ({ about, intent, from, unanswered, grounds, controls: rows }) => [
    followed(about),
    { title: `What we shall do, from ${dateInWords(from)}`, labelled: intent },
    numbered('Never answered', unanswered),
    {
      title: 'Grounds',
      heads: ['Ground', 'Where it stands'],
      rows: grounds.map(({ ground, citation }) => [ground, citation]),
    },
    controls(rows),
  ],
  'clarification-request': ({ about, sides }) => [
    { title: 'What it is about', lines: [about] },
    {
      title: 'Both statements',
      heads: ['Where', 'Quotation', 'Page', 'Said by, on'],
      rows: sides.map(({ where, quotation, page, said }) => [where, `“${quotation}”`, page, said]),
    },
  ],
  'answer-acceptance': ({ about, accepted, stillOpen }) => [
    followed(about),
    {
      title: 'Taken into the record',
      heads: ['No.', 'Question', 'Answer', 'In your words'],
      rows: accepted.map((one) => [
        one.number === null ? '' : String(one.number),
        one.question,
        one.answer,
        one.quotation,
      ]),
    },
    numbered('Still open', stillOpen),
  ],
};

/** The sections of a letter that only its kind has; empty ones are left out. */
export function letterExtras<K extends LetterKind>(kind: K, model: LetterModels[K]): Extra[] {
  return EXTRAS[kind](model).filter((extra) =>
    'rows' in extra ? extra.rows.length > 0 : 'lines' in extra ? extra.lines.length > 0 : extra.labelled.length > 0,
  );
}

/** Whether a model asks numbered questions, told by what it holds. */
export const isAsking = (model: AskingLetter | NoticeLetter): model is AskingLetter => 'deciding' in model;
