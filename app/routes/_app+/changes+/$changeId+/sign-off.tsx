import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeParams } from '~/features/changes/params';
import { actOnSignOff } from '~/features/sign-off/act-on-sign-off.server';
import { getSignOff } from '~/features/sign-off/get-sign-off.server';
import { SignOffPage } from '~/features/sign-off/sign-off-page';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sign-off of ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getSignOff(actor, params.changeId)),
);

export const action = protectedAction('change:read', ChangeParams, async ({ actor, params, form }) => {
  const refused = await actOnSignOff(actor, params.changeId, form);
  if (!refused) throw redirect(`/changes/${params.changeId}/sign-off`, 303);
  return json(refused, 422);
});

export default function SignOff() {
  return <SignOffPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
