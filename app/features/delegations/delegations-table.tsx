/** The list of delegations. */
import { Link } from '@remix-run/react';
import { ROLE_LABELS } from '../../guard/roles';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { DelegationLine } from './list-delegations.server';
import { StandingBadge } from './standing-badge';

export const DelegationsTable = ({ rows }: { rows: DelegationLine[] }) => (
  <TableRegion label="Delegations">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Signs</th>
          <th scope="col">In the place of</th>
          <th scope="col">As</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="">
              <Link to={`/settings/delegations/${row.id}`}>Delegation {row.number}</Link>
            </td>
            <td data-label="Signs">{row.delegateName}</td>
            <td data-label="In the place of">{row.principalName}</td>
            <td data-label="As">{ROLE_LABELS[row.role]}</td>
            <td data-label="From">
              <DateText value={row.startsOn} />
            </td>
            <td data-label="Until">
              <DateText value={row.endsOn} />
            </td>
            <td data-label="State">
              <StandingBadge standing={row.standing} />
              {row.idle ? <span className="quiet block text-[0.93em]">without effect: {row.idle}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
