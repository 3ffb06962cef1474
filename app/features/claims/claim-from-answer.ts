/** What an answer to a numbered question claims: a subject, a value where there is one, and the words as given. Pure. */
import { asking } from '../../regulation/facts/asking';
import { fact as factOf, isFactKey } from '../../regulation/facts/dictionary';
import { isDay } from '../keyset';
import type { ReplyChoice } from '../letters/reply-form';
import { blockQuestion, readSubject, subjectInWords } from './subject';
import { writtenDay } from './written-day';

export interface AskedQuestion {
  number: number;
  key: string;
  text: string;
  choices: readonly ReplyChoice[];
  facts: readonly string[];
}

export interface GivenAnswer {
  choice: string;
  fill: string;
  comment: string;
}

export interface AnswerClaim {
  questionNumber: number;
  subject: string;
  label: string;
  value: unknown;
  fact: string;
  statement: string;
  quotation: string;
}

/** What ticks of fixed questions say where the form gives them no value: enough to hold two answers against each other. */
const BLOCK_VALUES: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  permission: { yes: true, 'yes-with-conditions': 'conditions', 'only-your-service-may': 'service_only', no: false },
  validated: { 'it-is-version': 'available', 'on-date': 'planned', 'none-is-planned': 'none' },
  certificate: { yes: true, no: false },
  own_assessment: { 'no-submission-needed': false, 'submission-needed': true },
  effect: { no: false, yes: true },
  undo: { 'undone-as-attached': true, 'cannot-be-undone': false },
  network_support: { yes: true, 'yes-if': true, 'no-because': false },
  network_loss: { 'works-fully': 'full', 'works-with-limits': 'limited', 'stops-or-loses-alarms': 'stops' },
  sbom: { attached: true, 'none-exists': false },
  accounts: { 'all-may-be-changed': true, 'fixed-ones': false },
  remote_access: { 'not-at-all': 'none', 'with-a-second-factor': 'mfa', 'without-one': 'no_mfa' },
};

/** Answers of the form and positions on a vulnerability, by the ids of their choices. "See note" says it elsewhere. */
const FORM_VALUES: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  not_applicable: 'n/a',
  note: 'see notes',
};
const VEX_VALUES: Readonly<Record<string, string>> = {
  affected: 'affected',
  not_affected: 'not_affected',
  fixed: 'fixed',
};

const SUPPORT_ENDS: Readonly<Record<string, string>> = { 'device-until': 'device', 'system-until': 'operating system' };

/** Whether a value is one that the dictionary allows for a fact; anything else is never stated. */
export function fitsFact(key: string, value: unknown): boolean {
  const known = factOf(key);
  switch (known?.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return typeof value === 'string' && known.values.includes(value);
    case 'set':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && known.values.includes(one));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && isDay(value);
    default:
      return false;
  }
}

function writtenValue(fact: string, fill: string): unknown {
  const type = factOf(fact)?.type;
  if (type === 'date') return writtenDay(fill);
  if (type !== 'number' || fill.trim() === '') return null;
  const number = Number(fill.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

function saidValue(question: AskedQuestion, choice: ReplyChoice | undefined, fill: string): unknown {
  if (!choice) return null;
  if (choice.value !== undefined) return choice.value;
  const subject = readSubject(question.key);
  if (subject?.family === 'mds2') return FORM_VALUES[choice.id] ?? null;
  if (subject?.family === 'vex') return VEX_VALUES[choice.id] ?? null;
  if (subject?.family === 'block') {
    const name = blockQuestion(subject.name);
    const what = SUPPORT_ENDS[choice.id];
    const day = name === 'support_ends' && what ? writtenDay(fill) : null;
    return what && day ? { [what]: day } : (BLOCK_VALUES[name]?.[choice.id] ?? null);
  }
  const [fact] = question.facts;
  return question.facts.length === 1 && fact ? writtenValue(fact, fill) : null;
}

/** The answer in the words in which it was given; ticked words are the letter's own. */
export function quotationOf(choice: ReplyChoice | undefined, { fill, comment }: GivenAnswer): string {
  const ticked = [choice?.label ?? '', fill.trim()].filter(Boolean).join(' ');
  return [ticked, comment.trim()].filter(Boolean).join('\n');
}

const shortened = (text: string, most: number): string => {
  const [line = ''] = text.split('\n');
  return line.length <= most ? line : `${[...line].slice(0, most).join('')}…`;
};

/** One sentence: what is claimed. A fact is said in the dictionary's own words. */
function sentenceOf(question: AskedQuestion, fact: string, value: unknown, quotation: string, about: string): string {
  const subject = readSubject(question.key);
  const permission = fact === 'manufacturer_authorised' || subject?.name.endsWith('.permission');
  if (permission && typeof value === 'boolean') return `${about} ${value ? 'may' : 'may not'} be made.`;
  if (permission && value === 'conditions')
    return `${about} may be made under conditions: ${shortened(quotation, 300)}`;
  if (permission && value === 'service_only') return `${about} may be made by the maker’s own service only.`;
  if (isFactKey(fact) && typeof value === 'boolean') {
    const meaning = factOf(fact)?.meaning ?? '';
    return value ? meaning : `Not so: ${meaning}`;
  }
  if (isFactKey(fact) && typeof value === 'string') {
    return `${asking(fact).question} ${asking(fact).valueLabels?.[value] ?? value.replaceAll('_', ' ')}.`;
  }
  return `${shortened(question.text, 300)} ${shortened(quotation, 300)}`;
}

/**
 * The claim in one answer, or null for a question that was left empty.
 * @param about the change spoken of, at the beginning of a sentence: "Install the March roll-up on XTR 96280"
 */
export function claimFromAnswer(question: AskedQuestion, answer: GivenAnswer, about: string): AnswerClaim | null {
  const choice = question.choices.find(({ id }) => id === answer.choice);
  const quotation = quotationOf(choice, answer);
  if (quotation === '') return null;
  const value = saidValue(question, choice, answer.fill) ?? null;
  const [only] = question.facts;
  const states = question.facts.length === 1 && only !== undefined && fitsFact(only, value) ? only : '';
  return {
    questionNumber: question.number,
    subject: question.key,
    label: subjectInWords(question.key, question.text),
    value,
    fact: states,
    statement: sentenceOf(question, states, value, quotation, about),
    quotation,
  };
}
