import type { ConditionStage } from './condition-form';

/** A condition as its page shows it, to one person. */
export interface ShownCondition {
  id: string;
  number: number;
  text: string;
  before: ConditionStage;
  ownerName: string;
  dueOn: string;
  overdue: boolean;
  status: 'open' | 'proved' | 'met' | 'void';
  version: number;
  /** Null while none was given. */
  proof: {
    text: string;
    file: { id: string; name: string; takenBack: boolean } | null;
    byName: string;
    at: string;
  } | null;
  sentBack: { reason: string; byName: string } | null;
  met: { byName: string; at: string } | null;
  /** The person looking gives the proof of it. */
  mayProve: boolean;
  mayJudge: boolean;
}
