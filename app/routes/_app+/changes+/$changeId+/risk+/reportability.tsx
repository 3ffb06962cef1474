import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { getTriageForm } from '~/features/risk/get-triage-form.server';
import { triageEvent } from '~/features/risk/triage-event.server';
import { TriageFields } from '~/features/risk/triage-fields';
import { TriageForm } from '~/features/risk/triage-form';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Does something of ${page?.change.reference ?? 'a change'} have to be reported? · Changemark` },
];

export const loader = protectedLoader('risk:write', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getTriageForm(actor, params.changeId)),
);

export const action = protectedAction('risk:write', ChangeParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, TriageForm, (input) => triageEvent(actor, params.changeId, input));
  if (answer.ok) throw redirect(`/changes/${params.changeId}/risk?done=triage#reportability`, 303);
  return data(answer, { status: 422 });
});

export default function Reportability() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={page.change} title="Does something have to be reported?" />
      <p className="max-w-prose">
        A checklist, not a verdict. What is not known opens a clock like a yes: doubt does not stop the time. The named
        person decides.
      </p>
      <TriageFields page={page} refused={useActionData<typeof action>() ?? null} />
    </>
  );
}
