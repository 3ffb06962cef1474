import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { osInWords } from '~/features/devices/os-support';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { editUnit } from '~/features/units/edit-unit.server';
import { getUnit } from '~/features/units/get-unit.server';
import { EditUnitForm } from '~/features/units/unit-form';
import { UnitFormFields } from '~/features/units/unit-form-fields';
import { UnitParams } from '~/features/units/unit-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Edit a unit · Devices · Changemark' }];

export const loader = protectedLoader('device:write', UnitParams, async ({ actor, params }) =>
  notFoundUnless(await getUnit(actor, params.unitId)),
);

export const action = protectedAction('device:write', UnitParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, EditUnitForm, (input) => editUnit(actor, params.unitId, input));
  if (answer.ok) throw redirect(`/units/${answer.id}?done=saved`, 303);
  return data(answer, { status: 422 });
});

export default function EditUnit() {
  const unit = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, { ...unit.values });
  const { softwareVersion, osProduct, osRelease } = unit.model.values;
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Units', to: '/units' },
          { label: shorten(unit.values.serial, 120), to: `/units/${unit.id}` },
        ]}
        title="Edit the unit"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(unit.version)} />
        <UnitFormFields
          form={form}
          inherited={{ version: softwareVersion, os: osInWords({ product: osProduct, release: osRelease }) }}
          editing
        >
          <TextField {...text('serial')} label="Serial number" required />
          <TextField {...text('assetTag')} label="Asset tag" />
        </UnitFormFields>
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={`/units/${unit.id}`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
