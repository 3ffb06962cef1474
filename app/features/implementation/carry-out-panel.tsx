/** On the page of a change: how far carrying it out has come, with the way to more. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { CarryOutSummary } from './carry-out-summary.server';
import { progressInWords } from './outcomes';
import { VERIFICATION_LABELS } from './verification-outcomes';

export function CarryOutPanel({ summary, changeId }: { summary: CarryOutSummary | null; changeId: string }) {
  if (!summary) return null;
  const { progress, conditions, standard, verified } = summary;
  return (
    <Panel id="carry-out" title="Carrying out">
      <ul className="flex flex-col gap-1">
        <li>{progressInWords(progress)}</li>
        {conditions > 0 ? (
          <li>
            <Link className="inline-block py-0.5 underline" to={`/changes/${changeId}/conditions`}>
              {conditions} {conditions === 1 ? 'condition is' : 'conditions are'} not met
            </Link>
          </li>
        ) : null}
        {standard ? (
          <li>
            Under{' '}
            <Link className="inline-block py-0.5 underline" to={`/standard-changes/${standard.id}`}>
              standard change {standard.number}
            </Link>
          </li>
        ) : null}
        {verified ? (
          <li>
            Verified {VERIFICATION_LABELS[verified.outcome]}: {verified.byName}, {dateInWords(verified.at)}
          </li>
        ) : null}
        <li>
          <Link className="inline-block py-0.5 underline" to={`/changes/${changeId}/carry-out`}>
            Units, plan and verification
          </Link>
        </li>
      </ul>
    </Panel>
  );
}
