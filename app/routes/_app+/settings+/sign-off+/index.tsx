import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PolicyPage } from '~/features/sign-off/policy-page';
import { getSignOffPolicy } from '~/features/sign-off/policy-pages.server';
import { protectedLoader } from '~/guard/guard.server';
import { Notice } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Sign-off · Settings · Changemark' }];

const Version = z.coerce.number().int().min(0).max(1_000_000).nullable().catch(null);

export const loader = protectedLoader('change:read', undefined, async ({ actor, url }) => ({
  of: await getSignOffPolicy(actor, Version.parse(url.searchParams.get('version'))),
  done: url.searchParams.get('done') === 'set',
}));

export default function SignOffPolicySettings() {
  const { of, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done ? (
        <Notice kind="success" live>
          Set. It counts from now on, for changes in sign-off too.
        </Notice>
      ) : null}
      <PolicyPage of={of} />
    </>
  );
}
