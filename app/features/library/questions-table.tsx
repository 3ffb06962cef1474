/** The questions of a chart in printed order: what is asked, by which rule it is answered, and where each answer leads. */
import { TierBadge } from '../../ui/badge';
import { TableRegion, useSearchLink } from '../../ui/table';
import type { QuestionView, SubRuleView, TargetView } from './chart-page';
import { Cited } from './cited';
import { anchor } from './library-words';
import { RuleText } from './rule-text';

/** Where an arrow leads: a question further on, perhaps in another part, or an outcome with its tier. */
function Target({ target }: { target: TargetView }) {
  const link = useSearchLink();
  const page = target.part === null ? '' : link({ part: target.part });
  return (
    <>
      <a href={`${page}#${anchor(target.id)}`} className="inline-block min-h-6 underline underline-offset-2">
        {target.label}
      </a>
      {target.tier ? (
        <>
          {' '}
          <TierBadge tier={target.tier} />
        </>
      ) : null}
    </>
  );
}

const SubRules = ({ rules }: { rules: SubRuleView[] }) => (
  <ul className="mt-2 flex flex-col gap-1.5 border-l-2 border-base-300 pl-3">
    {rules.map((rule) => (
      <li key={rule.id} id={anchor(rule.id)}>
        <span className="font-mono text-[0.9em]">{rule.id}</span> {rule.text}{' '}
        {rule.answer && rule.when ? (
          <>
            Gives <strong>{rule.answer}</strong> when <RuleText text={rule.when} />.{' '}
          </>
        ) : null}
        <Cited at={rule} />
      </li>
    ))}
  </ul>
);

const Question = ({ question }: { question: QuestionView }) => (
  <tr id={anchor(question.id)}>
    <th scope="row" className="font-mono whitespace-nowrap">
      {question.id}
    </th>
    <td data-label="">
      <p className="font-medium">{question.asks}</p>
      <p className="quiet">
        Answered by {question.answeredBy}
        {question.foundIn ? `; found in: ${question.foundIn}` : ''}
        {question.gate ? '. A gate: printed in a path only when answered yes.' : '.'}
      </p>
      <Cited at={question} />
      {question.note ? <p className="mt-1">{question.note}</p> : null}
      {question.subRules.length > 0 ? <SubRules rules={question.subRules} /> : null}
    </td>
    <td data-label="Yes when">
      <RuleText text={question.yesWhen} />
      <p className="quiet mt-1">
        {question.noWhen ? (
          <>
            No when <RuleText text={question.noWhen} />
          </>
        ) : (
          'No when that is false. Neither known: open.'
        )}
      </p>
    </td>
    <td data-label="Yes leads to">
      <Target target={question.yes} />
    </td>
    <td data-label="No leads to">
      <Target target={question.no} />
    </td>
  </tr>
);

export const QuestionsTable = ({ part, questions }: { part: string; questions: QuestionView[] }) => (
  <TableRegion label={`Questions of ${part}`}>
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col" className="w-[42%]">
            Question
          </th>
          <th scope="col" className="w-[26%]">
            Yes when
          </th>
          <th scope="col">Yes leads to</th>
          <th scope="col">No leads to</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <Question key={question.id} question={question} />
        ))}
      </tbody>
    </table>
  </TableRegion>
);
