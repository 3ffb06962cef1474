import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ModelFrame } from '~/features/devices/model-frame';
import { formValues } from '~/features/form-values';
import { planOfModel } from '~/features/plans/get-plan.server';
import { PlanBody } from '~/features/plans/plan-body';
import { PlanForm, planInput } from '~/features/plans/plan-form';
import { PlanFormPanel } from '~/features/plans/plan-form-panel';
import { PlanParams, planIdOf } from '~/features/plans/plan-params';
import { saveSketch } from '~/features/plans/save-plan.server';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plan?.title ?? 'Draw up a plan'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', PlanParams, async ({ actor, params }) =>
  notFoundUnless(await planOfModel(actor, params.modelId, planIdOf(params.planId))),
);

export const action = protectedAction('option:write', PlanParams, async ({ actor, params, form }) => {
  const { modelId, planId } = params;
  const answer = await saveForm(form, PlanForm, (input) =>
    saveSketch(actor, modelId, planIdOf(planId), planInput(input)),
  );
  if (answer.ok) throw redirect(`/devices/${modelId}/plans/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function PlanOfModel() {
  const { model, plan, version, fields, choices, mayEdit, change } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ModelFrame model={model}>
      {change ? (
        <Notice kind="info" title="This plan belongs to a change">
          It is signed with{' '}
          <Link to={`/changes/${change.id}/over-time`} className="underline">
            {change.reference}
          </Link>{' '}
          and edited there.
        </Notice>
      ) : null}
      {plan ? <PlanBody plan={plan} /> : null}
      {mayEdit ? (
        <PlanFormPanel
          title={plan ? 'Change the plan' : 'Draw up a plan'}
          form={formValues(refused, fields)}
          version={version}
          choices={choices}
          conflict={refused?.conflict}
        />
      ) : null}
    </ModelFrame>
  );
}
