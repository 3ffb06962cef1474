import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ModelChoice } from '~/features/changes/model-choice';
import { saveNewProposal } from '~/features/changes/save-what.server';
import { StepFrame } from '~/features/changes/step-frame';
import { WhatStepForm } from '~/features/changes/what-form';
import { newProposal } from '~/features/changes/what-step.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Propose a change · Changemark' }];

export const loader = protectedLoader('change:propose', undefined, ({ actor, url }) =>
  newProposal(actor, url.searchParams),
);

export const action = protectedAction('change:propose', undefined, async ({ actor, form }) => {
  const saved = await saveNewProposal(actor, form);
  if (saved.ok) throw redirect(saved.redirect, 303);
  return json(saved, 422);
});

export default function NewChange() {
  const data = useLoaderData<typeof loader>();
  if (data.model === null) return <ModelChoice {...data} />;
  const { model } = data;
  return (
    <StepFrame
      step="what"
      change={null}
      title="Propose a change"
      sub={[model.supplierName, model.name, model.modelNumber, model.operatingSystem].filter(Boolean).join(' · ')}
    >
      <WhatStepForm data={data} draftId={data.draftId} />
    </StepFrame>
  );
}
