import { Link } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { ChangeListRow } from '../changes/list-changes.server';

/** The changes of one model: what is proposed, how far it is, what it would do to the certificates. */
export const ModelChangesTable = ({ rows }: { rows: ChangeListRow[] }) => (
  <TableRegion label="Changes of this model">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">Status</th>
          <th scope="col">Units</th>
          <th scope="col">Certificates</th>
          <th scope="col">Proposed by</th>
          <th scope="col">Last edited</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="font-medium">
              <Link to={`/changes/${row.id}`}>{row.title}</Link>
              <span className="quiet block font-mono font-normal">{row.reference}</span>
            </th>
            <td data-label="Status">
              <StateBadge state="info">{row.statusLabel}</StateBadge>
            </td>
            <td data-label="Units">{row.units}</td>
            <td data-label="Certificates">
              {row.tier ? <TierRange from={row.tier.from} to={row.tier.to} /> : 'not assessed'}
            </td>
            <td data-label="Proposed by">{row.proposerName}</td>
            <td data-label="Last edited">
              <DateText value={row.updatedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
