/** The page of one letter: its state, what it says or what came back, what to do next, how it left, its record. */

import { Link } from '@remix-run/react';
import { Notice } from '../../ui/page';
import type { RefusedAct } from './act-on-letter.server';
import { DeliveriesPanel } from './deliveries-panel';
import type { LetterModels } from './letter-extras';
import { LetterHeader } from './letter-header';
import { LetterPreview } from './letter-preview';
import {
  AboutPanel,
  ClocksSummary,
  FollowersPanel,
  LetterHistory,
  RepliesPanel,
  VersionsPanel,
} from './letter-record-panels';
import type { LetterView } from './letter-view';
import { LinksPanel } from './links-panel';
import { MoreActs } from './more-acts';
import { NextSteps, Superseded } from './next-steps';
import { QuestionsPanel } from './questions-panel';

interface Props {
  letter: LetterView;
  refused: RefusedAct | null;
  /** For forms that must not be sent twice. */
  once: string;
  /** Of a reply link made just now. */
  address: string | null;
}

export function LetterPage({ letter, refused, once, address }: Props) {
  const { shown } = letter;
  const current = shown.number === letter.currentNumber;
  const toRead = shown.status === 'draft' || shown.status === 'approved' || !current;
  const preview = <LetterPreview kind={letter.kind} model={shown.model as LetterModels[typeof letter.kind]} />;
  return (
    <>
      <LetterHeader letter={letter} />
      <Superseded letter={letter} />
      {shown.legacy ? (
        <Notice kind="warning" title="A draft from before answers were kept as data">
          It can be read, not approved. Draft the letter anew on{' '}
          <Link to={`/changes/${letter.changes[0]?.id ?? ''}#documents`}>the page of its change</Link>.
        </Notice>
      ) : null}
      <AssessedSince letter={letter} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-start-1">
          {current ? <NextSteps letter={letter} refused={refused} once={once} /> : null}
          <ClocksSummary letter={letter} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {toRead ? null : <QuestionsPanel letter={letter} />}
          {toRead ? (
            <section aria-label="The letter" className="flex min-w-0 flex-col gap-4">
              {preview}
            </section>
          ) : (
            <details className="flex min-w-0 flex-col gap-4" open={letter.questions.length === 0 || undefined}>
              <summary className="panel w-full cursor-pointer p-3 font-medium">The letter as it was issued</summary>
              <div className="mt-4 flex min-w-0 flex-col gap-4">{preview}</div>
            </details>
          )}
        </div>
        <aside className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-start-2" aria-label="About this letter">
          <MoreActs letter={letter} refused={refused} />
          <DeliveriesPanel letter={letter} refused={refused} />
          <RepliesPanel letter={letter} />
          <LinksPanel letter={letter} refused={refused} address={address} />
          <FollowersPanel letter={letter} />
          <AboutPanel letter={letter} />
          <VersionsPanel letter={letter} />
          <LetterHistory letter={letter} />
        </aside>
      </div>
    </>
  );
}

/** A draft keeps the questions of the day it was written; some may be answered by now. */
function AssessedSince({ letter }: { letter: LetterView }) {
  const later = letter.changes.filter(
    ({ assessmentNumber, latest }) => assessmentNumber !== null && latest !== null && latest > assessmentNumber,
  );
  if (letter.status !== 'draft' || letter.shown.legacy || later.length === 0) return null;
  return (
    <Notice kind="warning" title="Assessed again since it was drafted">
      {later.map((change) => (
        <p key={change.id}>
          <Link to={`/changes/${change.id}`}>{change.reference}</Link> has assessment {change.latest}; this draft keeps
          the questions of assessment {change.assessmentNumber}. Some may be answered by now.
        </p>
      ))}
    </Notice>
  );
}
