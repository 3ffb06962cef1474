import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { osInWords } from '~/features/devices/os-support';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { addUnits } from '~/features/units/add-units.server';
import { AddUnitsForm } from '~/features/units/unit-form';
import { UnitFormFields } from '~/features/units/unit-form-fields';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add units · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, AddUnitsForm, (input) => addUnits(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/units?done=units`, 303);
  return data(answer, { status: 422 });
});

export default function NewUnits() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const back = `/devices/${model.id}/units`;
  const { softwareVersion, osProduct, osRelease } = model.values;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: back },
        ]}
        title="Add units"
        sub="All serial numbers get the same location, zone and version; edit single units afterwards."
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <UnitFormFields
          form={form}
          inherited={{ version: softwareVersion, os: osInWords({ product: osProduct, release: osRelease }) }}
          editing={false}
        >
          <div className="sm:col-span-2">
            <TextArea
              name="serials"
              rows={5}
              label="Serial numbers, one a line"
              required
              help="An asset tag may follow after a comma, semicolon or tab."
              value={form.value('serials')}
              errors={form.errors('serials')}
            />
          </div>
        </UnitFormFields>
        <div className="flex gap-2">
          <Submit>Add units</Submit>
          <Link to={back} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
