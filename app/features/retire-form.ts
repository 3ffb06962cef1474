/** Retiring and restoring records of the register: always with a reason, never a deletion. */
import { z } from 'zod';
import { requiredText } from './text-input';

export const RetireForm = z.object({
  reason: requiredText('Say why, in a few words. The record keeps it.'),
  /** Retire what hangs on it too (the units of a model). */
  withUnits: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
});

export type RetireInput = z.output<typeof RetireForm>;
