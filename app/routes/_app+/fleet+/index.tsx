import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FleetView } from '~/features/fleet/fleet-page';
import { getFleet } from '~/features/fleet/get-fleet.server';
import { protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Fleet · Changemark' }];

export const loader = protectedLoader('fleet:read', undefined, ({ actor }) => getFleet(actor));

export default function Fleet() {
  return <FleetView fleet={useLoaderData<typeof loader>()} />;
}
