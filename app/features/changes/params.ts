import { z } from 'zod';

/** Parameters of every address under one change; an id that is none is a 404. */
export const ChangeParams = z.object({ changeId: z.uuid() });
