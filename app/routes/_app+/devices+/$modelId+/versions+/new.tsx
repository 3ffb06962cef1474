import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { addVersion } from '~/features/devices/add-version.server';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { OsFields } from '~/features/devices/os-fields';
import { osInWords } from '~/features/devices/os-support';
import { VersionForm } from '~/features/devices/software-form';
import { formValues } from '~/features/form-values';
import { SourceFields } from '~/features/provenance/source-fields';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Checkboxes, TextArea, TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a software version · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, VersionForm, (input) => addVersion(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/software?done=versioned`, 303);
  return data(answer, { status: 422 });
});

export default function NewVersion() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  const software = `/devices/${model.id}/software`;
  const os = osInWords({ product: model.values.osProduct, release: model.values.osRelease });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: software },
        ]}
        title="Add a software version"
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <div className="panel grid grid-cols-1 gap-3 p-4 sm:grid-cols-2">
          <TextField {...text('release')} label="Version" required help="As the device shows it: “4.2.0”." />
          <TextField {...text('releasedOn')} type="date" label="Released on" />
          <OsFields form={form} inherited={os || 'not recorded'} />
          <div className="sm:col-span-2">
            <TextArea {...text('notes')} rows={3} label="Notes" help="What it fixes, what it needs." />
          </div>
          <div className="sm:col-span-2">
            <Checkboxes
              name="current"
              label="Delivered now"
              choices={[
                {
                  value: 'yes',
                  label: 'This is the version the maker now delivers',
                  help: 'It becomes the version of the model; units keep theirs.',
                },
              ]}
              values={form.values('current')}
              errors={form.errors('current')}
            />
          </div>
        </div>
        <SourceFields form={form} />
        <div className="flex gap-2">
          <Submit>Add version</Submit>
          <Link to={software} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
