import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangeParams } from '~/features/changes/params';
import { StepFrame } from '~/features/changes/step-frame';
import { WhereStepForm } from '~/features/changes/where-form';
import { saveWhere, whereStep } from '~/features/changes/where-step.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Where and who · Changemark' }];

export const loader = protectedLoader('change:propose', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await whereStep(actor, params.changeId)),
);

export const action = protectedAction('change:propose', ChangeParams, async ({ actor, params, form }) => {
  const saved = notFoundUnless(await saveWhere(actor, params.changeId, form));
  if (saved.ok) throw redirect(saved.redirect, 303);
  return json(saved, 422);
});

export default function EditWhere() {
  const data = useLoaderData<typeof loader>();
  return (
    <StepFrame step="where" change={data.change} title="Where it lands, and who makes it" sub={data.title}>
      <WhereStepForm data={data} />
    </StepFrame>
  );
}
