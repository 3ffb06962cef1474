/** What was found, by kind: a link, what it is, and where more of it is listed. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';

export interface FoundItem {
  key: string;
  to: string;
  label: string;
  /** Set before the label in a fixed-width face: a reference or serial number. */
  code?: string;
  about: string;
  note?: string;
}

/** Nothing when the list is empty. */
export function FoundList(props: { title: string; items: FoundItem[]; more: { to: string; label: string } | null }) {
  if (props.items.length === 0) return null;
  return (
    <Panel title={props.title} aside={props.more ? <Link to={props.more.to}>{props.more.label}</Link> : null}>
      <ul className="flex flex-col divide-y divide-base-300">
        {props.items.map((item) => (
          <li key={item.key} className="py-1.5">
            <Link to={item.to} className="underline decoration-base-content/40 underline-offset-2">
              {item.code ? <span className="font-mono">{item.code}</span> : null}
              {item.code && item.label ? ' · ' : null}
              {item.label}
            </Link>
            <span className="quiet block text-[0.93em]">
              {item.about}
              {item.note ? ` · ${item.note}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
