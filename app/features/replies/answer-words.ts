/** An answer as a reader sees it. Pure. */
import type { ReplyQuestion } from '../letters/reply-form';
import type { Answer } from './answer-fields';

/** "No, because the pump is not on this network"; empty when nothing was ticked. */
export function answerInWords(question: ReplyQuestion, answer: Pick<Answer, 'choice' | 'fill'> | undefined): string {
  const choice = question.choices.find(({ id }) => id === answer?.choice);
  if (!choice) return '';
  return [choice.label, ...(answer?.fill ? [choice.fill, answer.fill] : [])].filter(Boolean).join(' ');
}
