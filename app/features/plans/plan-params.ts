import { z } from 'zod';
import { ModelParams } from '../devices/model-params';

/** Parameters of the address of a plan on a model; "new" draws one up. */
export const PlanParams = ModelParams.extend({ planId: z.union([z.uuid(), z.literal('new')]) });

/** The id of a plan that is there already. */
export const planIdOf = (planId: string): string | null => (planId === 'new' ? null : planId);
