import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FileFacts } from '~/features/files/file-facts';
import { FoundAnswers } from '~/features/replies/found-answers';
import { readReplyFile } from '~/features/replies/read-reply-file.server';
import { BigLink, H1, ReplyFrame, Steps } from '~/features/replies/reply-frame';
import { replyAction, replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { removeFile } from '~/features/replies/store-files.server';
import { takeFromFile } from '~/features/replies/take-from-file.server';
import { notFoundUnless } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';

const FileId = z.uuid();

export const loader = replyLoader(async ({ visitor, params }) => {
  if (visitor.found.state === 'completed') throw redirect('/reply/receipt');
  requireOpen(visitor);
  return notFoundUnless(await readReplyFile(visitor, notFoundUnless(FileId.safeParse(params.fileId).data)));
});

export const action = replyAction(async ({ visitor, params, form }) => {
  const fileId = notFoundUnless(FileId.safeParse(params.fileId).data);
  if (form.get('intent') === 'remove') {
    notFoundUnless((await removeFile(visitor, fileId)) || null);
    throw redirect('/reply/files', 303);
  }
  const taken = notFoundUnless(await takeFromFile(visitor, fileId));
  if (!taken.ok) return data({ errors: [taken.message] }, { status: 422 });
  throw redirect(`/reply?saved=${taken.taken.length}`, 303);
});

export default function FilePage() {
  const { organisation, file, reading } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ReplyFrame organisation={organisation}>
      <Steps at={2} />
      <H1>What we read in your file</H1>
      <div className="panel p-4">
        <FileFacts file={file} />
      </div>
      <FormErrors errors={refused?.errors} />
      <FoundAnswers reading={reading} />
      <p>
        <BigLink href="/reply/files">Back to the files</BigLink>
      </p>
    </ReplyFrame>
  );
}
