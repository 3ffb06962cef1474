/** Answers as fields of a form: what is offered, what is accepted, and what is refused by which field. Pure. */
import type { ReplyQuestion } from '../letters/reply-form';
import { storableText } from '../text-input';

export interface Answer {
  number: number;
  /** Id of a choice; empty: nothing ticked. */
  choice: string;
  fill: string;
  comment: string;
}

/** One answer as it was posted: with the version it was shown at, and what was shown, so that untouched ones are known. */
export interface PostedAnswer extends Answer {
  version: number;
  shown: string;
}

export const LONGEST_FILL = 2_000;
export const LONGEST_COMMENT = 20_000;

/** Names of the fields of one question; the fill line belongs to its choice. */
export const fieldsOf = (number: number) => ({
  choice: `q${number}`,
  fill: (choice: string) => `q${number}_fill_${choice}`,
  comment: `q${number}_comment`,
  version: `q${number}_version`,
  shown: `q${number}_shown`,
});

/** Two answers that say the same have the same text here. */
export const gistOf = ({ choice, fill, comment }: Pick<Answer, 'choice' | 'fill' | 'comment'>): string =>
  choice || fill || comment ? JSON.stringify([choice, fill, comment]) : '';

/** Whether anything was said. */
export const isAnswered = (answer: Pick<Answer, 'choice' | 'fill' | 'comment'> | undefined): boolean =>
  answer !== undefined && gistOf(answer) !== '';

export type Errors = Record<string, string[]>;

/** What is wrong with an answer, by field. An answer that chooses nothing and says nothing is no fault. */
export function faultsOf(question: ReplyQuestion, answer: Answer): Errors {
  const names = fieldsOf(question.number);
  const errors: Errors = {};
  const chosen = question.choices.find(({ id }) => id === answer.choice);
  const where = `Question ${question.number}: `;
  if (answer.choice && !chosen) errors[names.choice] = [`${where}choose one of the answers in the list.`];
  if (answer.fill.length > LONGEST_FILL) {
    errors[names.fill(answer.choice)] = [
      `${where}this line may be at most ${LONGEST_FILL.toLocaleString('en-GB')} characters long.`,
    ];
  }
  if (answer.comment.length > LONGEST_COMMENT) {
    errors[names.comment] = [
      `${where}a comment may be at most ${LONGEST_COMMENT.toLocaleString('en-GB')} characters long. Attach a file instead.`,
    ];
  }
  if (answer.comment && !question.comment) errors[names.comment] = [`${where}it has no line for a comment.`];
  return errors;
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? storableText(value).trim() : '';
};

/** Reads the answers of a posted form, and refuses numbers that were not asked. */
export function readAnswers(
  questions: readonly ReplyQuestion[],
  form: FormData,
): { answers: PostedAnswer[]; errors: Errors } {
  const errors: Errors = {};
  const asked = new Set(questions.map(({ number }) => number));
  for (const name of form.keys()) {
    const number = /^q(\d{1,6})(_|$)/.exec(name)?.[1];
    if (number && !asked.has(Number(number))) errors[''] = [`The letter asks no question ${Number(number)}.`];
  }
  const answers = questions.flatMap((question) => {
    const names = fieldsOf(question.number);
    if (!form.has(names.version)) return [];
    const choice = text(form, names.choice);
    const takesFill = question.choices.some(({ id, fill }) => id === choice && fill !== undefined);
    const answer: PostedAnswer = {
      number: question.number,
      choice,
      // What stands beside a choice that was not taken is not part of the answer.
      fill: takesFill ? text(form, names.fill(choice)) : '',
      comment: text(form, names.comment),
      version: Number(/^\d{1,9}$/.exec(text(form, names.version))?.[0] ?? 0),
      shown: text(form, names.shown),
    };
    Object.assign(errors, faultsOf(question, answer));
    return [answer];
  });
  return { answers, errors };
}
