import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keptOf } from '~/features/changes/posted';
import { formValues } from '~/features/form-values';
import { draftToEdit } from '~/features/letters/draft-to-edit.server';
import { editDraft } from '~/features/letters/edit-draft.server';
import { EditDraftPage, savedValues } from '~/features/letters/edit-draft-page';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

const LetterParams = z.object({ letterId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: draft }) => [
  { title: `Edit ${draft?.reference ?? 'a letter'} · Letters · Changemark` },
];

export const loader = protectedLoader('document:draft', LetterParams, async ({ actor, params }) =>
  notFoundUnless(await draftToEdit(actor, params.letterId)),
);

export const action = protectedAction('document:draft', LetterParams, async ({ actor, params, form }) => {
  const kept = keptOf(form);
  const answer = notFoundUnless(await editDraft(actor, params.letterId, kept));
  if (answer.ok) throw redirect(`/letters/${answer.id}`, 303);
  return data({ ok: false as const, kept, errors: answer.errors, conflict: answer.conflict }, { status: 422 });
});

export default function EditLetter() {
  const draft = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: draft.reference, to: `/letters/${draft.id}` },
        ]}
        title={`Edit the draft, ${draft.versionWords}`}
        sub="Whoever saves becomes one of its authors, and none of them may approve it."
      />
      <EditDraftPage draft={draft} form={formValues(refused, savedValues(draft))} conflict={refused?.conflict} />
    </>
  );
}
