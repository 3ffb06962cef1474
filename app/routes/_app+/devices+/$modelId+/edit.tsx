import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { editModel } from '~/features/devices/edit-model.server';
import { EditModelForm, modelFormDefaults } from '~/features/devices/model-form';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { ModelFormFields } from '~/features/devices/model-form-fields';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data ? modelTitle(data.model) : 'device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, EditModelForm, (input) => editModel(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${answer.id}?done=saved`, 303);
  return data(answer, { status: 422 });
});

export default function EditModel() {
  const { model, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, modelFormDefaults(model.values));
  const title = modelTitle(model);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: title, to: `/devices/${model.id}` },
        ]}
        title="Edit the model"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(model.version)} />
        <ModelFormFields form={form} choices={choices} editing />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={`/devices/${model.id}`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
