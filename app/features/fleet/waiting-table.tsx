import { Link } from '@remix-run/react';
import { Empty } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { WaitingList } from './list-waiting.server';
import { WAITING_WHYS } from './waiting-whys';

const DAY = 86_400_000;

/** "in 12 days", "57 days ago" */
export function agoInWords(on: string, today: string): string {
  const days = Math.round((Date.parse(on) - Date.parse(today)) / DAY);
  if (days === 0) return 'today';
  const many = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${many}` : `${many} ago`;
}

export function WaitingTable({ list }: { list: WaitingList }) {
  const { rows, before, after } = list.page;
  const { day } = WAITING_WHYS[list.why];
  if (rows.length === 0) {
    return (
      <div className="p-4">
        <Empty title="Nothing.">
          Nothing is counted here now. <Link to="/fleet">Back to the fleet</Link>
        </Empty>
      </div>
    );
  }
  return (
    <>
      <TableRegion label={WAITING_WHYS[list.why].label}>
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Reference</th>
              <th scope="col">What</th>
              <th scope="col">{`${day[0]?.toUpperCase()}${day.slice(1)}`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="font-mono font-medium md:whitespace-nowrap">
                  <Link to={row.to}>{row.reference || 'open'}</Link>
                </th>
                <td data-label="What">{row.title}</td>
                <td data-label={day} className="md:whitespace-nowrap">
                  {dateInWords(row.on)} <span className="quiet">{agoInWords(row.on, list.today)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <Pager before={before} after={after} note={`${list.count.toLocaleString('en-GB')} in all, the first day first`} />
    </>
  );
}
