import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { asKnown } from '~/features/sign-off/as-known.server';
import { AsKnownPage } from '~/features/sign-off/as-known-page';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ changeId: z.uuid(), signatureId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `As known then · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params }) =>
  notFoundUnless(await asKnown(actor, params.changeId, params.signatureId)),
);

export default function AsKnownThen() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={data.change} title="As known then" />
      <AsKnownPage {...data} />
    </>
  );
}
