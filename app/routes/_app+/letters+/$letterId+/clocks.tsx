import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { actOnClocks } from '~/features/clocks/act-on-clocks.server';
import { ClocksPage } from '~/features/clocks/clocks-page';
import { getClocks } from '~/features/clocks/get-clocks.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ letterId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Clocks of letter ${data?.reference ?? ''} · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await getClocks(actor, params.letterId, url.searchParams.get('preview'))),
);

export const action = protectedAction('letter:send', Params, async ({ actor, params, form }) => {
  const result = notFoundUnless(await actOnClocks(actor, params.letterId, form));
  if (result.ok) throw redirect(`/letters/${params.letterId}/clocks`, 303);
  return json(result, 422);
});

export default function Clocks() {
  return <ClocksPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
