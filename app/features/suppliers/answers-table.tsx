import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { AnswersBy } from './answers-by';
import type { AnswerRow } from './list-answers.server';

const WHERE: Record<AnswersBy, string> = { change: '/changes/', device: '/devices/', cve: '' };
const NONE: Record<AnswersBy, string> = { change: 'no change', device: 'no device', cve: '' };

const About = ({ row, by }: { row: AnswerRow; by: AnswersBy }) => {
  if (!row.about) return <span className="quiet whitespace-nowrap">{NONE[by]}</span>;
  const words = <span className={by === 'device' ? '' : 'font-mono'}>{row.about}</span>;
  return row.aboutId ? <Link to={`${WHERE[by]}${row.aboutId}`}>{words}</Link> : words;
};

/** Who said it and when; an answer that staff wrote down says so. */
const Said = ({ row }: { row: AnswerRow }) =>
  row.replyId ? (
    <>
      {row.saidBy || 'name not given'}, {row.saidOn ? <DateText value={row.saidOn} /> : 'day not known'}
      {row.enteredBy ? <span className="quiet block">written down by {row.enteredBy}</span> : null}
    </>
  ) : (
    <span className="quiet">–</span>
  );

/** Questions and answers, one a row; a row without an answer is one that is open. */
export const AnswersTable = ({ rows, by, heading }: { rows: AnswerRow[]; by: AnswersBy; heading: string }) => (
  <TableRegion label="Questions and answers">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">Letter</th>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
          <th scope="col">Said by</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.about} ${row.aboutId} ${row.letterId} ${row.number}`}>
            <th scope="row" className="font-medium">
              <About row={row} by={by} />
            </th>
            <td data-label="Letter" className="font-mono whitespace-nowrap">
              <Link to={`/letters/${row.letterId}`}>{row.reference}</Link>
            </td>
            <td data-label="Question">
              {row.number}. {row.question}
            </td>
            <td data-label="Answer">
              {row.answer === null ? (
                <StateBadge state={row.waits ? 'open' : 'plain'}>
                  {row.waits ? 'no answer yet' : 'never answered'}
                </StateBadge>
              ) : (
                <>
                  <span className="font-medium">{row.answer || 'in words only'}</span>
                  {row.comment ? <span className="block">{row.comment}</span> : null}
                </>
              )}
            </td>
            <td data-label="Said by" className="md:min-w-48">
              <Said row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
