import { exportBaseline } from '~/features/baseline/export-baseline.server';
import { ModelParams } from '~/features/devices/model-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await exportBaseline(actor, params.modelId)),
);
