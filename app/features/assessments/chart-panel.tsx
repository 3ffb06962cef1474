/** One chart with the path taken: as a drawing, or as a table with reason, rule, citation and confidence of each step. */
import { Link, useSearchParams } from '@remix-run/react';
import { chartOf } from '../../regulation/charts/index';
import type { Finding } from '../../regulation/result';
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { ChartDrawing } from '../../ui/chart-drawing';
import { Panel } from '../../ui/page';
import { TableRegion, useSearchLink } from '../../ui/table';
import { drawingInWords, drawPart, partReached, partsOf } from './draw-chart';

const WHO = { manufacturer: 'the maker', hospital: 'the hospital', regulator: 'the regulator' };

function StepsTable({ finding }: { finding: Finding }) {
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
          {[...finding.trace, ...finding.beyond].map((step) => (
            <tr key={step.question}>
              <td>
                <strong>{step.question}</strong> {chartOf(finding.instrument)?.nodes[step.question]?.asks}
              </td>
              <td data-label="Answer">{step.answer}</td>
              <td data-label="Because">{step.because}</td>
              <td data-label="Rule">
                {step.rule} · {step.citation} <ConfidenceBadge mark={step.confidence} />
              </td>
            </tr>
          ))}
          {finding.open.map((question) => (
            <tr key={question.question}>
              <td>
                <strong>{question.question}</strong> {question.asks}
              </td>
              <td data-label="Answer">
                <StateBadge state="open">unknown</StateBadge>
              </td>
              <td data-label="Because">
                nobody has said; {WHO[question.who]} can. Yes leaves {question.if_yes.join(', ')}; no leaves{' '}
                {question.if_no.join(', ')}.
              </td>
              <td data-label="Rule">{chartOf(finding.instrument)?.nodes[question.question]?.rule.yes}</td>
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
export function ChartPanel({ finding }: { finding: Finding }) {
  const [search] = useSearchParams();
  const link = useSearchLink();
  const chart = chartOf(finding.instrument);
  if (!chart) return null;
  const parts = partsOf(chart);
  const wanted = search.get('part');
  const part = parts.find((one) => one === wanted) ?? partReached(chart, finding);
  const view = search.get('view') === 'table' ? 'table' : 'drawing';
  const last = finding.trace.at(-1);
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
            <ChartDrawing drawing={drawPart(chart, part, finding)} label={part} summary={drawingInWords(finding)} />
          </TableRegion>
          <Legend />
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

const Legend = () => (
  <p className="quiet mt-2 text-[0.9em]">
    Solid line: the path taken. Dashed: still possible. Dotted: not reached. Every exit stands beneath its own question.
  </p>
);
