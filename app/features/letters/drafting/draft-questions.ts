/** The questions of a draft, taken apart and put together again: what is printed and what is answered stay the same. Pure. */
import type { AskingLetter } from '../../../../documents/parts/letter-model';
import { storableText } from '../../text-input';
import type { ReplyForm } from '../reply-form';
import { linesOf } from '../templates/fill';
import { type Asked, blockName, numbered } from './asked';
import { choicesOf } from './choices';

/** Questions that a letter was given by hand have keys of their own. */
export const isOwn = ({ key }: Pick<Asked, 'key'>): boolean => key.startsWith('own:');

const OWN_BLOCK = { letter: '', title: 'Further questions' };
/** A supplier answers a letter in minutes or not at all. */
export const MOST_QUESTIONS = 120;
const LONGEST_QUESTION = 2000;
const MOST_CHOICES = 12;
const LONGEST_CHOICE = 300;

/** The questions of a draft in their order, with all that is printed of them. */
export function askedOf(model: AskingLetter, form: ReplyForm): Asked[] {
  const blocks = model.further.blocks;
  const printed = new Map(
    [
      ...model.deciding.questions.map((question) => ({ question, block: undefined })),
      ...blocks.flatMap(({ letter, title, questions }) =>
        questions.map((question) => ({ question, block: { letter, title } })),
      ),
    ].map((one) => [one.question.number, one]),
  );
  return form.questions.map((question) => {
    const print = printed.get(question.number);
    const clauses = model.annexes.clauses
      .filter(({ questions }) => questions.split(', ').includes(`${question.number}`))
      .map(({ questions: _, ...clause }) => clause);
    return {
      key: question.key,
      text: question.text,
      ...(question.help ? { help: question.help } : {}),
      choices: question.choices,
      ...(print?.question.line ? { line: print.question.line } : {}),
      ...(question.from ? { from: question.from } : {}),
      ...(print?.question.settles ? { settles: print.question.settles } : {}),
      deciding: question.deciding,
      ...(print?.block ? { block: print.block } : {}),
      facts: question.facts,
      cves: question.cves,
      clauses,
    };
  });
}

/** The draft with these questions instead, numbered anew. */
export function withQuestions<M extends AskingLetter>(
  model: M,
  form: ReplyForm,
  asked: readonly Asked[],
): { model: M; form: ReplyForm } {
  const print = numbered(asked);
  const next: ReplyForm = { ...form, answer_by: model.answer.date, questions: print.questions };
  return {
    form: next,
    model: {
      ...model,
      deciding: { ...model.deciding, questions: print.deciding },
      further: { ...model.further, blocks: print.blocks },
      annexes: { ...model.annexes, clauses: print.clauses },
      form: next,
    },
  };
}

export interface OwnQuestion {
  /** Empty for one that is new. */
  key: string;
  text: string;
  /** One choice a line; a colon at the end leaves a line to write on. */
  choices: string;
}

export type ReadOwn = { ok: true; asked: Asked } | { ok: false; message: string };

/** A question typed by hand. @param key chosen by the caller for one that is new */
export function readOwn({ text, choices }: Pick<OwnQuestion, 'text' | 'choices'>, key: string): ReadOwn {
  const words = storableText(text).trim();
  const lines = linesOf(storableText(choices));
  if (words === '') return { ok: false, message: 'Give the question a text.' };
  if (words.length > LONGEST_QUESTION)
    return { ok: false, message: `At most ${LONGEST_QUESTION} characters a question.` };
  if (lines.length < 2) return { ok: false, message: 'Give at least two answers to choose from, one a line.' };
  if (lines.length > MOST_CHOICES)
    return { ok: false, message: `Give at most ${MOST_CHOICES} answers to choose from.` };
  if (lines.some((line) => line.length > LONGEST_CHOICE)) {
    return { ok: false, message: `An answer to choose from is at most ${LONGEST_CHOICE} characters long.` };
  }
  if (new Set(lines).size < lines.length) return { ok: false, message: 'Two of the answers are the same.' };
  return {
    ok: true,
    asked: {
      key,
      text: words,
      choices: choicesOf(lines.map((label) => (label.endsWith(':') ? { label, fill: '' } : { label }))),
      deciding: false,
      block: OWN_BLOCK,
      facts: [],
      cves: [],
      clauses: [],
    },
  };
}

/** How a question typed by hand stands in the form again. */
export const ownText = ({ key, text, choices }: Asked): OwnQuestion => ({
  key,
  text,
  choices: choices.map(({ label }) => label).join('\n'),
});

/** One line for a list of questions to keep: its heading, number and text. */
export const questionLabel = (asked: Asked): string =>
  [asked.deciding ? 'Deciding' : asked.block ? blockName(asked.block) : '', asked.text].filter(Boolean).join(': ');
