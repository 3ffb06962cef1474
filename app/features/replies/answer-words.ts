/** An answer as a reader sees it. Pure. */
import type { ReplyQuestion } from '../letters/reply-form';
import type { Answer } from './answer-fields';

/** "No, because the pump is not on this network"; empty when nothing was ticked. */
export function answerInWords(question: ReplyQuestion, answer: Pick<Answer, 'choice' | 'fill'> | undefined): string {
  const choice = question.choices.find(({ id }) => id === answer?.choice);
  if (!choice) return '';
  return [choice.label, ...(answer?.fill ? [choice.fill, answer.fill] : [])].filter(Boolean).join(' ');
}

/** "2.4 MB", "11 KB"; in steps of 1024. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
