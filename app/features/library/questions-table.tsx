/** The questions of a chart in printed order: what is asked, by which rule it is answered, and where each answer leads. */
import type { Chart, ChartNode, SubRule } from '../../regulation/chart';
import { TierBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { anchor, questionsByPart } from './chart-summary';
import { Cited } from './cited';

const WHO = { manufacturer: 'the maker', hospital: 'the hospital', regulator: 'the regulator' };

const Rule = ({ text }: { text: string }) => <code className="font-mono text-[0.9em]">{text}</code>;

/** Where an arrow leads: a question further on, or an outcome with its tier. */
function Target({ chart, id }: { chart: Chart; id: string }) {
  const outcome = chart.outcomes[id];
  return (
    <>
      <a href={`#${anchor(id)}`} className="underline underline-offset-2">
        {outcome ? outcome.label : id}
      </a>
      {outcome ? (
        <>
          {' '}
          <TierBadge tier={outcome.tier} />
        </>
      ) : null}
    </>
  );
}

const SubRules = ({ rules }: { rules: SubRule[] }) => (
  <ul className="mt-2 flex flex-col gap-1.5 border-l-2 border-base-300 pl-3">
    {rules.map((rule) => (
      <li key={rule.id}>
        <span className="font-mono text-[0.9em]">{rule.id}</span> {rule.text}{' '}
        {rule.answer && rule.when ? (
          <>
            Gives <strong>{rule.answer}</strong> when <Rule text={rule.when} />.{' '}
          </>
        ) : null}
        <Cited cite={rule.cite} mark={rule.confidence} />
      </li>
    ))}
  </ul>
);

function Question({ chart, id, node }: { chart: Chart; id: string; node: ChartNode }) {
  return (
    <tr id={anchor(id)}>
      <th scope="row" className="font-mono whitespace-nowrap">
        {id}
      </th>
      <td data-label="">
        <p className="font-medium">{node.asks}</p>
        <p className="quiet">
          Answered by {WHO[node.who]}
          {node.foundIn ? `; found in: ${node.foundIn}` : ''}
          {node.kind === 'gate' ? '. A gate: printed in a path only when answered yes.' : '.'}
        </p>
        <Cited cite={node.cite} mark={node.confidence} />
        {node.note ? <p className="mt-1">{node.note}</p> : null}
        {node.subRules?.length ? <SubRules rules={node.subRules} /> : null}
      </td>
      <td data-label="Yes when">
        <Rule text={node.rule.yes} />
        <p className="quiet mt-1">
          {node.rule.no ? (
            <>
              No when <Rule text={node.rule.no} />
            </>
          ) : (
            'No when that is false. Neither known: open.'
          )}
        </p>
      </td>
      <td data-label="Yes leads to">
        <Target chart={chart} id={node.yes} />
      </td>
      <td data-label="No leads to">
        <Target chart={chart} id={node.no} />
      </td>
    </tr>
  );
}

/** One table a part; `part` limits it to one. */
export const QuestionsTable = ({ chart, part }: { chart: Chart; part: string }) => (
  <TableRegion label={`Questions of ${part}`}>
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col" className="w-1/2">
            Question
          </th>
          <th scope="col">Yes when</th>
          <th scope="col">Yes leads to</th>
          <th scope="col">No leads to</th>
        </tr>
      </thead>
      <tbody>
        {questionsByPart(chart)
          .filter((one) => one.part === part)
          .flatMap(({ questions }) =>
            questions.map(([id, node]) => <Question key={id} chart={chart} id={id} node={node} />),
          )}
      </tbody>
    </table>
  </TableRegion>
);
