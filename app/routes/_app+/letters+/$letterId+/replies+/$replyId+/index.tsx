import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ClaimsPanel } from '~/features/claims/claims-panel';
import { claimsOfReply } from '~/features/claims/read-claims.server';
import { getReply } from '~/features/replies/get-reply.server';
import { ReplyAnswersPanel, ReplyFactsPanel, ReplyFilesPanel } from '~/features/replies/reply-view';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { PageHeader } from '~/ui/page';

const Params = z.object({ letterId: z.uuid(), replyId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reply to ${data?.view.letter.reference ?? ''} · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params }) => ({
  view: notFoundUnless(await getReply(actor, params.letterId, params.replyId)),
  claims: await claimsOfReply(actor, params.replyId),
}));

export default function Reply() {
  const { view, claims } = useLoaderData<typeof loader>();
  const { reply, letter } = view;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: letter.reference, to: `/letters/${letter.id}` },
        ]}
        state={
          <StateBadge state={reply.kind === 'answer' ? 'settled' : 'info'}>
            {reply.kind === 'answer' ? 'answer' : 'acknowledgement'}
          </StateBadge>
        }
        title={`Reply of ${letter.supplierName}`}
        sub={`To ${letter.reference} ${view.version}: ${letter.subject}`}
        actions={
          <a className="btn btn-sm" href={`/files/receipts/${reply.id}.pdf`}>
            Receipt (PDF)
          </a>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <ReplyAnswersPanel view={view} />
          <ClaimsPanel {...claims} back={`/letters/${letter.id}/replies/${reply.id}`} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ReplyFactsPanel view={view} />
          <ReplyFilesPanel view={view} />
        </div>
      </div>
    </>
  );
}
