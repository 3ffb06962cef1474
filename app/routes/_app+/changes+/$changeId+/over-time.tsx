import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { formValues } from '~/features/form-values';
import { actOnPlanOfChange } from '~/features/plans/act-on-plan-of-change.server';
import { planOfChange } from '~/features/plans/get-plan.server';
import { PlanBody } from '~/features/plans/plan-body';
import { PlanFormPanel } from '~/features/plans/plan-form-panel';
import { RemovePlan } from '~/features/plans/remove-plan';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Options over time · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await planOfChange(actor, params.changeId)),
);

export const action = protectedAction('option:write', ChangeParams, async ({ actor, params, form }) => {
  const answer = await actOnPlanOfChange(actor, params.changeId, form);
  if (answer.ok) throw redirect(`/changes/${params.changeId}/over-time`, 303);
  return data(answer, { status: 422 });
});

export default function OptionsOverTime() {
  const { change, plan, version, fields, choices, mayEdit, signed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ChangeSubpage change={change} title="Options over time" />
      {signed && mayEdit ? (
        <Notice kind="warning" title="Signatures stand on this change">
          The plan is part of what was signed: changing it, or taking it away, voids those signatures.
        </Notice>
      ) : null}
      {plan ? (
        <PlanBody plan={plan} />
      ) : (
        <Empty title="No plan over time">
          A plan says which option holds when: isolate now, patch when the supplier has answered, replace in 2028. It is
          signed together with the change.
        </Empty>
      )}
      {mayEdit ? (
        <>
          <PlanFormPanel
            title={plan ? 'Change the plan' : 'Draw up a plan'}
            form={formValues(refused, fields)}
            version={version}
            choices={choices}
            conflict={refused?.conflict}
          />
          {plan ? <RemovePlan version={version} /> : null}
        </>
      ) : null}
    </>
  );
}
