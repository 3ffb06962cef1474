import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { SignOffSummary } from './sign-off-summary.server';

/** On the page of a change: who has signed, who still has to, and whose signature fell. */
export function SignOffSummaryPanel({ summary, changeId }: { summary: SignOffSummary | null; changeId: string }) {
  if (!summary) return null;
  const { round, state, expiresOn, signed, waiting, fallen } = summary;
  return (
    <Panel
      id="sign-off"
      title="Sign-off"
      aside={
        <StateBadge state={state === 'approved' ? 'settled' : fallen.length > 0 ? 'hold' : 'info'}>{state}</StateBadge>
      }
    >
      <ul className="flex flex-col gap-1">
        {signed.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {fallen.map(({ place, name }) => (
          <li key={place}>
            <span className="font-medium text-error">Fell:</span> {place}, {name}
          </li>
        ))}
        {waiting.length > 0 ? <li className="quiet">Waits for {waiting.join(', ')}</li> : null}
        {expiresOn ? <li className="quiet">Good until {dateInWords(expiresOn)}</li> : null}
        <li>
          <Link className="inline-block py-0.5 underline" to={`/changes/${changeId}/sign-off`}>
            Round {round}: route, reading, signatures
          </Link>
        </li>
      </ul>
    </Panel>
  );
}
