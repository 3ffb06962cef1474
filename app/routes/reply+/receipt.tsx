import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FileFacts } from '~/features/files/file-facts';
import { AnswersList } from '~/features/replies/answers-list';
import { getReceipt } from '~/features/replies/get-receipt.server';
import { BigLink, ContactLines, Facts, H1, H2, ReplyFrame } from '~/features/replies/reply-frame';
import { replyLoader } from '~/features/replies/reply-guard.server';
import { Notice } from '~/ui/page';
import { TimeText } from '~/ui/time';

export const loader = replyLoader(async ({ visitor }) => {
  const received = await getReceipt(visitor);
  if (!received) throw redirect('/reply');
  const { reply, letter, organisation, version, contact, asked, files } = received;
  const { receivedAt, responderName, responderRole, theirReference, message, contentSha256 } = reply;
  return {
    ...{ organisation, version, contact, asked, files, reference: letter.reference, subject: letter.subject },
    ...{ responderName, responderRole, theirReference, message, contentSha256 },
    receivedAt: (receivedAt ?? reply.updatedAt).toISOString(),
  };
});

export default function ReceiptPage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <ReplyFrame organisation={shown.organisation}>
      <H1>Thank you. Your answer has arrived.</H1>
      <Notice kind="success">
        {shown.organisation} received it at <TimeText value={shown.receivedAt} />. It can no longer be changed, by
        either side.
      </Notice>
      <Facts
        of={[
          ['Reference', <span key="r" className="font-mono">{`${shown.reference} ${shown.version}`}</span>],
          ['About', shown.subject],
          ['Answered by', `${shown.responderName}, ${shown.responderRole} (as typed)`],
          ...(shown.theirReference ? [['Your reference', shown.theirReference] as [string, string]] : []),
          [
            'Digest',
            <span key="d" className="font-mono break-all text-[14px]">
              {shown.contentSha256}
            </span>,
          ],
        ]}
      />
      <p>
        <BigLink href="/reply/receipt.pdf" look="btn-primary">
          Download the receipt (PDF)
        </BigLink>
      </p>
      <section className="flex flex-col gap-2" aria-label="What you sent">
        <H2>What you sent</H2>
        <div className="panel px-4">
          <AnswersList asked={shown.asked} />
          {shown.files.map((file) => (
            <div key={file.id} className="border-t border-base-300 py-3">
              <FileFacts file={file} digest />
            </div>
          ))}
          {shown.message ? <p className="border-t border-base-300 py-3 whitespace-pre-line">{shown.message}</p> : null}
        </div>
      </section>
      <section className="flex flex-col gap-2" aria-label="To add something">
        <H2>To add or correct something</H2>
        <p>Please ask {shown.organisation} for a new link and name the reference.</p>
        <ContactLines contact={shown.contact} />
      </section>
    </ReplyFrame>
  );
}
