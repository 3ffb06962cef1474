/** How a demonstration history is written down: days are counted back from today. */
import type { ConditionStage } from '../../app/features/implementation/condition-form';
import type { Outcome } from '../../app/features/implementation/outcomes';
import type { VerificationOutcome } from '../../app/features/implementation/verification-outcomes';
import type { StepId } from '../../app/features/sign-off/step-change.server';
import type { Role } from '../../app/guard/roles';
import type { KindId } from '../../app/regulation/kinds/kind-ids';
import type { DissentParty, SignatureMeaning, SlotId } from '../schema/sign-off.server';
import type { Colleague } from './people';

export type Person = Role | Colleague;

export interface Fact {
  key: string;
  value: string;
  because: string;
  document?: string;
  page?: string;
}

export interface Plan {
  timing: string;
  steps: string;
  backOut: string;
  success: string;
}

/** Consequence and likelihood, the same on all four axes. */
type Score = readonly [consequence: 1 | 2 | 3 | 4 | 5, likelihood: 1 | 2 | 3 | 4 | 5];

interface When {
  /** Days before today. */
  ago: number;
}

interface Who extends When {
  by: Person;
}

interface Sign extends When {
  act: 'sign';
  /** Places that sign; without it everybody whom the route names, in its order. */
  only?: readonly SlotId[];
  /** What the last place of the route says; without it: approval. */
  decide?: SignatureMeaning;
  reason?: string;
  conditions?: readonly { text: string; before: ConditionStage; owner: Role; dueIn: number }[];
  /** Who signs in a place instead of the person of that role. */
  instead?: Partial<Record<SlotId, Person>>;
}

export type Act =
  | Sign
  | (Who & { act: 'dissent'; party: DissentParty; opinion: string; voice: string })
  | (Who & { act: 'answer'; answer: string })
  | (Who & { act: 'step'; step: StepId; reason: string })
  | (Who & { act: 'fact'; fact: Fact })
  | (Who & { act: 'begin' })
  | (Who & { act: 'record'; units: number | 'rest'; outcome: Outcome; fault?: string; back?: string })
  /** Every line of the checklist that is filled in by doing the work. */
  | (Who & { act: 'checks' })
  | (Who & { act: 'verify' })
  | (Who & { act: 'close'; outcome: VerificationOutcome; words: string })
  /** Days of review and of expiry are before today too, where they are positive. */
  | (Who & { act: 'accept'; what: string; because: string; reviewOn: number; expiresOn: number })
  | (Who & { act: 'emergency'; reason: string })
  | (Who & { act: 'confirm' })
  /** The decision is made good for all changes like this one, for so many days. */
  | (Who & { act: 'standard'; title: string; days: number })
  | (When & { act: 'overdue' })
  | (When & { act: 'expire' });

export interface History {
  title: string;
  description: string;
  /** Searches of the register, tried in order until a model with units is found. */
  device: readonly string[];
  kinds: readonly KindId[];
  facts: readonly Fact[];
  risk: { before: Score; after: Score };
  plan?: Plan;
  /** Clinical safety judged every prompt, with these conditions by prompt; not judged, without it. */
  safety?: Record<string, string>;
  hazard?: { title: string; cause: string; effect: string; control: string };
  proposed: number;
  /** When it was put to sign-off; never, without it. */
  put?: number;
  acts: readonly Act[];
}
