/** What was found in a file, beside what stands on the page, before anything is taken over. */
import { PostForm } from '../../ui/form';
import { Notice } from '../../ui/page';
import type { FoundAnswer, ShownReading } from './read-reply-file.server';
import { BigButton, H2 } from './reply-frame';

function Found({ answer }: { answer: FoundAnswer }) {
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex gap-3">
        <span className="quiet shrink-0 tabular-nums">{answer.number}</span>
        <span className="min-w-0 whitespace-pre-line">{answer.question}</span>
      </p>
      <div className="flex flex-col gap-1 pl-7">
        <p>
          <span className="quiet">In the file: </span>
          <span className="font-semibold">{answer.found.words || 'nothing ticked'}</span>
        </p>
        {answer.found.comment ? <p className="whitespace-pre-line">{answer.found.comment}</p> : null}
        {answer.differs ? (
          <p>
            <span className="quiet">On the page, and kept: </span>
            {answer.now}
          </p>
        ) : answer.now ? (
          <p className="quiet">The page says the same already.</p>
        ) : null}
      </div>
    </li>
  );
}

export function FoundAnswers({ reading }: { reading: ShownReading }) {
  const { title, problem, notes, answers, fresh } = reading;
  return (
    <section className="flex flex-col gap-4" aria-label="What was found">
      {problem ? (
        <Notice kind="warning" title={title}>
          {problem} The file goes along as it is, and no answer was taken out of it.
        </Notice>
      ) : answers.length === 0 ? (
        <Notice kind="info">
          No answers were found in it that can be read by machine. It goes along with your answer as it is.
        </Notice>
      ) : (
        <>
          <H2>
            {title}: {answers.length} {answers.length === 1 ? 'answer' : 'answers'}
          </H2>
          <ol className="panel flex flex-col divide-y divide-base-300 px-4">
            {answers.map((answer) => (
              <Found key={answer.number} answer={answer} />
            ))}
          </ol>
        </>
      )}
      {notes.length > 0 ? (
        <ul className="list-disc pl-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {!problem && fresh > 0 ? (
        <PostForm reloadDocument className="flex flex-col gap-2">
          <input type="hidden" name="intent" value="take" />
          <p className="quiet">They are put where nothing is answered yet. You can change them before you send.</p>
          <div>
            <BigButton>
              Take over {fresh} {fresh === 1 ? 'answer' : 'answers'}
            </BigButton>
          </div>
        </PostForm>
      ) : null}
    </section>
  );
}
