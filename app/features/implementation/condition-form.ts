/** What a condition of an approval says, and the forms of its proof. Pure. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { optionalText, requiredText } from '../text-input';

export const CONDITION_STAGES = ['implementation', 'closure'] as const;
export type ConditionStage = (typeof CONDITION_STAGES)[number];

export const STAGE_LABELS: Record<ConditionStage, string> = {
  implementation: 'before it is carried out',
  closure: 'before it is closed',
};

/** Conditions one signature may set. */
export const MOST_CONDITIONS = 20;
export const LONGEST_CONDITION = 2_000;

/** A condition as a signer sets it. */
export interface NewCondition {
  text: string;
  /** Where it stands in the way while it is not met. */
  before: ConditionStage;
  ownerId: string;
  dueOn: string;
}

const which = { condition: z.uuid({ error: 'Say which condition.' }), version: versionField };

export const ProveForm = z
  .object({ ...which, proof: optionalText(), attachment: z.union([z.uuid(), z.literal('')]).optional() })
  .refine((form) => form.proof !== '' || Boolean(form.attachment), {
    path: ['proof'],
    message: 'Say how it was met, or choose the file that shows it.',
  });
export type ProveForm = z.output<typeof ProveForm>;

export const AcceptForm = z.object(which);
export type AcceptForm = z.output<typeof AcceptForm>;

export const SendBackForm = z.object({ ...which, reason: requiredText('Say what is missing.') });
export type SendBackForm = z.output<typeof SendBackForm>;
