/** The list of packs. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import { sizeInWords } from '../files/size-words';
import type { PackLine } from './list-packs.server';
import { PACK_STATUS } from './pack-words';

export const PacksTable = ({ rows }: { rows: PackLine[] }) => (
  <TableRegion label="Evidence packs">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Pack</th>
          <th scope="col">About</th>
          <th scope="col">Cut at event</th>
          <th scope="col">Time of the cut</th>
          <th scope="col">Asked for by</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="">
              <Link to={`/evidence/${row.id}`}>Pack {row.number}</Link>
            </td>
            <td data-label="About" className="break-words">
              {row.title}
            </td>
            <td data-label="Cut at event">{row.cutSeq}</td>
            <td data-label="Time of the cut">
              <TimeText value={row.cutAt} />
            </td>
            <td data-label="Asked for by">{row.requestedByName}</td>
            <td data-label="State">
              <StateBadge state={PACK_STATUS[row.status].look}>
                {PACK_STATUS[row.status].label}
                {row.status === 'building' ? `, ${row.progress} %` : ''}
                {row.size ? `, ${sizeInWords(row.size)}` : ''}
              </StateBadge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
