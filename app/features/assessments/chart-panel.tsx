/** One chart with the path taken: as a drawing, or as a table with reason, rule, citation and confidence of each step. */
import { Link, useSearchParams } from '@remix-run/react';
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { ChartDrawing } from '../../ui/chart-drawing';
import { Panel } from '../../ui/page';
import { TableRegion, useSearchLink } from '../../ui/table';
import type { ShownFinding } from './result-view';

const WHO = { manufacturer: 'the maker', hospital: 'the hospital', regulator: 'the regulator' };

function StepsTable({ finding }: { finding: ShownFinding }) {
  return (
    <TableRegion label="Steps of the walk">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answer</th>
            <th scope="col">Because</th>
            <th scope="col">Rule and citation</th>
          </tr>
        </thead>
        <tbody>
          {finding.steps.map((step) => (
            <tr key={step.question}>
              <td>
                <strong>{step.question}</strong> {step.asks}
              </td>
              <td data-label="Answer">{step.answer}</td>
              <td data-label="Because">{step.because}</td>
              <td data-label="Rule">
                {step.rule} · {step.citation} <ConfidenceBadge mark={step.confidence} />
              </td>
            </tr>
          ))}
          {finding.openQuestions.map((question) => (
            <tr key={question.question}>
              <td>
                <strong>{question.question}</strong> {question.asks}
              </td>
              <td data-label="Answer">
                <StateBadge state="open">unknown</StateBadge>
              </td>
              <td data-label="Because">
                nobody has said; {WHO[question.who]} can. Yes leaves {question.ifYes.join(', ')}; no leaves{' '}
                {question.ifNo.join(', ')}.
              </td>
              <td data-label="Rule">{question.rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Tabs(props: { label: string; options: { key: string; label: string; to: string }[]; chosen: string }) {
  return (
    <nav aria-label={props.label} className="no-print flex flex-wrap gap-1 rounded-field border border-base-300 p-0.5">
      {props.options.map((option) => (
        <Link
          key={option.key}
          to={option.to}
          preventScrollReset
          aria-current={option.key === props.chosen ? 'true' : undefined}
          className={`rounded-selector px-2 py-0.5 ${option.key === props.chosen ? 'bg-base-200 font-medium' : 'quiet'}`}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}

/** The address says which part and which view, so that it works without JavaScript and can be sent to a colleague. */
export function ChartPanel({ finding }: { finding: ShownFinding }) {
  const [search] = useSearchParams();
  const link = useSearchLink();
  const { chart, last } = finding;
  if (!chart) return null;
  const { parts, part } = chart;
  const view = search.get('view') === 'table' ? 'table' : 'drawing';
  return (
    <Panel
      id="chart"
      title={`${chart.name} · ${view === 'drawing' ? part : 'every step'}`}
      aside={
        <Tabs
          label="View"
          chosen={view}
          options={[
            { key: 'drawing', label: 'Drawing', to: `${link({ view: null })}#chart` },
            { key: 'table', label: 'Table', to: `${link({ view: 'table' })}#chart` },
          ]}
        />
      }
    >
      {view === 'table' ? (
        <StepsTable finding={finding} />
      ) : (
        <>
          {parts.length > 1 ? (
            <div className="mb-3">
              <Tabs
                label="Parts of the chart"
                chosen={part}
                options={parts.map((one) => ({ key: one, label: one, to: `${link({ part: one })}#chart` }))}
              />
            </div>
          ) : null}
          <TableRegion label={`Drawing of ${part}`}>
            <ChartDrawing drawing={chart.drawing} label={part} summary={chart.summary} />
          </TableRegion>
          <Legend address={chart.address} />
        </>
      )}
      {last ? (
        <p className="quiet mt-3 border-t border-base-300 pt-3">
          {last.question} = {last.answer} because {last.because} · rule {last.rule} · {last.citation} ·{' '}
          <ConfidenceBadge mark={last.confidence} />
        </p>
      ) : null}
    </Panel>
  );
}

const Legend = ({ address }: { address: string }) => (
  <p className="quiet mt-2 text-[0.9em]">
    Solid line: the path taken. Dashed: still possible. Dotted: not reached. Every exit stands beneath its own question.{' '}
    <Link to={address} className="underline underline-offset-2">
      The whole chart in the library
    </Link>
  </p>
);
