/** Every act on a change, newest first, as the audit trail has it. */
import { Link } from '@remix-run/react';
import { isRole, ROLE_LABELS } from '../../guard/roles';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { ChangeHistory } from './get-history.server';

export function HistoryTable({ change, entries, older, isFirstPage }: ChangeHistory) {
  if (entries.length === 0) {
    return (
      <Empty title="Nothing more on record">
        <Link to={`/changes/${change.id}/history`}>Back to the newest</Link>
      </Empty>
    );
  }
  return (
    <Panel flush>
      <div className="p-2">
        <TableRegion label="Record of this change">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.seq}>
                  <td data-label="When">
                    <TimeText value={entry.at} />
                    <span className="quiet block text-[0.93em]">entry {entry.seq}</span>
                  </td>
                  <td data-label="Who">
                    {entry.actorName}
                    <span className="quiet block text-[0.93em]">
                      {isRole(entry.actorRole) ? ROLE_LABELS[entry.actorRole] : entry.actorRole}
                    </span>
                  </td>
                  <td data-label="What">
                    {entry.label}
                    {entry.detail ? <span className="quiet block">{entry.detail}</span> : null}
                  </td>
                  <td data-label="Reason">{entry.reason || <span className="quiet">–</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </div>
      <nav aria-label="Pages" className="no-print flex justify-between gap-2 px-4 py-2">
        {isFirstPage ? <span /> : <Link to={`/changes/${change.id}/history`}>Newest</Link>}
        {older === null ? null : (
          <Link className="btn btn-sm" rel="next" to={`/changes/${change.id}/history?before=${older}`}>
            Older →
          </Link>
        )}
      </nav>
    </Panel>
  );
}
