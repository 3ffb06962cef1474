/** Re-runs, newest first. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Empty } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { RerunList, RerunView } from './rerun-views';

export const Standing = ({ run }: { run: RerunView }) =>
  run.running ? (
    <StateBadge state="open">running, {percent(run)} %</StateBadge>
  ) : (
    <StateBadge state="settled">finished</StateBadge>
  );

export const percent = ({ judged, total }: RerunView): number =>
  total === 0 ? 100 : Math.min(100, Math.floor((judged / total) * 100));

export const RerunsTable = ({ list }: { list: RerunList }) =>
  list.rows.length === 0 ? (
    <div className="p-4">
      <Empty title="Nothing has been judged again yet">
        <p>When a guidance has a new edition, this is where you see which decisions it touches.</p>
      </Empty>
    </div>
  ) : (
    <>
      <TableRegion label="Re-runs">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Judged again</th>
              <th scope="col">State</th>
              <th scope="col" className="text-right">
                Changes
              </th>
              <th scope="col" className="text-right">
                Flip
              </th>
              <th scope="col">Library</th>
              <th scope="col">Started</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((run) => (
              <tr key={run.id}>
                <td data-label="">
                  <Link to={`/library/reruns/${run.id}`} className="font-medium underline underline-offset-2">
                    {run.title}
                  </Link>
                </td>
                <td data-label="State">
                  <Standing run={run} />
                </td>
                <td data-label="Changes" className="tabular-nums md:text-right">
                  {run.judged}
                </td>
                <td data-label="Flip" className="tabular-nums md:text-right">
                  {run.flipped}
                </td>
                <td data-label="Library">{run.library}</td>
                <td data-label="Started">
                  <TimeText value={run.startedAt} />
                  <span className="quiet block">{run.startedBy}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <Pager before={list.before} after={list.after} />
    </>
  );
