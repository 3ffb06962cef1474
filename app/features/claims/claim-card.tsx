import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { timeInWords } from '../../ui/time';
import { EffectLine } from './claim-effects';
import { QuotedText } from './claim-quotation';
import { CLAIM_STATUS, type ClaimView } from './claim-view';

/** Who decided, when and why; nothing while the claim waits. */
export const Decision = ({ claim }: { claim: ClaimView }) =>
  claim.decidedAt ? (
    <p className="quiet">
      {claim.status === 'confirmed' ? 'Confirmed' : 'Set aside'} by {claim.decidedByName},{' '}
      {timeInWords(claim.decidedAt)}
      {claim.reason ? `: ${claim.reason}` : ''}
    </p>
  ) : null;

/** One claim: what is claimed on the left, the words it is taken from on the right, what was decided below. */
export function ClaimCard({
  claim,
  back,
  mayConfirm,
  level = 3,
}: {
  claim: ClaimView;
  /** Page to come back to after confirming. */
  back: string;
  mayConfirm: boolean;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { label, look } = CLAIM_STATUS[claim.status];
  const way = new URLSearchParams({ claim: claim.id, back });
  return (
    <article className="flex flex-col gap-3 border-b border-base-300 py-4 last:border-b-0" id={`claim-${claim.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Heading className="min-w-0 flex-1 basis-64 font-semibold">{shorten(claim.label, 200)}</Heading>
        <StateBadge state={look}>{label}</StateBadge>
      </div>
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1 break-words">
          <p>{shorten(claim.statement, 600)}</p>
          {claim.value ? (
            <p>
              <span className="quiet">Answer: </span>
              {claim.value}
            </p>
          ) : null}
          {claim.model ? (
            <p>
              <span className="quiet">About: </span>
              {claim.model}
            </p>
          ) : null}
          {claim.status === 'proposed' ? <p className="quiet">{claim.does}</p> : <Decision claim={claim} />}
        </div>
        <QuotedText {...claim} />
      </div>
      {claim.effects.map((effect) => (
        <EffectLine key={effect.changeId} effect={effect} />
      ))}
      {claim.status === 'proposed' && mayConfirm ? (
        <div className="no-print flex flex-wrap items-center gap-2">
          <PostForm action={`/claims/confirm?${way}`}>
            <input type="hidden" name="claim" value={claim.id} />
            <Submit small>Confirm in my name</Submit>
          </PostForm>
          {level === 3 ? (
            <Link className="btn btn-ghost btn-sm" to={`/claims/${claim.id}?${new URLSearchParams({ back })}`}>
              Set aside …
            </Link>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
