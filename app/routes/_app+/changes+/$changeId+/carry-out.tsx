import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { EmergencyBanner } from '~/features/emergencies/emergency-banner';
import { formValues } from '~/features/form-values';
import { actOnCarryOut } from '~/features/implementation/act-on-carry-out.server';
import {
  BeginPanel,
  ClosePanel,
  PutToVerification,
  VerificationsPanel,
} from '~/features/implementation/carry-out-acts';
import { ComparedPanel } from '~/features/implementation/compared-panel';
import { getCarryOut } from '~/features/implementation/get-carry-out.server';
import { UnitsPanel } from '~/features/implementation/units-panel';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Carrying out · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params, url }) =>
  notFoundUnless(await getCarryOut(actor, params.changeId, url.searchParams)),
);

export const action = protectedAction('change:sign', ChangeParams, async ({ actor, params, form }) => {
  notFoundUnless(await getCarryOut(actor, params.changeId, new URLSearchParams()));
  const answer = await actOnCarryOut(actor, params.changeId, form);
  if (answer.ok) throw redirect(`/changes/${params.changeId}/carry-out`, 303);
  return data(answer, { status: 422 });
});

export default function CarryingOut() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { may, now, planned } = page;
  const formOf = (intent: string, saved = {}) => formValues(refused?.intent === intent ? refused : null, saved);
  const offered = [
    may.begin && 'begin',
    may.record && 'record',
    may.putToVerification && 'verify',
    page.closing && 'close',
  ];
  const record = { doneOn: now.day, doneTime: now.time, versionAfter: planned?.versionAfter, scope: 'ticked' };
  return (
    <>
      <ChangeSubpage change={page.change} title="Carrying out" />
      {refused && !offered.includes(refused.intent) ? <FormErrors errors={refused.errors[''] ?? []} /> : null}
      <EmergencyBanner emergency={page.emergency} changeId={page.change.id} />
      <BeginPanel page={page} form={formOf('begin')} />
      <UnitsPanel page={page} form={formOf('record', record)} />
      <ComparedPanel page={page} />
      <PutToVerification page={page} form={formOf('verify')} />
      <ClosePanel page={page} form={formOf('close')} errors={refused?.intent === 'close' ? refused.errors : {}} />
      <VerificationsPanel page={page} />
    </>
  );
}
