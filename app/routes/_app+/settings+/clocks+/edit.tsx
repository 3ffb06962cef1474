import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getPolicy } from '~/features/clocks/policies.server';
import { PolicyEditPage } from '~/features/clocks/policy-edit-page';
import { policyKey } from '~/features/clocks/policy-form';
import { setPolicy } from '~/features/clocks/set-policy.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Set clocks · Settings · Changemark' }];

const keyOf = (request: Request) => notFoundUnless(policyKey(new URL(request.url).searchParams));

export const loader = protectedLoader('letter:settings', undefined, async ({ actor, request }) =>
  notFoundUnless(await getPolicy(actor, keyOf(request), null)),
);

export const action = protectedAction('letter:settings', undefined, async ({ actor, form, request }) => {
  const key = keyOf(request);
  notFoundUnless(await getPolicy(actor, key, null));
  const result = await setPolicy(actor, key, form);
  if (!result.ok) return json({ page: null, errors: result.errors, kept: result.kept }, 422);
  if (!result.wished) throw redirect('/settings/clocks', 303);
  return json({ page: await getPolicy(actor, key, result.wished), errors: {}, kept: result.kept });
});

export default function EditPolicy() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PolicyEditPage page={answer?.page ?? page} kept={answer?.kept ?? {}} errors={answer?.errors ?? {}} />;
}
