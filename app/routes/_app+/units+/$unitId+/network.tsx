import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { DetailForm, detailShown } from '~/features/connected/detail-form';
import { DetailFacts, DetailFields } from '~/features/connected/detail-panels';
import { getDetails, saveDetails } from '~/features/connected/unit-details.server';
import { modelTitle } from '~/features/devices/model-frame';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { UnitParams } from '~/features/units/unit-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Network details of a unit · Devices · Changemark' }];

export const loader = protectedLoader('device:read', UnitParams, async ({ actor, params }) =>
  notFoundUnless(await getDetails(actor, params.unitId)),
);

export const action = protectedAction('device:write', UnitParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, DetailForm, (input) => saveDetails(actor, params.unitId, input));
  if (answer.ok) throw redirect(`/units/${answer.id}/network?done=saved`, 303);
  return data(answer, { status: 422 });
});

export default function UnitNetwork() {
  const { unit, model, details, version, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const saved = useSearchParams()[0].get('done') === 'saved';
  const form = formValues(refused, detailShown(details));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Units', to: '/units' },
          { label: modelTitle(model), to: `/devices/${model.id}` },
          { label: shorten(unit.serial, 120), to: `/units/${unit.id}` },
        ]}
        title="Network details"
        sub="Owner, criticality and fallback are the model’s; place and network zone stand with the unit."
      />
      {saved ? (
        <Notice kind="success" live>
          Saved.
        </Notice>
      ) : null}
      {mayEdit ? (
        <>
          <ConflictPanel conflict={refused?.conflict} />
          <PostForm className="flex max-w-4xl flex-col gap-4">
            <FormErrors errors={form.summary} />
            <input type="hidden" name="version" value={form.version(version)} />
            <DetailFields form={form} />
            <div className="flex gap-2">
              <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
              <Link to={`/units/${unit.id}`} className="btn btn-ghost">
                Cancel
              </Link>
            </div>
          </PostForm>
        </>
      ) : (
        <Panel title="What is known">
          <DetailFacts details={details} />
        </Panel>
      )}
    </>
  );
}
