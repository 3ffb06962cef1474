import { exportUnits } from '~/features/units/export-units.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', undefined, ({ actor, url }) =>
  exportUnits(actor, url.searchParams),
);
