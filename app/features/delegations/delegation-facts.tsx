/** What one delegation says, who made it, and how it ended. */
import { ROLE_LABELS } from '../../guard/roles';
import { Notice, Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import type { DelegationView } from './get-delegation.server';

export function DelegationFacts({ of }: { of: DelegationView }) {
  const rows: [string, React.ReactNode][] = [
    ['Signs', of.delegateName],
    ['In the place of', `${of.principalName}, ${ROLE_LABELS[of.role]}`],
    ['First day', <DateText key="from" value={of.startsOn} />],
    ['Last day', <DateText key="until" value={of.endsOn} />],
    ['Why', of.reason],
    [
      'Made',
      <span key="made">
        by {of.made.by}
        {of.made.inAbsence ? `, an administrator, while ${of.principalName} was absent` : ''},{' '}
        <TimeText value={of.made.at} />
      </span>,
    ],
  ];
  return (
    <Panel title="What it says">
      {of.idle ? (
        <Notice kind="warning" title="Without effect">
          <p>{of.idle}, so nobody can sign under it.</p>
        </Notice>
      ) : null}
      <dl className="mt-1 grid grid-cols-1 gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="quiet">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {of.revoked ? (
        <p className="mt-3">
          Revoked by {of.revoked.by}, <TimeText value={of.revoked.at} />: {of.revoked.why}
        </p>
      ) : null}
    </Panel>
  );
}
