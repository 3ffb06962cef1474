import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getLetter } from '~/features/letters/get-letter.server';
import { LetterPreview } from '~/features/letters/letter-preview';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { Notice, PageHeader } from '~/ui/page';
import { timeInWords } from '~/ui/time';

const Params = z.object({ letterId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter ${data?.reference ?? ''} · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params }) =>
  notFoundUnless(await getLetter(actor, params.letterId)),
);

export default function Letter() {
  const letter = useLoaderData<typeof loader>();
  const { change } = letter;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Letters', to: '/letters' }, { label: letter.reference }]}
        state={<StateBadge state="warning">{letter.status}, not sent</StateBadge>}
        title="Letter to the supplier"
        sub={
          <>
            On <Link to={`/changes/${change.id}`}>{change.reference}</Link>, {change.title} · from assessment{' '}
            {letter.assessmentNumber} · drafted by {letter.createdByName}, {timeInWords(letter.createdAt)}
          </>
        }
        actions={
          <a className="btn btn-primary btn-sm" href={letter.download}>
            Download PDF
          </a>
        }
      />
      {letter.latestAssessment > letter.assessmentNumber ? (
        <Notice kind="warning" title="The change has been assessed again since">
          This letter keeps the questions of assessment {letter.assessmentNumber}; some may be answered by now. Draft a
          new one on <Link to={`/changes/${change.id}#documents`}>the page of the change</Link> to ask what is open
          today.
        </Notice>
      ) : null}
      <LetterPreview letter={letter.letter} />
      {letter.sha256 ? (
        <p className="quiet">
          Stored file: SHA-256 <span className="font-mono break-all">{letter.sha256}</span>
        </p>
      ) : null}
    </>
  );
}
