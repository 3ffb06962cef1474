/** Parameters of the addresses of models and their parts. */
import { z } from 'zod';

export const ModelParams = z.object({ modelId: z.uuid() });
export const CertificationParams = ModelParams.extend({ certificationId: z.uuid() });
