import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnMail } from '~/features/mail/act-on-mail.server';
import { getMail } from '~/features/mail/get-mail.server';
import { MailPage } from '~/features/mail/mail-page';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Mail · Settings · Changemark' }];

export const loader = protectedLoader('mail:manage', undefined, async ({ actor, url }) => ({
  page: await getMail(actor),
  tested: url.searchParams.has('tested'),
}));

export const action = protectedAction('mail:manage', undefined, async ({ actor, form }) => {
  const result = await actOnMail(actor, form);
  if (result.ok) throw redirect(form.get('act') === 'test' ? '/settings/mail?tested' : '/settings/mail', 303);
  return json({ message: result.message }, 422);
});

export default function Mail() {
  const { page, tested } = useLoaderData<typeof loader>();
  return <MailPage page={page} tested={tested} refused={useActionData<typeof action>()?.message ?? null} />;
}
