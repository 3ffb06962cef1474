import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPolicies } from '~/features/clocks/policies.server';
import { PoliciesPage } from '~/features/clocks/policies-page';
import { protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Clocks · Settings · Changemark' }];

export const loader = protectedLoader('letter:settings', undefined, ({ actor }) => listPolicies(actor));

export default function Policies() {
  return <PoliciesPage page={useLoaderData<typeof loader>()} />;
}
