import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { offersOfFile, TakeClaimForm, takeClaim } from '~/features/claims/file-claims.server';
import { SAYS } from '~/features/claims/subject-choices';
import { TakeClaimFields } from '~/features/claims/take-claim-fields';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { Empty, Notice, PageHeader, Panel } from '~/ui/page';

const Params = z.object({ fileId: z.uuid() });

export const meta: MetaFunction = () => [{ title: 'Take claims out of a file · Changemark' }];

export const loader = protectedLoader('claim:confirm', Params, async ({ actor, params, url }) => {
  const offer = notFoundUnless(await offersOfFile(actor, params.fileId));
  const chosen = offer.sentences[Number(url.searchParams.get('sentence') ?? -1)] ?? null;
  return { ...offer, chosen, says: SAYS };
});

export const action = protectedAction('claim:confirm', Params, async ({ actor, params, form }) => {
  const answer = await saveForm(form, TakeClaimForm, (input) => takeClaim(actor, params.fileId, input));
  if (answer.ok) throw redirect(`/claims/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function FromFile() {
  const { file, letter, replyId, subjects, sentences, remark, chosen, says } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { page: _, text = '', ...about } = chosen ?? { page: 0 };
  const form = formValues(refused, { quotation: text, ...about });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Claims', to: '/claims' },
          { label: letter.reference, to: `/letters/${letter.id}/replies/${replyId}` },
        ]}
        title={`Take a claim out of ${shorten(file.name, 120)}`}
        sub="Sentences that seem to claim something, with their page. Nothing counts until somebody takes it, and confirms it by name."
      />
      {file.activeContent ? (
        <Notice kind="warning" title="This file holds active content">
          Its text is read without running anything in it.
        </Notice>
      ) : null}
      {remark ? <Notice kind="info">{remark}</Notice> : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
        <Panel title="Sentences in it">
          {sentences.length === 0 ? (
            <Empty title="No sentence speaks of a patch, a vulnerability, a permission or an end of support." />
          ) : (
            <ol className="divide-y divide-base-300">
              {sentences.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand on a page twice
                <li key={index} className="flex flex-col gap-1 py-2 break-words">
                  <p className="whitespace-pre-line">“{one.text}”</p>
                  <p className="flex flex-wrap items-center gap-3">
                    <span className="quiet">page {one.page}</span>
                    <Link to={`?sentence=${index}#take`} className="inline-block min-h-6 underline">
                      Take this<span className="sr-only"> sentence: {shorten(one.text, 60)}</span>
                    </Link>
                  </p>
                </li>
              ))}
            </ol>
          )}
        </Panel>
        <PostForm key={text} id="take" className="panel flex min-w-0 flex-col gap-4 p-4">
          <h2>Take a claim</h2>
          <FormErrors errors={form.summary} />
          <TakeClaimFields form={form} subjects={subjects} says={says} />
          <div className="flex flex-wrap gap-2">
            <Submit>Take it; it then waits for confirmation</Submit>
          </div>
        </PostForm>
      </div>
    </>
  );
}
