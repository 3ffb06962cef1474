import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FileFacts } from '~/features/files/file-facts';
import { AnswersList } from '~/features/replies/answers-list';
import { getReplyPage } from '~/features/replies/get-reply-page.server';
import { Particulars } from '~/features/replies/particulars';
import { H1, H2, ReplyFrame, Steps } from '~/features/replies/reply-frame';
import { replyAction, replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { sendReply } from '~/features/replies/send-reply.server';
import { SenderForm } from '~/features/replies/sender-form';
import { fieldErrors, typedFields } from '~/features/replies/typed-fields';
import { Notice } from '~/ui/page';

export const loader = replyLoader(async ({ visitor }) => {
  if (visitor.found.state === 'completed') throw redirect('/reply/receipt');
  requireOpen(visitor);
  return { page: await getReplyPage(visitor) };
});

export const action = replyAction(async ({ visitor, form }) => {
  const values = typedFields(form);
  const typed = Particulars.safeParse(values);
  if (!typed.success) return data({ errors: fieldErrors(typed.error), values }, { status: 422 });
  const sent = await sendReply(visitor, typed.data);
  if (!sent.ok) return data({ errors: { '': [sent.message] }, values }, { status: 422 });
  throw redirect('/reply/receipt', 303);
});

export default function ReviewPage() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = page.asked.length - page.answered;
  return (
    <ReplyFrame organisation={page.organisation}>
      <Steps at={3} />
      <H1>Check and send</H1>
      {page.asked.length > 0 ? (
        <section className="flex flex-col gap-2" aria-label="Answers">
          <H2>
            Answers: {page.answered} of {page.asked.length}
          </H2>
          {open > 0 ? (
            <Notice kind="info">
              {open === 1 ? 'One question is' : `${open} questions are`} not answered. You may send all the same; what
              is open stays open, and counts neither as yes nor as no.
            </Notice>
          ) : null}
          <div className="panel px-4">
            <AnswersList asked={page.asked} change={(number) => `/reply#q${number}`} />
          </div>
        </section>
      ) : null}
      <section className="flex flex-col gap-2" aria-label="Files">
        <H2>Files: {page.files.length}</H2>
        {page.files.length > 0 ? (
          <ul className="panel flex flex-col divide-y divide-base-300 px-4">
            {page.files.map((file) => (
              <li key={file.id} className="py-3">
                <FileFacts file={file} />
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <a href="/reply/files">{page.files.length > 0 ? 'Add or take back files' : 'Add files'}</a>
        </p>
      </section>
      <SenderForm organisation={page.organisation} errors={refused?.errors} values={refused?.values} />
    </ReplyFrame>
  );
}
