/** The list of exceptions. */
import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import type { ExceptionLine } from './list-exceptions.server';
import { StandingBadge } from './standing-badge';

export const ExceptionsTable = ({ rows }: { rows: ExceptionLine[] }) => (
  <TableRegion label="Exceptions">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Person</th>
          <th scope="col">Places</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col">Signed by</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="">
              <Link to={`/settings/exceptions/${row.id}`}>Exception {row.number}</Link>
            </td>
            <td data-label="Person">{row.personName}</td>
            <td data-label="Places">{row.places}</td>
            <td data-label="From">
              <DateText value={row.startsOn} />
            </td>
            <td data-label="Until">
              <DateText value={row.endsOn} />
            </td>
            <td data-label="Signed by">{row.signedByName}</td>
            <td data-label="State">
              <StandingBadge standing={row.standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
