/** The sign-off of one change: who signs, what has to be read, the pen, and everything that was signed. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Notice, Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import { ChangeSubpage } from '../changes/change-subpage';
import { DissentPanel } from './dissent-panel';
import { DerivedPanel, ReadingPanel } from './reading-panel';
import { RoutePanel } from './route-panel';
import type { SignOffView } from './sign-off-view';
import { SignPanel } from './sign-panel';
import { SignatureBlock } from './signature-block';
import { PutPanel, StepForms } from './step-forms';

export interface RefusedSignOffView {
  intent: string;
  errors: Record<string, string[]>;
  kept: Record<string, string[]>;
}

export function SignOffPage({ page, refused }: { page: SignOffView; refused: RefusedSignOffView | null }) {
  const { change, derived, may, items, signatures, rounds } = page;
  const signed = signatures.length > 0 || rounds.length > 1;
  return (
    <>
      <ChangeSubpage
        change={change}
        title="Sign-off"
        actions={
          page.pen ? (
            <a className="btn btn-primary btn-sm" href="#sign">
              Sign
            </a>
          ) : null
        }
      />
      {page.current || change.status === 'draft' ? null : (
        <Notice kind="warning" title="The assessment is no longer current">
          <Link to={`/changes/${change.id}`}>Assess the change again</Link>; nobody signs an old one.
        </Notice>
      )}
      <RoutePanel page={page} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_25rem] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <ReadingPanel items={items} signs={may.answer} />
          <DerivedPanel
            derived={derived}
            may={may.confirm}
            errors={refused?.intent === 'confirm' ? refused.errors[''] : undefined}
          />
          {signed ? <SignedPanel page={page} /> : null}
        </div>
        <aside className="flex min-w-0 flex-col gap-4" aria-label="What you can do">
          <SignPanel page={page} refused={refused} />
          <PutPanel page={page} refused={refused} />
          <DissentPanel page={page} refused={refused} />
          <StepForms page={page} refused={refused} />
        </aside>
      </div>
    </>
  );
}

/** Every round with every signature, those that fell too: nothing that was signed disappears. */
function SignedPanel({ page: { rounds, signatures, change } }: { page: SignOffView }) {
  return (
    <Panel id="signed" title="Everything that was signed">
      <ol className="flex flex-col gap-4">
        {rounds.map((round) => (
          <li key={round.number}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">Round {round.number}</span>
              <StateBadge state={round.status === 'approved' ? 'settled' : 'plain'}>{round.status}</StateBadge>
            </p>
            <p className="quiet text-[0.93em]">
              {round.purpose} · {round.option} · opened by {round.openedBy}, <TimeText value={round.openedAt} />
              {round.decidedAt ? (
                <>
                  {' '}
                  · decided <TimeText value={round.decidedAt} />
                </>
              ) : null}
              {round.expiresOn ? (
                <>
                  {' '}
                  · good until <DateText value={round.expiresOn} />
                </>
              ) : null}
              {round.endedReason ? ` · ${round.endedReason}` : ''}
            </p>
            <ul className="mt-2 flex flex-col gap-2">
              {signatures
                .filter((one) => one.round === round.number)
                .map((one) => (
                  <li key={one.id} className="border-l-2 border-base-300 pl-3">
                    <p className="quiet text-[0.93em]">{one.place}</p>
                    <SignatureBlock signature={one} />
                    <Link className="inline-block py-1 text-[0.93em]" to={`/changes/${change.id}/as-known/${one.id}`}>
                      What was known then
                    </Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
