/** The list of standard changes. */
import { Link } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { StandardLine } from './list-standards.server';
import { StandingText } from './state-badge';

export const StandardsTable = ({ rows }: { rows: StandardLine[] }) => (
  <TableRegion label="Standard changes">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Standard change</th>
          <th scope="col">Device</th>
          <th scope="col">Rests on</th>
          <th scope="col">Until</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="">
              <Link to={`/standard-changes/${row.id}`} className="font-medium">
                {row.number}. {shorten(row.title)}
              </Link>
              <span className="quiet block text-[0.93em]">{row.kinds.join(', ')}</span>
            </td>
            <td data-label="Device">
              <Link to={`/devices/${row.modelId}`}>{row.modelName}</Link>
            </td>
            <td data-label="Rests on">
              <Link to={`/changes/${row.changeId}`} className="font-mono">
                {row.changeReference}
              </Link>
            </td>
            <td data-label="Until">
              <DateText value={row.validUntil} />
            </td>
            <td data-label="State">
              <StandingText standing={row.standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
