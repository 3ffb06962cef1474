import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import type { UnitBehind } from './units-behind.server';

/** The units behind a number. */
export const UnitsTable = ({ rows }: { rows: readonly UnitBehind[] }) => (
  <TableRegion label="Units">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Serial number</th>
          <th scope="col">Device</th>
          <th scope="col">Place</th>
          <th scope="col">Zone</th>
          <th scope="col">Operating system</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, serial, model, modelId, place, zone, os }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/units/${id}`} className="inline-block py-0.5 underline">
                {serial}
              </Link>
            </th>
            <td data-label="Device">
              <Link to={`/devices/${modelId}`} className="inline-block py-0.5 underline">
                {model}
              </Link>
            </td>
            <td data-label="Place">{place || <span className="quiet">not recorded</span>}</td>
            <td data-label="Zone">{zone || <span className="quiet">not recorded</span>}</td>
            <td data-label="Operating system">{os || <span className="quiet">not recorded</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
