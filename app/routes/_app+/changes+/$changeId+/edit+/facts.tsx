import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FactsForm } from '~/features/changes/facts-form';
import { factsStep } from '~/features/changes/facts-step.server';
import { ChangeParams } from '~/features/changes/params';
import { saveFacts } from '~/features/changes/save-facts.server';
import { StepFrame } from '~/features/changes/step-frame';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Submit } from '~/ui/form';

export const meta: MetaFunction = () => [{ title: 'The facts · Changemark' }];

export const loader = protectedLoader('change:propose', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await factsStep(actor, params.changeId)),
);

export const action = protectedAction('change:propose', ChangeParams, async ({ actor, params, form }) => {
  const saved = notFoundUnless(await saveFacts(actor, params.changeId, form));
  if (saved.ok) throw redirect(saved.redirect, 303);
  return json(saved, 422);
});

export default function EditFacts() {
  const data = useLoaderData<typeof loader>();
  const buttons = (
    <div className="flex flex-wrap gap-2">
      <Submit name="go" value="on">
        Save and go on
      </Submit>
      <Submit name="go" value="stay" look="plain">
        Save and ask what is still open
      </Submit>
      <Submit name="go" value="back" look="plain">
        Save and go back
      </Submit>
      <Submit name="go" value="leave" look="plain">
        Save and leave for later
      </Submit>
    </div>
  );
  return (
    <StepFrame step="facts" change={data.change} title="The facts that decide" sub={data.title}>
      <FactsForm data={data} buttons={buttons} />
    </StepFrame>
  );
}
