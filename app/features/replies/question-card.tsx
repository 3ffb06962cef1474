/** One numbered question with its fixed answers, as it stands on the reply page. */
import { useId } from 'react';
import { TimeText } from '../../ui/time';
import type { ReplyChoice, ReplyQuestion } from '../letters/reply-form';
import { type Answer, type Errors, fieldsOf } from './answer-fields';
import { answerInWords } from './answer-words';
import { ReplyArea } from './reply-field';
import type { Conflict } from './save-answers.server';

function Choice(props: { name: string; choice: ReplyChoice; answer: Answer; fillName: string; errors?: string[] }) {
  const { choice, answer, errors = [] } = props;
  const id = useId();
  const taken = answer.choice === choice.id;
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-3 rounded-field px-2 has-checked:bg-base-200">
      <input
        type="radio"
        id={id}
        name={props.name}
        value={choice.id}
        defaultChecked={taken}
        className="peer radio size-[22px]"
      />
      <label htmlFor={id} className="flex min-h-[44px] cursor-pointer items-center py-2">
        {choice.label}
      </label>
      {choice.fill === undefined ? null : (
        <div className="col-start-2 hidden pb-3 peer-checked:block">
          <label htmlFor={`${id}-fill`} className={choice.fill ? 'quiet' : 'sr-only'}>
            {choice.fill || `Details for “${choice.label}”`}
          </label>
          <input
            id={`${id}-fill`}
            name={props.fillName}
            defaultValue={taken ? answer.fill : ''}
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
            className="input h-[44px] w-full text-[16px]"
          />
          {errors.length > 0 ? (
            <p id={`${id}-error`} className="font-medium text-error">
              {errors.join(' ')}
            </p>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** Both texts when two people answered one question at the same time. */
function ConflictNote({ question, theirs }: { question: ReplyQuestion; theirs: Conflict['theirs'] }) {
  return (
    <div className="tint-warning rounded-box p-3" role="alert">
      <p className="font-semibold">Somebody else answered this meanwhile</p>
      <p>
        Saved at <TimeText value={theirs.savedAt} />: “{answerInWords(question, theirs) || 'nothing ticked'}”
        {theirs.comment ? <> with the comment “{theirs.comment}”</> : null}.
      </p>
      <p>Yours stands below and is not saved yet. Save again to put yours in its place, or change it first.</p>
    </div>
  );
}

/** Where a question comes from and why it matters: said once, small, after the words of the question. */
function Reasons({ question }: { question: ReplyQuestion }) {
  const { help, why, from } = question;
  return (
    <div className="quiet flex flex-col gap-1 text-[15px]">
      {help ? <p>{help}</p> : null}
      {why || from ? (
        <details>
          <summary className="min-h-[28px] w-fit cursor-pointer">Why we ask this</summary>
          {why ? <p>{why}</p> : null}
          {from ? <p>From: {from}</p> : null}
        </details>
      ) : null}
    </div>
  );
}

/** The fields of one question. Give it a key with the answer's version, so that fields and version stay together. */
export function QuestionCard(props: {
  question: ReplyQuestion;
  answer: Answer;
  /** What was saved when this was shown; sent back with the answer. */
  version: number;
  shown: string;
  errors?: Errors;
  conflict?: Conflict;
}) {
  const { question, answer, version, shown, errors = {}, conflict } = props;
  const { number } = question;
  const names = fieldsOf(number);
  const wrong = errors[names.choice] ?? [];
  return (
    <fieldset id={`q${number}`} className="panel flex min-w-0 flex-col gap-3 p-4" aria-describedby={`q${number}-why`}>
      <legend className="sr-only">
        Question {number}: {question.text}
      </legend>
      <p aria-hidden="true" className="flex gap-3 font-semibold">
        <span className="quiet shrink-0 tabular-nums">{number}</span>
        <span className="min-w-0 whitespace-pre-line">{question.text}</span>
      </p>
      <div id={`q${number}-why`}>
        <Reasons question={question} />
      </div>
      {conflict ? <ConflictNote question={question} theirs={conflict.theirs} /> : null}
      <input type="hidden" name={names.version} value={version} />
      <input type="hidden" name={names.shown} value={shown} />
      <div>
        {question.choices.map((choice) => (
          <Choice
            key={choice.id}
            name={names.choice}
            choice={choice}
            answer={answer}
            fillName={names.fill(choice.id)}
            errors={errors[names.fill(choice.id)]}
          />
        ))}
        {answer.choice ? (
          <Choice
            name={names.choice}
            choice={{ id: '', label: 'Take the answer back' }}
            answer={{ ...answer, choice: 'kept' }}
            fillName=""
          />
        ) : null}
      </div>
      {wrong.length > 0 ? <p className="font-medium text-error">{wrong.join(' ')}</p> : null}
      {question.comment ? (
        <ReplyArea
          name={names.comment}
          label={`Comment on question ${number}`}
          rows={2}
          value={answer.comment}
          errors={errors[names.comment]}
        />
      ) : null}
    </fieldset>
  );
}
