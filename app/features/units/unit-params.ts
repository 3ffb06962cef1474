/** Parameters of the addresses of units. */
import { z } from 'zod';

export const UnitParams = z.object({ unitId: z.uuid() });
