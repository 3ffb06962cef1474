/** The lines of a framework, each with the records that show it. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import type { LineState, ShownLine } from './get-framework.server';

const LOOK: Record<LineState, 'success' | 'plain' | 'open'> = {
  evidenced: 'success',
  built_in: 'plain',
  not_evidenced: 'open',
};
const WORDS: Record<LineState, string> = {
  evidenced: 'records are there',
  built_in: 'built in, no record of its own',
  not_evidenced: 'not evidenced',
};

export const FrameworkTable = ({ lines }: { lines: ShownLine[] }) => (
  <TableRegion label="Lines of the framework">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Clause</th>
          <th scope="col">What it asks for (K)</th>
          <th scope="col">What Changemark does</th>
          <th scope="col">State</th>
          <th scope="col">Records</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.clause}>
            <td data-label="" className="whitespace-nowrap">
              {line.clause}
            </td>
            <td data-label="What it asks for (K)">{line.asks}</td>
            <td data-label="What Changemark does">{line.feature}</td>
            <td data-label="State">
              <StateBadge state={LOOK[line.state]}>{WORDS[line.state]}</StateBadge>
            </td>
            <td data-label="Records">
              <ul>
                {line.records.map(({ label, count, to }) => (
                  <li key={label}>{to ? <Link to={to}>{`${label}: ${count}`}</Link> : `${label}: ${count}`}</li>
                ))}
              </ul>
              {line.outside ? <p className="quiet">{line.outside}</p> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
