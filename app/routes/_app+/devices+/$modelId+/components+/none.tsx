import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { NoListForm, stateNoComponentList } from '~/features/devices/component-list-fact.server';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { SourceFields } from '~/features/provenance/source-fields';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'No component list given · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, NoListForm, (input) => stateNoComponentList(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/software`, 303);
  return data(answer, { status: 422 });
});

export default function NoComponentList() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const software = `/devices/${model.id}/software`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: software },
        ]}
        title="The maker gives no component list"
        sub="That nobody said what the software is made of is a fact with a date. It stays on the model until a list is imported."
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <SourceFields form={form} />
        <div className="flex gap-2">
          <Submit>Record it</Submit>
          <Link to={software} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
