import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnChange } from '~/features/changes/act-on-change.server';
import { CheckPanel } from '~/features/changes/check-panel';
import { checkStep } from '~/features/changes/check-step.server';
import { ChangeParams } from '~/features/changes/params';
import { StepFrame } from '~/features/changes/step-frame';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Check and submit · Changemark' }];

export const loader = protectedLoader('change:propose', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await checkStep(actor, params.changeId)),
);

export const action = protectedAction('change:propose', ChangeParams, async ({ actor, params, form }) => {
  const result = await actOnChange({ actor, changeId: params.changeId, form });
  if (result.ok) throw redirect(result.redirect, 303);
  return json(result, 422);
});

export default function CheckAndSubmit() {
  const { change, outlook, place } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, reference, version, status, title } = change;
  return (
    <StepFrame
      step="check"
      change={{ id, reference, version, isDraft: status === 'draft' }}
      title="Check and submit"
      sub={title}
    >
      <CheckPanel
        change={change}
        outlook={outlook}
        place={place}
        errors={Object.values(refused?.errors ?? {}).flat()}
      />
    </StepFrame>
  );
}
