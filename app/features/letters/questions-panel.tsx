/** The questions of an issued letter, what was answered to each, and which claims wait for a person. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { AnswerView, LetterView, QuestionView } from './letter-view';

const Answer = ({ letterId, answer }: { letterId: string; answer: AnswerView }) => (
  <div className="mb-1.5">
    <strong>{answer.choice || 'No box ticked'}</strong>
    {answer.fill ? ` ${answer.fill}` : ''}
    {answer.comment ? <span className="block whitespace-pre-wrap">{answer.comment}</span> : null}
    <span className="quiet block text-[0.93em]">
      <Link to={`/letters/${letterId}/replies/${answer.replyId}`}>{answer.by || 'Name not given'}</Link>,{' '}
      <DateText value={answer.at} />
      {answer.enteredByName ? ` · typed in for the supplier by ${answer.enteredByName}` : ''}
    </span>
  </div>
);

function Claims({ letterId, question }: { letterId: string; question: QuestionView }) {
  const { proposed, confirmed, setAside } = question.claims;
  if (proposed + confirmed + setAside === 0 || question.answers.length === 0) return <span className="quiet">–</span>;
  return (
    <Link
      to={`/letters/${letterId}/replies/${question.answers[0]?.replyId ?? ''}`}
      className="flex w-fit flex-wrap gap-1"
    >
      {proposed > 0 ? <StateBadge state="open">{proposed} to confirm</StateBadge> : null}
      {confirmed > 0 ? <StateBadge state="settled">{confirmed} confirmed</StateBadge> : null}
      {setAside > 0 ? <StateBadge state="plain">{setAside} set aside</StateBadge> : null}
    </Link>
  );
}

export function QuestionsPanel({ letter }: { letter: LetterView }) {
  if (letter.questions.length === 0) return null;
  const open = letter.questions.filter(({ answeredAt }) => !answeredAt).length;
  return (
    <Panel
      id="questions"
      title="Questions and answers"
      flush
      aside={
        <span className="flex flex-wrap gap-x-3">
          <span className="quiet">
            {open} of {letter.questions.length} open
          </span>
          {letter.shown.download ? <a href={`/files/letters/${letter.id}/answer-form.pdf`}>Answer form (PDF)</a> : null}
        </span>
      }
    >
      <div className="px-2">
        <TableRegion label="Each question with its answer">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Question</th>
                <th scope="col">Answer</th>
                <th scope="col">Claims</th>
              </tr>
            </thead>
            <tbody>
              {letter.questions.map((question) => (
                <tr key={question.number}>
                  <td>{question.number}</td>
                  <td data-label="Question" className="min-w-56">
                    <span className="whitespace-pre-wrap">{question.text}</span>
                    {question.deciding ? <span className="quiet block text-[0.93em]">decides</span> : null}
                  </td>
                  <td data-label="Answer" className="min-w-48">
                    {question.answers.length > 0 ? (
                      question.answers.map((answer) => (
                        <Answer key={answer.replyId} letterId={letter.id} answer={answer} />
                      ))
                    ) : (
                      <StateBadge state={question.answeredAt ? 'settled' : 'open'}>
                        {question.answeredAt ? 'answered' : 'open'}
                      </StateBadge>
                    )}
                  </td>
                  <td data-label="Claims">
                    <Claims letterId={letter.id} question={question} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </div>
    </Panel>
  );
}
