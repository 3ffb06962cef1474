/** What a zod schema has against a value, as problems with places. */
import type { z } from 'zod';
import { pointerTo } from './json/place';
import type { Problem } from './records';

export const zodProblems = (error: z.ZodError, rule: string, at = ''): Problem[] =>
  error.issues.map(({ path, message }) => ({
    place: `${at}${pointerTo(path.map((step) => (typeof step === 'symbol' ? String(step) : step)))}`,
    rule,
    message: `${message}.`.replace(/\.\.$/, '.'),
  }));
