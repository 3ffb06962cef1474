import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FileParams, TakeBackForm } from '~/features/attachments/attach-form';
import { FilePanel, TakeBackPanel } from '~/features/attachments/file-panel';
import { getFile } from '~/features/attachments/get-file.server';
import { takeBack } from '~/features/attachments/take-back.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A file · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', FileParams, async ({ actor, params }) =>
  notFoundUnless(await getFile(actor, params.attachmentId, params.changeId)),
);

export const action = protectedAction('change:answer', FileParams, async ({ actor, params, form }) => {
  const { changeId, attachmentId } = params;
  notFoundUnless(await getFile(actor, attachmentId, changeId));
  const answer = await saveForm(form, TakeBackForm, ({ reason }) => takeBack(actor, changeId, attachmentId, reason));
  if (answer.ok) throw redirect(`/changes/${changeId}/files`, 303);
  return data(answer, { status: 422 });
});

export default function FileOfChange() {
  const { change, file, mayTakeBack, voids } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Changes', to: '/changes' },
          { label: change.reference, to: `/changes/${change.id}` },
          { label: 'Files', to: `/changes/${change.id}/files` },
        ]}
        title={file.name}
        sub={change.title}
      />
      <FilePanel file={file} />
      {mayTakeBack ? <TakeBackPanel form={formValues(refused)} voids={voids} /> : null}
    </>
  );
}
