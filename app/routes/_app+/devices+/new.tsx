import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { createModel } from '~/features/devices/create-model.server';
import { ModelForm } from '~/features/devices/model-form';
import { newModelForm } from '~/features/devices/model-form-choices.server';
import { ModelFormFields } from '~/features/devices/model-form-fields';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a device · Devices · Changemark' }];

export const loader = protectedLoader('device:write', undefined, ({ actor }) => newModelForm(actor));

export const action = protectedAction('device:write', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, ModelForm, (input) => createModel(actor, input));
  if (answer.ok) throw redirect(`/devices/${answer.id}?done=created`, 303);
  return data(answer, { status: 422 });
});

export default function NewModel() {
  const choices = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Devices', to: '/devices' }]}
        title="Add a device model"
        sub="Name, maker and kind are enough to begin. Certifications and units come after."
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <ModelFormFields form={form} choices={choices} editing={false} />
        <div className="flex gap-2">
          <Submit>Add model</Submit>
          <Link to="/devices" className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
