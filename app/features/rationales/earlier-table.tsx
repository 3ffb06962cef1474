import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { EarlierLine } from './earlier-page.server';

/** The closest decisions; one of them is opened below. */
export const EarlierTable = (props: { lines: readonly EarlierLine[]; opened: string | null; changeId: string }) => (
  <TableRegion label="Closest earlier decisions">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">Device</th>
          <th scope="col">State</th>
          <th scope="col">What both have in common</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ id, reference, title, model, statusLabel, decidedOn, nearness, words }) => (
          <tr key={id} className={props.opened === id ? 'bg-base-200' : undefined}>
            <th scope="row" className="font-normal!">
              <Link
                to={`/changes/${props.changeId}/earlier-decisions?from=${id}#opened`}
                aria-current={props.opened === id ? 'true' : undefined}
                className="inline-block py-0.5 font-semibold underline"
              >
                {reference}
              </Link>
              <span className="block">{title}</span>
            </th>
            <td data-label="Device">{model}</td>
            <td data-label="State">
              <StateBadge state="info">{statusLabel}</StateBadge>
              {decidedOn ? <span className="quiet block">decided {dateInWords(decidedOn)}</span> : null}
            </td>
            <td data-label="In common">
              <strong className="font-semibold">{nearness}</strong>
              <span className="block">{words}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
