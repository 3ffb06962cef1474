import { exportModels } from '~/features/devices/export-models.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', undefined, ({ actor, url }) =>
  exportModels(actor, url.searchParams),
);
