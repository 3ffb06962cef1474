import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { formValues } from '~/features/form-values';
import { actOnCondition } from '~/features/implementation/act-on-condition.server';
import { ConditionPanel } from '~/features/implementation/condition-panel';
import { getConditions } from '~/features/implementation/get-conditions.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Empty, Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Conditions · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getConditions(actor, params.changeId)),
);

export const action = protectedAction('change:read', ChangeParams, async ({ actor, params, form }) => {
  notFoundUnless(await getConditions(actor, params.changeId));
  const answer = await actOnCondition(actor, params.changeId, form);
  if (answer.ok) throw redirect(`/changes/${params.changeId}/conditions`, 303);
  return data(answer, { status: 422 });
});

export default function ConditionsOfChange() {
  const { change, conditions, open, files } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const elsewhere = refused && !conditions.some(({ id }) => id === refused.condition) ? formValues(refused) : null;
  const waiting = conditions.some(({ status }) => status === 'open' || status === 'proved');
  return (
    <>
      <ChangeSubpage change={change} title="Conditions" />
      <FormErrors errors={elsewhere?.summary} />
      {waiting && !open ? (
        <Notice kind="info" title="They can be met once the change is approved">
          Until every place of the route has signed, conditions only wait.
        </Notice>
      ) : null}
      {conditions.length === 0 ? (
        <Empty title="No conditions">
          Whoever approves may set conditions: tasks with an owner, a day and a proof.
        </Empty>
      ) : null}
      {conditions.map((condition) => (
        <ConditionPanel
          key={condition.id}
          condition={condition}
          changeId={change.id}
          files={files}
          form={formValues(refused?.condition === condition.id ? refused : null)}
        />
      ))}
    </>
  );
}
