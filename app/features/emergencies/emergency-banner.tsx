/** An emergency on the page of its change, and all that run on the list of changes: with the clock, by the server's time. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { LongText } from '../../ui/long-text';
import { Notice } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import { EMERGENCY_LABELS, type EmergencyState } from './emergency-state';
import type { EmergencyView, RunningEmergency } from './emergency-view.server';

const KINDS: Record<EmergencyState, 'info' | 'warning' | 'error' | 'success'> = {
  declared: 'warning',
  running: 'warning',
  overdue: 'error',
  signed_in_time: 'success',
  signed_late: 'error',
  withdrawn: 'info',
  ended: 'info',
};

/** What the clock says: how long is left, or since when it has been overdue. */
export function clockInWords({ state, span, signBy, regularisedAt }: EmergencyView): string {
  if (!signBy) return '';
  if (state === 'running') return `${span} left to sign it: until ${timeInWords(signBy)}.`;
  if (state === 'overdue') return `Not signed in time: overdue for ${span}, since ${timeInWords(signBy)}.`;
  if (!regularisedAt) return '';
  const late = state === 'signed_late' ? 'Not signed in time: ' : '';
  return `${late}all had signed ${timeInWords(regularisedAt)}; the clock ran until ${timeInWords(signBy)}.`;
}

/** On the page of a change; `here` on the page of the emergency itself, where no link leads to it. */
export function EmergencyBanner(props: { emergency: EmergencyView | null; changeId: string; here?: boolean }) {
  const { emergency, changeId, here } = props;
  if (!emergency) return null;
  const { state, confirmedByName, confirmedAt } = emergency;
  return (
    <Notice kind={KINDS[state]} title={`Emergency: ${EMERGENCY_LABELS[state]}`}>
      {clockInWords(emergency) ? <p className="font-medium">{clockInWords(emergency)}</p> : null}
      <p>
        Declared by {emergency.declaredByName}, {timeInWords(emergency.declaredAt)}
        {confirmedAt ? `; confirmed by ${confirmedByName}, ${timeInWords(confirmedAt)}` : ''}:{' '}
        <LongText text={emergency.reason} />
      </p>
      {here ? null : (
        <p className="mt-1">
          <Link className="inline-block py-0.5 underline" to={`/changes/${changeId}/emergency`}>
            {state === 'declared' ? 'Confirm or withdraw it' : 'About this emergency'}
          </Link>
        </p>
      )}
    </Notice>
  );
}

/** Above the list of changes. */
export function RunningEmergencies({ emergencies }: { emergencies: readonly RunningEmergency[] }) {
  if (emergencies.length === 0) return null;
  const late = emergencies.filter(({ state }) => state === 'overdue').length;
  const title =
    late > 0
      ? `${late} of ${emergencies.length} acted upon at once and not signed in time`
      : `${emergencies.length} acted upon before ${emergencies.length === 1 ? 'it was' : 'they were'} signed`;
  return (
    <Notice kind={late > 0 ? 'error' : 'warning'} title={title}>
      <ul className="mt-1 flex flex-col gap-1">
        {emergencies.map((one) => (
          <li key={one.id}>
            <Link className="inline-block py-0.5 underline" to={`/changes/${one.changeId}`}>
              {one.reference} {one.title.slice(0, 120)}
            </Link>{' '}
            {one.state === 'overdue' ? <StateBadge state="hold">overdue</StateBadge> : null} {clockInWords(one)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
