/** Every chart of one jurisdiction, one row each. */
import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import { InForce } from './in-force';
import type { LibraryGroup } from './library-list';

export const LibraryTable = ({ group }: { group: LibraryGroup }) => (
  <TableRegion label={`Instruments: ${group.jurisdiction}`}>
    <table className="data-table stacks md:table-fixed">
      <thead>
        <tr>
          <th scope="col" className="md:w-[28%]">
            Instrument
          </th>
          <th scope="col" className="md:w-[8%]">
            Answers
          </th>
          <th scope="col" className="md:w-[22%]">
            Edition
          </th>
          <th scope="col" className="md:w-[16%]">
            In force
          </th>
          <th scope="col" className="text-right">
            Questions
          </th>
          <th scope="col" className="text-right">
            Outcomes
          </th>
          <th scope="col" className="text-right">
            Seen
          </th>
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row) => (
          <tr key={row.instrument}>
            <td data-label="">
              <Link to={`/library/${row.instrument}`} className="font-medium underline underline-offset-2">
                {row.name}
              </Link>
              <span className="quiet block font-mono text-[0.9em]">{row.instrument}</span>
            </td>
            <td data-label="Answers">{row.answers}</td>
            <td data-label="Edition">
              {row.edition}
              {row.editions > 1 ? <span className="quiet block">{row.editions} editions kept</span> : null}
            </td>
            <td data-label="In force">
              <InForce {...row.inForce} />
            </td>
            <td data-label="Questions" className="tabular-nums md:text-right">
              {row.questions}
            </td>
            <td data-label="Outcomes" className="tabular-nums md:text-right">
              {row.outcomes}
            </td>
            <td data-label="Seen in source" className="tabular-nums md:text-right" title={row.confidence}>
              {row.seen} %
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
