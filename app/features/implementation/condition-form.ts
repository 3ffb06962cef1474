/** What a condition of an approval says. Pure. */

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
