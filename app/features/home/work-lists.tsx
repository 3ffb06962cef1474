/** The lists of the home page: what it is, since when it waits, and why it waits for this person. */
import { Link } from '@remix-run/react';
import type { Tier } from '../../regulation/chart';
import { TierRange } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';

export interface WorkItem {
  id: string;
  to: string;
  reference: string;
  title: string;
  /** Device or supplier. */
  about: string;
  since: Date;
  why: React.ReactNode;
  tier?: { from: Tier; to: Tier };
}

const days = (since: Date, now: Date): string => {
  const count = Math.floor((now.getTime() - since.getTime()) / (24 * 60 * 60 * 1000));
  return count <= 0 ? 'today' : count === 1 ? '1 day' : `${count} days`;
};

/** One list, oldest first; nothing at all when it is empty. */
export function WorkList(props: {
  title: string;
  items: WorkItem[];
  total: number;
  /** Column heading of the reason. */
  whyHeading: string;
  /** When the page was made, so that ages are the same on server and in the browser. */
  now: string;
  more?: { to: string; label: string };
}) {
  const { items, total, more } = props;
  if (items.length === 0) return null;
  const now = new Date(props.now);
  const tiers = items.some((item) => item.tier);
  return (
    <Panel
      title={total > items.length ? `${props.title} (${items.length} of ${total})` : props.title}
      flush
      aside={more ? <Link to={more.to}>{more.label}</Link> : null}
    >
      <TableRegion label={`Table: ${props.title}`}>
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col" className="w-2/5">
                What
              </th>
              <th scope="col" className={tiers ? 'w-[34%]' : 'w-[47%]'}>
                {props.whyHeading}
              </th>
              {tiers ? (
                <th scope="col" className="w-[13%]">
                  As it stands
                </th>
              ) : null}
              <th scope="col" className="w-[13%]">
                Since
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td data-label="">
                  <Link to={item.to} className="font-medium underline decoration-base-content/40 underline-offset-2">
                    {item.title || 'Untitled'}
                  </Link>
                  <span className="quiet block text-[0.93em]">
                    <span className="font-mono">{item.reference}</span> · {item.about}
                  </span>
                </td>
                <td data-label={props.whyHeading}>{item.why}</td>
                {tiers ? <td data-label="As it stands">{item.tier ? <TierRange {...item.tier} /> : null}</td> : null}
                <td data-label="Since" className="md:whitespace-nowrap">
                  <DateText value={item.since} />
                  <span className="quiet block text-[0.93em]">{days(item.since, now)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Panel>
  );
}
