/** The questions of a chart in printed order: what is asked, by which rule it is answered, and where each answer leads. */
import { Fragment } from 'react';
import type { Chart, ChartNode, SubRule } from '../../regulation/chart';
import { TierBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { anchor, questionsByPart } from './chart-summary';
import { Cited } from './cited';

const WHO = { manufacturer: 'the maker', hospital: 'the hospital', regulator: 'the regulator' };

/** May break after an underscore, so that a long name of a fact does not break where it likes. */
const Rule = ({ text }: { text: string }) => (
  <code className="font-mono text-[0.9em]">
    {text.split(/(?<=_)/).map((piece, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Fragment key={index}>
        {index > 0 ? <wbr /> : null}
        {piece}
      </Fragment>
    ))}
  </code>
);

/** Where an arrow leads: a question further on, perhaps in another part, or an outcome with its tier. */
function Target({ chart, id, part }: { chart: Chart; id: string; part: string }) {
  const outcome = chart.outcomes[id];
  const target = chart.nodes[id];
  const other = target ? (target.part ?? chart.name) : part;
  const page = other === part ? '' : `?${new URLSearchParams({ part: other })}`;
  return (
    <>
      <a href={`${page}#${anchor(id)}`} className="inline-block min-h-6 underline underline-offset-2">
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
  const part = node.part ?? chart.name;
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
        <Target chart={chart} id={node.yes} part={part} />
      </td>
      <td data-label="No leads to">
        <Target chart={chart} id={node.no} part={part} />
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
        {questionsByPart(chart)
          .filter((one) => one.part === part)
          .flatMap(({ questions }) =>
            questions.map(([id, node]) => <Question key={id} chart={chart} id={id} node={node} />),
          )}
      </tbody>
    </table>
  </TableRegion>
);
