/** Every question about exposure with the answer in force, by whom and why, and the way to answer it. */
import { Link } from '@remix-run/react';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { type ExposureAnswer, saidAbout } from './answers';
import { QUESTION_GROUPS, type QuestionGroup } from './questions';

function Group(props: { group: QuestionGroup; answers: readonly ExposureAnswer[]; mayAnswer: boolean }) {
  const { group, answers, mayAnswer } = props;
  const ids = new Set(group.questions.map(({ id }) => id));
  const given = answers.filter(({ question }) => ids.has(question)).length;
  return (
    <details open={given > 0} className="border-t border-base-300 px-4 py-2">
      <summary className="min-h-6 cursor-pointer py-0.5">
        <b>{group.title}</b> <span className="quiet">{group.source}</span>{' '}
        <span>{given > 0 ? `${given} answered` : 'nothing answered'}</span>
      </summary>
      <TableRegion label={group.title}>
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">
                <span className="sr-only">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {group.questions.map(({ id, asks }) => (
              <tr key={id}>
                <th scope="row" className="font-normal">
                  {asks} <span className="quiet font-mono">{id}</span>
                </th>
                <td data-label="Answer">
                  <Said answers={answers.filter(({ question }) => question === id)} />
                </td>
                <td data-label="">
                  {mayAnswer ? (
                    <Link className="inline-block py-0.5" to={`?question=${id}#answer`} preventScrollReset>
                      Answer<span className="sr-only"> {asks}</span>
                    </Link>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}

const Said = ({ answers }: { answers: readonly ExposureAnswer[] }) =>
  answers.length === 0 ? (
    <span className="quiet">nobody said</span>
  ) : (
    <ul>
      {answers.map((one) => (
        <li key={one.id}>
          <b>{one.answer}</b> <span className="quiet">({saidAbout(one)})</span> <LongText text={one.reason} />{' '}
          <span className="quiet">
            {one.saidByName}, <DateText value={one.saidAt} />
          </span>
        </li>
      ))}
    </ul>
  );

export const AnswersPanel = (props: { answers: readonly ExposureAnswer[]; mayAnswer: boolean }) => (
  <Panel title="What people answered" id="answers" flush>
    {QUESTION_GROUPS.map((group) => (
      <Group key={group.title} group={group} {...props} />
    ))}
  </Panel>
);
