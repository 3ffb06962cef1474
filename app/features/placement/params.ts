/** Parameters of the addresses of a model's placement. */
import { z } from 'zod';

export const FlowParams = z.object({ modelId: z.uuid(), flowId: z.uuid() });
