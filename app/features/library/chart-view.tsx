/** One part of a chart, drawn, with the questions of the same part in a table under it. */
import { Link } from '@remix-run/react';
import { ChartDrawing } from '../../ui/chart-drawing';
import { Panel } from '../../ui/page';
import { TableRegion, useSearchLink } from '../../ui/table';
import type { ChartPageView, PartView } from './chart-page';
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
          className={`btn btn-sm h-auto min-h-8 py-1 ${key === chosen ? 'btn-neutral' : 'btn-outline border-base-300'}`}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** A drawing fits its screen: five boxes in a row, or two; at full size and larger on a page of its own. */
function Drawn({ shown, drawing }: { shown: PartView; drawing: string }) {
  const { part } = shown;
  const way = `${drawing}${drawing.includes('?') ? '&' : '?'}${new URLSearchParams({ part })}`;
  return (
    <Panel
      title={part}
      flush
      aside={
        <a href={way} className="no-print inline-block min-h-6 underline underline-offset-2">
          Full size
        </a>
      }
    >
      <div className="hidden px-4 pb-3 md:block">
        <TableRegion label={`Drawing of ${part}`}>
          <ChartDrawing drawing={shown.wide} label={part} summary={shown.summary} />
        </TableRegion>
      </div>
      <div className="px-2 pb-3 md:hidden">
        <TableRegion label={`Drawing of ${part}, narrow`}>
          <ChartDrawing drawing={shown.narrow} label={part} summary={shown.summary} fluid />
        </TableRegion>
      </div>
      <QuestionsTable part={part} questions={shown.questions} />
    </Panel>
  );
}

/** The address says which part is shown: the first one when it does not. */
export const ChartView = ({ chart }: { chart: ChartPageView }) => (
  <>
    {chart.parts.length > 1 ? <Parts parts={chart.parts} chosen={chart.chosenPart} /> : null}
    {chart.shown.map((shown) => (
      <Drawn key={shown.part} shown={shown} drawing={chart.links.drawing} />
    ))}
  </>
);
