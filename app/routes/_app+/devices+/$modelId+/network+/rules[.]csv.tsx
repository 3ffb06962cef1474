import { ModelParams } from '~/features/devices/model-params';
import { exportLeastRules } from '~/features/placement/export-rules.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await exportLeastRules(actor, params.modelId)),
);
