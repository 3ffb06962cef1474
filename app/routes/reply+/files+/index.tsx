import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { FileFacts } from '~/features/files/file-facts';
import { getReplyPage } from '~/features/replies/get-reply-page.server';
import { receiveUpload } from '~/features/replies/receive-upload.server';
import { BigLink, H1, H2, ReplyFrame, Steps } from '~/features/replies/reply-frame';
import { replyLoader, replyUploadAction, requireOpen } from '~/features/replies/reply-guard.server';
import { UploadForm } from '~/features/replies/upload-form';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/page';

export const loader = replyLoader(async ({ visitor, url }) => {
  if (visitor.found.state === 'completed') throw redirect('/reply/receipt');
  requireOpen(visitor);
  return { page: await getReplyPage(visitor), stored: url.searchParams.get('stored') };
});

export const action = replyUploadAction(async ({ visitor, request }) => {
  const result = await receiveUpload(visitor, request);
  if (!result.ok) {
    // What was not read any more is not waited for either.
    return data({ errors: [result.message] }, { status: result.status, headers: { Connection: 'close' } });
  }
  const { stored, refused, readable } = result;
  if (refused.length > 0) {
    return data({ errors: refused.map(({ name, message }) => `${name} was not taken. ${message}`) }, { status: 422 });
  }
  throw redirect(readable ? `/reply/files/${readable}` : `/reply/files?stored=${stored.length}`, 303);
});

export default function FilesPage() {
  const { page, stored } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  return (
    <ReplyFrame organisation={page.organisation}>
      <Steps at={2} />
      <H1>Files</H1>
      {stored && !refused ? (
        <Notice kind="success" live>
          {stored === '1' ? 'The file has' : `${Number(stored) || 0} files have`} arrived and will go with your answer.
        </Notice>
      ) : null}
      <UploadForm csrf={root?.csrf ?? ''} errors={refused?.errors} />
      {page.files.length > 0 ? (
        <section className="flex flex-col gap-2" aria-label="Files so far">
          <H2>So far</H2>
          <ul className="panel flex flex-col divide-y divide-base-300 px-4">
            {page.files.map((file) => (
              <li key={file.id} className="flex flex-col gap-2 py-3 sm:flex-row sm:justify-between">
                <FileFacts file={file} link={`/reply/files/${file.id}`} />
                <PostForm reloadDocument action={`/reply/files/${file.id}`} className="shrink-0">
                  <input type="hidden" name="intent" value="remove" />
                  <button type="submit" className="btn btn-outline min-h-[40px] text-[15px]">
                    Take back<span className="sr-only"> {file.name}</span>
                  </button>
                </PostForm>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <BigLink href="/reply/review" look="btn-primary">
          Go on to check and send
        </BigLink>
        <BigLink href="/reply">Back to the questions</BigLink>
      </p>
    </ReplyFrame>
  );
}
