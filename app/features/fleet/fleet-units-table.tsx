import { Link } from '@remix-run/react';
import { Empty } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { OsText } from '../devices/os-text';
import type { FleetUnitsList } from './list-fleet-units.server';

/** The units behind a number; each leads to its exposure. */
export function FleetUnitsTable({ list }: { list: FleetUnitsList }) {
  const { rows, before, after } = list.page;
  if (rows.length === 0) {
    return (
      <div className="p-4">
        <Empty title="No unit.">
          Nothing in the register is counted here now. <Link to="/fleet">Back to the fleet</Link>
        </Empty>
      </div>
    );
  }
  return (
    <>
      <TableRegion label="Units">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Serial number</th>
              <th scope="col">Model</th>
              <th scope="col">Class</th>
              <th scope="col">Site</th>
              <th scope="col">Location</th>
              <th scope="col">Network zone</th>
              <th scope="col">Version</th>
              <th scope="col">Operating system</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((unit) => (
              <tr key={unit.id}>
                <th scope="row" className="font-mono font-medium md:whitespace-nowrap">
                  <Link to={`/units/${unit.id}/exposure`}>{unit.serial}</Link>
                </th>
                <td data-label="Model">
                  <Link to={`/devices/${unit.model.id}/exposure`}>{unit.model.name}</Link>
                  <span className="quiet block text-[0.93em]">{unit.model.maker}</span>
                </td>
                <td data-label="Class">{unit.className || '–'}</td>
                <td data-label="Site">{unit.site || '–'}</td>
                <td data-label="Location">{unit.location || '–'}</td>
                <td data-label="Network zone">{unit.zone || '–'}</td>
                <td data-label="Version">{unit.version || 'not known'}</td>
                <td data-label="Operating system">
                  <OsText os={unit.os} support={unit.support} compact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <Pager before={before} after={after} note={`${list.count.toLocaleString('en-GB')} units`} />
    </>
  );
}
