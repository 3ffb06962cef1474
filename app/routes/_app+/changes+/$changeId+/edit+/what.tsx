import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangeParams } from '~/features/changes/params';
import { saveWhat } from '~/features/changes/save-what.server';
import { StepFrame } from '~/features/changes/step-frame';
import { WhatStepForm } from '~/features/changes/what-form';
import { whatStep } from '~/features/changes/what-step.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'What is proposed · Changemark' }];

export const loader = protectedLoader('change:propose', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await whatStep(actor, params.changeId)),
);

export const action = protectedAction('change:propose', ChangeParams, async ({ actor, params, form }) => {
  const saved = notFoundUnless(await saveWhat(actor, params.changeId, form));
  if (saved.ok) throw redirect(saved.redirect, 303);
  return json(saved, 422);
});

export default function EditWhat() {
  const data = useLoaderData<typeof loader>();
  const { model } = data;
  return (
    <StepFrame
      step="what"
      change={data.change}
      title="What is proposed"
      sub={[model.supplierName, model.name, model.modelNumber, model.operatingSystem].filter(Boolean).join(' · ')}
    >
      <WhatStepForm data={data} />
    </StepFrame>
  );
}
