import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnSeal } from '~/features/letters/act-on-seal.server';
import { SealPage } from '~/features/letters/seal-page';
import { sealSettings } from '~/features/letters/seal-settings.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Seal · Settings · Changemark' }];

export const loader = protectedLoader('mail:manage', undefined, ({ actor }) => sealSettings(actor));

export const action = protectedAction('mail:manage', undefined, async ({ actor, form }) => {
  const result = await actOnSeal(actor, form);
  if (result.ok) throw redirect('/settings/seal', 303);
  // A passphrase is never shown again.
  const text = (name: string) => String(form.get(name) ?? '');
  return json({ intent: text('intent'), errors: result.errors, reason: text('reason') }, 422);
});

export default function Seal() {
  return <SealPage seal={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
