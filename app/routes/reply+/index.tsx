import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { acknowledgeLetter } from '~/features/replies/acknowledge-letter.server';
import { AcknowledgePanel } from '~/features/replies/acknowledge-panel';
import { getReplyPage } from '~/features/replies/get-reply-page.server';
import { LetterSummary } from '~/features/replies/letter-summary';
import { Acknowledgement } from '~/features/replies/particulars';
import { QuestionsForm } from '~/features/replies/questions-form';
import { BigLink, H1, ReplyFrame, Steps } from '~/features/replies/reply-frame';
import { replyAction, replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { SaveNotice } from '~/features/replies/save-notice';
import { postedAnswers, saveReplyPage } from '~/features/replies/save-page.server';
import { fieldErrors, typedFields } from '~/features/replies/typed-fields';

export const loader = replyLoader(async ({ visitor, url }) => {
  if (visitor.found.state === 'completed') throw redirect('/reply/receipt');
  requireOpen(visitor);
  const saved = url.searchParams.get('saved');
  return {
    page: await getReplyPage(visitor),
    saved: saved === null ? null : Math.min(1000, Number(saved) || 0),
    thanked: url.searchParams.has('thanked'),
  };
});

export const action = replyAction(async ({ visitor, form }) => {
  if (form.get('intent') === 'acknowledge') {
    const typed = Acknowledgement.safeParse(typedFields(form));
    if (!typed.success)
      return data({ acknowledge: fieldErrors(typed.error), values: typedFields(form) }, { status: 422 });
    const told = await acknowledgeLetter(visitor, typed.data);
    if (!told.ok) return data({ acknowledge: { '': [told.message] }, values: typedFields(form) }, { status: 409 });
    throw redirect('/reply?thanked', 303);
  }
  const result = await saveReplyPage(visitor, form);
  const typed = await postedAnswers(visitor, form);
  if (!result.ok) return data({ outcome: { errors: result.errors, typed } }, { status: 422 });
  if (result.conflicts.length > 0) return data({ outcome: { conflicts: result.conflicts } }, { status: 409 });
  throw redirect(form.get('after') === 'go on' ? '/reply/files' : `/reply?saved=${result.saved.length}`, 303);
});

export default function ReplyPage() {
  const { page, saved, thanked } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const outcome = done && 'outcome' in done ? done.outcome : undefined;
  const refused = done && 'acknowledge' in done ? done : undefined;
  return (
    <ReplyFrame organisation={page.organisation}>
      <Steps at={1} />
      <H1>{page.asked.length > 0 ? 'Your answers, please' : 'A letter to you'}</H1>
      <SaveNotice saved={saved} thanked={thanked} outcome={outcome} />
      <LetterSummary page={page} />
      <AcknowledgePanel page={page} errors={refused?.acknowledge} values={refused?.values} />
      {page.asked.length > 0 ? (
        <QuestionsForm asked={page.asked} outcome={outcome} />
      ) : (
        <p className="flex flex-wrap gap-3">
          <BigLink href="/reply/review" look="btn-primary">
            Write an answer
          </BigLink>
          <BigLink href="/reply/files">Add files</BigLink>
        </p>
      )}
    </ReplyFrame>
  );
}
