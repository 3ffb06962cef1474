import { exportFleet } from '~/features/fleet/export-fleet.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', undefined, ({ actor, url }) =>
  exportFleet(actor, url.searchParams),
);
