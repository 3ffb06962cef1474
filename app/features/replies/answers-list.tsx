/** Questions and what was answered, to read and not to change. */
import type { ReplyQuestion } from '../letters/reply-form';
import { type Answer, isAnswered } from './answer-fields';
import { answerInWords } from './answer-words';

export function AnswersList(props: {
  asked: { question: ReplyQuestion; answer: Answer }[];
  /** Where a question can be changed; absent: nowhere. */
  change?: (number: number) => string;
}) {
  return (
    <ol className="flex flex-col divide-y divide-base-300">
      {props.asked.map(({ question, answer }) => {
        const words = answerInWords(question, answer);
        return (
          <li key={question.number} className="flex flex-col gap-1 py-3">
            <p className="flex gap-3">
              <span className="quiet shrink-0 tabular-nums">{question.number}</span>
              <span className="min-w-0 whitespace-pre-line">{question.text}</span>
            </p>
            <div className="pl-7">
              {isAnswered(answer) ? (
                <p className="font-semibold">{words || 'Nothing ticked'}</p>
              ) : (
                <p className="quiet italic">Not answered</p>
              )}
              {answer.comment ? <p className="whitespace-pre-line">{answer.comment}</p> : null}
              {props.change ? (
                <a
                  href={props.change(question.number)}
                  className="inline-flex min-h-[28px] items-center underline decoration-base-content/40 underline-offset-4"
                >
                  Change<span className="sr-only"> the answer to question {question.number}</span>
                </a>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
