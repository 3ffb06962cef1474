import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { addComponents } from '~/features/devices/add-components.server';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { ComponentsForm } from '~/features/devices/software-form';
import { formValues } from '~/features/form-values';
import { SourceFields } from '~/features/provenance/source-fields';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add components · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, ComponentsForm, (input) => addComponents(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/software?done=components`, 303);
  return data(answer, { status: 422 });
});

export default function NewComponents() {
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
        title="Add components"
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <div className="panel p-4">
          <TextArea
            name="components"
            rows={10}
            label="Components, one a line"
            required
            help="Name; version; supplier; package URL. Apart by semicolons or tabs, as copied from a spreadsheet; only the name is needed."
            value={form.value('components')}
            errors={form.errors('components')}
          />
        </div>
        <SourceFields form={form} />
        <div className="flex gap-2">
          <Submit>Add components</Submit>
          <Link to={software} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
