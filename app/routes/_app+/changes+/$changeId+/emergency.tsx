import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { actOnEmergency } from '~/features/emergencies/act-on-emergency.server';
import { EmergencyBanner } from '~/features/emergencies/emergency-banner';
import { ConfirmPanel, DeclarePanel, WithdrawPanel } from '~/features/emergencies/emergency-forms';
import { emergencyPage } from '~/features/emergencies/emergency-view.server';
import { formValues } from '~/features/form-values';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Empty, Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Emergency · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await emergencyPage(actor, params.changeId)),
);

export const action = protectedAction('change:read', ChangeParams, async ({ actor, params, form }) => {
  notFoundUnless(await emergencyPage(actor, params.changeId));
  const answer = await actOnEmergency(actor, params.changeId, form);
  if (answer.ok) throw redirect(`/changes/${params.changeId}/emergency`, 303);
  return data(answer, { status: 422 });
});

export default function EmergencyOfChange() {
  const { change, emergency, hours, may, notConfirm, ways } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const formOf = (intent: string) => formValues(refused?.intent === intent ? refused : null);
  const offered = [may.declare && 'declare', may.confirm && 'confirm', may.withdraw && 'withdraw'];
  return (
    <>
      <ChangeSubpage change={change} title="Emergency" />
      {refused && !offered.includes(refused.intent) ? <FormErrors errors={refused.errors[''] ?? []} /> : null}
      <EmergencyBanner emergency={emergency} changeId={change.id} here />
      {notConfirm ? <Notice kind="info">{notConfirm}</Notice> : null}
      {may.confirm && emergency && ways ? (
        <ConfirmPanel
          emergencyId={emergency.id}
          form={formOf('confirm')}
          errors={refused?.intent === 'confirm' ? refused.errors : {}}
          ways={ways}
          hours={hours}
        />
      ) : null}
      {may.withdraw ? <WithdrawPanel form={formOf('withdraw')} /> : null}
      {may.declare ? <DeclarePanel form={formOf('declare')} hours={hours} /> : null}
      {emergency === null && !may.declare ? (
        <Empty title="No emergency">
          Acting before signing is possible between submission and decision. Whoever proposes or signs changes declares
          it, and somebody else confirms.
        </Empty>
      ) : null}
    </>
  );
}
