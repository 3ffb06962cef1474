import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { formValues } from '~/features/form-values';
import { actOnPlan } from '~/features/implementation/act-on-plan.server';
import { ChecklistPanel } from '~/features/implementation/checklist-panel';
import { getPlan } from '~/features/implementation/get-plan.server';
import { PlanFormPanel, PlanText } from '~/features/implementation/plan-panel';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Plan and checks · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getPlan(actor, params.changeId)),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  notFoundUnless(await getPlan(actor, params.changeId));
  const answer = await actOnPlan(actor, params.changeId, form);
  const line = answer.line ? `#${answer.line.replace('.', '-')}` : '';
  if (answer.ok) throw redirect(`/changes/${params.changeId}/plan${line}`, 303);
  return data(answer, { status: 422 });
});

export default function PlanOfChange() {
  const { change, plan, version, parts, mayEdit, signed, files } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ofPlan = refused && refused.line === '' ? refused : null;
  return (
    <>
      <ChangeSubpage change={change} title="Plan and checks" />
      {signed && mayEdit ? (
        <Notice kind="warning" title="Signatures stand on this change">
          The plan, the lines before the decision and those of taking it back are part of what was signed: changing one
          voids those signatures. The lines of making it and of afterwards void nothing.
        </Notice>
      ) : null}
      {mayEdit ? (
        <PlanFormPanel form={formValues(ofPlan, { ...plan })} version={version} conflict={ofPlan?.conflict} />
      ) : (
        <PlanText plan={plan} />
      )}
      {parts.map(({ group, lines }) => (
        <ChecklistPanel
          key={group}
          group={group}
          lines={lines}
          changeId={change.id}
          files={files}
          refused={refused?.line}
          formOf={
            mayEdit
              ? ({ key, now }) =>
                  formValues(refused?.line === key ? refused : null, {
                    state: now?.state,
                    because: now?.because,
                    doneOn: now?.doneOn,
                    attachment: now?.file && !now.file.takenBack ? now.file.id : '',
                  })
              : null
          }
        />
      ))}
    </>
  );
}
