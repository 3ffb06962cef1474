import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import { writtenInWords } from '../plans/day-span';
import { SHOWN } from './address';
import { CountCells } from './counts';
import { SORT_WORDS } from './incident';
import type { IncidentList } from './list-incidents.server';

/** The incidents, the latest first. */
export const IncidentTable = ({ lines, model }: IncidentList) => (
  <TableRegion label="Public incidents">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">When</th>
          <th scope="col">What it was</th>
          {SHOWN.map(({ value, label }) => (
            <th key={value} scope="col">
              Units: {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, on, sort, counted }) => (
          <tr key={id}>
            <th scope="row">
              <Link
                to={`/fleet/incidents/${id}${model ? `?model=${model.id}` : ''}`}
                className="inline-block py-0.5 underline"
              >
                {title}
              </Link>
            </th>
            <td data-label="When" className="whitespace-nowrap">
              {writtenInWords(on)}
            </td>
            <td data-label="What it was">{SORT_WORDS[sort]}</td>
            <CountCells counted={counted} />
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
