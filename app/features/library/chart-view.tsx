/** One part of a chart, drawn, with the questions of the same part in a table under it. */
import { Link, useSearchParams } from '@remix-run/react';
import type { Chart } from '../../regulation/chart';
import { ChartDrawing } from '../../ui/chart-drawing';
import { Panel } from '../../ui/page';
import { TableRegion, useSearchLink } from '../../ui/table';
import { drawingInWords, drawPart, partsOf } from '../assessments/draw-chart';
import { QuestionsTable } from './questions-table';

const ALL = 'all';

function Parts({ parts, chosen }: { parts: string[]; chosen: string }) {
  const link = useSearchLink();
  const tabs = [...parts.map((part) => ({ key: part, label: part })), { key: ALL, label: 'All parts' }];
  return (
    <nav aria-label="Parts of the chart" className="no-print flex flex-wrap gap-1">
      {tabs.map(({ key, label }) => (
        <Link
          key={key}
          to={link({ part: key })}
          preventScrollReset
          aria-current={key === chosen ? 'true' : undefined}
          className={`btn btn-sm ${key === chosen ? 'btn-neutral' : 'btn-outline border-base-300'}`}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

const Drawn = ({ chart, part }: { chart: Chart; part: string }) => (
  <Panel title={part} flush>
    <div className="px-4 pb-3">
      <TableRegion label={`Drawing of ${part}`}>
        <ChartDrawing drawing={drawPart(chart, part, null)} label={part} summary={drawingInWords(null)} />
      </TableRegion>
    </div>
    <QuestionsTable chart={chart} part={part} />
  </Panel>
);

/** The address says which part is shown: the first one when it does not. */
export function ChartView({ chart }: { chart: Chart }) {
  const [search] = useSearchParams();
  const parts = partsOf(chart);
  const wanted = search.get('part');
  const chosen = wanted === ALL ? ALL : (parts.find((part) => part === wanted) ?? parts[0] ?? ALL);
  return (
    <>
      {parts.length > 1 ? <Parts parts={parts} chosen={chosen} /> : null}
      {parts
        .filter((part) => chosen === ALL || part === chosen)
        .map((part) => (
          <Drawn key={part} chart={chart} part={part} />
        ))}
    </>
  );
}
