/** Every chart of the library, one row each. */
import { Link } from '@remix-run/react';
import type { Chart } from '../../regulation/chart';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { ANSWERS, confidenceCounts, JURISDICTIONS } from './chart-summary';

export const InForce = ({ chart }: { chart: Chart }) => (
  <>
    from <DateText value={chart.inForce.from} />
    {chart.inForce.to ? (
      <>
        {' '}
        to <DateText value={chart.inForce.to} />
      </>
    ) : null}
  </>
);

export const LibraryTable = ({ charts }: { charts: readonly Chart[] }) => (
  <TableRegion label="Charts">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Instrument</th>
          <th scope="col">Jurisdiction</th>
          <th scope="col">Edition</th>
          <th scope="col">In force</th>
          <th scope="col">What it answers</th>
          <th scope="col" className="text-right">
            Questions
          </th>
          <th scope="col">How sure we are</th>
        </tr>
      </thead>
      <tbody>
        {charts.map((chart) => (
          <tr key={chart.instrument}>
            <td data-label="">
              <Link to={`/library/${chart.instrument}`} className="font-medium underline underline-offset-2">
                {chart.name}
              </Link>
              <span className="quiet block font-mono text-[0.9em]">{chart.instrument}</span>
            </td>
            <td data-label="Jurisdiction">{JURISDICTIONS[chart.jurisdiction] ?? chart.jurisdiction}</td>
            <td data-label="Edition">{chart.edition}</td>
            <td data-label="In force">
              <InForce chart={chart} />
            </td>
            <td data-label="What it answers">{ANSWERS[chart.answers]}</td>
            <td data-label="Questions" className="tabular-nums md:text-right">
              {Object.keys(chart.nodes).length}
            </td>
            <td data-label="How sure we are">
              {confidenceCounts(chart)
                .map(({ words, count }) => `${count} ${words}`)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
