import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { getChangeBrief, makePermit } from '~/features/risk/make-permit.server';
import { PermitFields } from '~/features/risk/permit-fields';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `A change permit of ${page?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('document:draft', ChangeParams, async ({ actor, params }) => ({
  change: notFoundUnless(await getChangeBrief(actor, params.changeId)),
}));

export const action = protectedAction('document:draft', ChangeParams, async ({ actor, params, form }) => {
  const answer = await makePermit(actor, params.changeId, form);
  if (answer.ok) throw redirect(`/changes/${params.changeId}/risk?done=permit#permits`, 303);
  return data(answer, { status: 422 });
});

export default function Permit() {
  const { change } = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={change} title="Make a change permit" />
      <p className="max-w-prose">
        Device, units, assessment, risks and hazards are printed as they now stand; here you say the rest. What is not
        said is printed as a marked blank.
      </p>
      <PermitFields refused={useActionData<typeof action>() ?? null} />
    </>
  );
}
