/** On the page of a change: what the supplier said that was confirmed, and what the assessment says since. */
import { Link } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { Notice } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import { EffectLine } from './claim-effects';
import { type ClaimView, moved } from './claim-view';

const SHOWN = 3;

function Line({ claim, changeId }: { claim: ClaimView; changeId: string }) {
  const effect = claim.effects.find((one) => one.changeId === changeId);
  return (
    <li className="flex flex-col gap-1 py-2">
      <p className="break-words">
        <Link to={`/claims/${claim.id}`} className="underline">
          {shorten(claim.statement, 240)}
        </Link>
      </p>
      <p className="text-[0.93em]">
        “{shorten(claim.quotation.replaceAll('\n', ' '), 160)}” – {claim.saidBy}, {dateInWords(claim.saidOn)},{' '}
        {claim.document}
        {claim.page ? `, ${claim.page}` : ''}. Confirmed by {claim.decidedByName}
        {claim.decidedAt ? `, ${timeInWords(claim.decidedAt)}` : ''}.
      </p>
      {effect ? <EffectLine effect={effect} here /> : null}
    </li>
  );
}

/** Nothing while nothing is confirmed. */
export function AnswerEffectNotice({ claims, changeId }: { claims: ClaimView[]; changeId: string }) {
  if (claims.length === 0) return null;
  const changed = claims.some(({ effects }) => effects.some((one) => one.changeId === changeId && moved(one)));
  const [first, rest] = [claims.slice(0, SHOWN), claims.slice(SHOWN)];
  return (
    <Notice kind="info" title={changed ? 'Changed by the supplier’s answer' : 'The supplier has answered'}>
      <ul className="divide-y divide-base-content/15">
        {first.map((claim) => (
          <Line key={claim.id} claim={claim} changeId={changeId} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="min-h-6 cursor-pointer">{rest.length} more confirmed</summary>
          <ul className="divide-y divide-base-content/15">
            {rest.map((claim) => (
              <Line key={claim.id} claim={claim} changeId={changeId} />
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  );
}
