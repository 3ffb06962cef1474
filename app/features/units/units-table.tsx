/** Units, one a row; `ofModel` leaves out what they share. */
import { Link } from '@remix-run/react';
import { SortHeading, TableRegion } from '../../ui/table';
import { OsText } from '../devices/os-text';
import type { UnitListRow } from './list-units.server';
import type { UnitsFilter } from './units-filter';

export function UnitsTable(props: { rows: UnitListRow[]; filter: UnitsFilter; ofModel?: boolean }) {
  const { sort, descending } = props.filter;
  const heading = (column: string, label: string) => (
    <SortHeading column={column} sorted={sort} descending={descending}>
      {label}
    </SortHeading>
  );
  return (
    <TableRegion label="Units">
      <table className="data-table stacks">
        <thead>
          <tr>
            {heading('serial', 'Serial number')}
            <th scope="col">Asset tag</th>
            {props.ofModel ? null : heading('model', 'Model')}
            {heading('site', 'Site')}
            {heading('location', 'Location')}
            {heading('zone', 'Network zone')}
            <th scope="col">Version</th>
            <th scope="col">Operating system</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((unit) => (
            <tr key={unit.id} className={unit.retired ? 'quiet' : undefined}>
              <th scope="row" className="font-mono font-medium md:whitespace-nowrap">
                <Link to={`/units/${unit.id}`}>{unit.serial}</Link>
                {unit.retired ? <span className="block font-sans font-normal">retired</span> : null}
              </th>
              <td data-label="Asset tag" className="md:whitespace-nowrap">
                {unit.assetTag || '–'}
              </td>
              {props.ofModel ? null : (
                <td data-label="Model">
                  <Link to={`/devices/${unit.model.id}`}>{unit.model.name}</Link>
                  <span className="quiet block text-[0.93em]">{unit.model.maker}</span>
                </td>
              )}
              <td data-label="Site">{unit.site || '–'}</td>
              <td data-label="Location">{unit.location || '–'}</td>
              <td data-label="Network zone">{unit.zone || '–'}</td>
              <td data-label="Version">
                {unit.version || '–'}
                <OfModel text={unit.versionOfModel} />
              </td>
              <td data-label="Operating system">
                <OsText os={unit.os} support={unit.support} compact />
                <OfModel text={unit.osOfModel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** An override is visible: what the model says where the unit says otherwise. */
const OfModel = ({ text }: { text: string | null }) =>
  text === null ? null : <span className="block text-[0.93em] font-medium">model: {text || 'not recorded'}</span>;
