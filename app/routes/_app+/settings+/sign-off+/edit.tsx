import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { actOnPolicy } from '~/features/sign-off/policy-act.server';
import { PolicyFormPage } from '~/features/sign-off/policy-form-page';
import { getPolicyForm } from '~/features/sign-off/policy-pages.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Change the sign-off policy · Settings · Changemark' }];

const Version = z.coerce.number().int().min(0).max(1_000_000).nullable().catch(null);

export const loader = protectedLoader('sign_off:settings', undefined, ({ actor, url }) =>
  getPolicyForm(actor, Version.parse(url.searchParams.get('from'))),
);

export const action = protectedAction('sign_off:settings', undefined, async ({ actor, form }) => {
  const acted = await actOnPolicy(actor, form);
  if (acted.saved) throw redirect('/settings/sign-off?done=set', 303);
  return data(acted.answer, { status: acted.status });
});

export default function EditSignOffPolicy() {
  const page = useLoaderData<typeof loader>();
  return <PolicyFormPage page={page} answer={useActionData<typeof action>()} />;
}
