import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FileFacts } from '~/features/files/file-facts';
import { getReplyFile } from '~/features/replies/get-reply.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

const Params = z.object({ letterId: z.uuid(), replyId: z.uuid(), fileId: z.uuid() });

export const meta: MetaFunction = () => [{ title: 'Before you open this file · Changemark' }];

export const loader = protectedLoader('document:read', Params, async ({ actor, params }) => {
  const file = notFoundUnless(await getReplyFile(actor, params.fileId));
  return { file: notFoundUnless(file.letter.id === params.letterId && file.replyId === params.replyId ? file : null) };
});

export default function FileWarning() {
  const { file } = useLoaderData<typeof loader>();
  const reply = `/letters/${file.letter.id}/replies/${file.replyId}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: file.letter.reference, to: `/letters/${file.letter.id}` },
          { label: 'Reply', to: reply },
        ]}
        title="Before you open this file"
      />
      {file.verdict === 'active_content' ? (
        <Notice kind="warning" title="It may do something by itself when it is opened">
          Open it only with a program that does not run such content, on a machine that is not part of the clinical
          network; or ask the supplier for a plain copy.
        </Notice>
      ) : null}
      <Panel title="The file">
        <FileFacts file={file} digest />
      </Panel>
      <PostForm action={`/files/replies/${file.id}`} reloadDocument className="flex flex-wrap gap-2">
        <Submit look={file.verdict === 'clean' ? 'primary' : 'danger'}>
          {file.verdict === 'clean' ? 'Download' : 'Download all the same'}
        </Submit>
        <a className="btn" href={reply}>
          Leave it
        </a>
      </PostForm>
    </>
  );
}
