/** Events of the trail, newest first; each opens to everything that was recorded. */
import { Link } from '@remix-run/react';
import { isRole, ROLE_LABELS } from '~/guard/roles';
import { TableRegion, useSearchLink } from '~/ui/table';
import { TimeText } from '~/ui/time';
import { EventDetail } from './event-detail';
import { ACTIONS } from './events';
import { gistOf } from './gist';
import { OBJECT_WORDS, objectLink } from './object-link';
import type { StoredEvent } from './walk.server';

/** The action in words; one that a later version has dropped stands as it was stored. */
export const actionInWords = (action: string): string => (ACTIONS as Record<string, string>)[action] ?? action;

function Event({ event }: { event: StoredEvent }) {
  const gist = gistOf(event.detail);
  const facts = [
    ['Network address', event.address],
    ['Request', event.requestId],
    ['Object id', event.objectId],
    ['Hash of the event before', event.previousHash],
    ['Hash', event.hash],
  ];
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        {actionInWords(event.action)}
        {gist ? <span className="quiet"> · {gist}</span> : null}
      </summary>
      <div className="my-2 flex flex-col gap-2 border-l-2 border-base-300 pl-3">
        {event.reason ? (
          <p>
            <span className="quiet">Reason:</span> {event.reason}
          </p>
        ) : null}
        <EventDetail detail={event.detail} />
        <dl className="quiet grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3 text-[0.93em]">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="font-mono">{value || 'not recorded'}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function Thing({ event }: { event: StoredEvent }) {
  const link = useSearchLink();
  const page = objectLink(event.objectType, event.objectId, event.objectRef);
  const label = event.objectRef || OBJECT_WORDS[event.objectType] || event.objectType;
  const trail = event.objectId ?? event.objectRef;
  return (
    <>
      {page ? (
        <Link to={page} className="inline-block min-h-6 underline decoration-base-content/40 underline-offset-2">
          {label}
        </Link>
      ) : (
        label
      )}
      <span className="quiet block text-[0.93em]">
        {OBJECT_WORDS[event.objectType] ?? event.objectType}
        {trail ? (
          <>
            {' · '}
            <Link to={link({ object: trail, after: null, before: null })} className="inline-block min-h-6 underline">
              its trail<span className="sr-only"> ({label})</span>
            </Link>
          </>
        ) : null}
      </span>
    </>
  );
}

export const EventsTable = ({ events }: { events: StoredEvent[] }) => (
  <TableRegion label="Events">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col" className="w-2/5">
            What
          </th>
          <th scope="col">To what</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq}>
            <td data-label="No." className="whitespace-nowrap tabular-nums">
              {event.seq}
            </td>
            <td data-label="When" className="md:whitespace-nowrap">
              <TimeText value={event.at} />
            </td>
            <td data-label="Who">
              {event.actorName}
              <span className="quiet block text-[0.93em]">{inRole(event.actorRole)}</span>
            </td>
            <td data-label="">
              <Event event={event} />
            </td>
            <td data-label="">
              <Thing event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const inRole = (role: string) =>
  role === 'none' ? 'not signed in' : isRole(role) ? ROLE_LABELS[role] : role.replaceAll('_', ' ');
