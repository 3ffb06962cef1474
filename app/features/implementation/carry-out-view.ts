/** What the page of carrying out shows. Serialisable. */
import type { ChangeBrief } from '../changes/change-brief.server';
import type { ChangeStatus } from '../changes/change-status';
import type { EmergencyView } from '../emergencies/emergency-view.server';
import type { Page } from '../keyset';
import type { SigningWays } from '../people/signing-ways';
import type { PlanDifference } from './compare';
import type { Outcome, Progress, TestState } from './outcomes';
import type { VerificationOutcome } from './verification-outcomes';

/** One unit with the record in force. */
export interface UnitLine {
  id: string;
  serial: string;
  location: string;
  retired: boolean;
  /** As the register has it now. */
  installed: string;
  record: null | {
    outcome: Outcome;
    versionBefore: string;
    versionAfter: string;
    doneAt: string;
    doneByName: string;
    test: TestState;
    testNote: string;
    rollBack: string;
    deviation: string;
    recordedByName: string;
    recordedAt: string;
  };
}

export interface ShownVerification {
  number: number;
  outcome: VerificationOutcome;
  comparison: string;
  byName: string;
  at: string;
  signed: boolean;
}

/** What carrying out rests on, in words for a heading. */
export interface BasisView {
  words: string;
  /** Last day; null: it has none of its own. */
  expiresOn: string | null;
}

export interface CarryOutPage {
  change: ChangeBrief;
  status: ChangeStatus;
  basis: BasisView | null;
  emergency: EmergencyView | null;
  progress: Progress;
  list: Page<UnitLine> & { filters: { shown: Outcome | 'unrecorded' | '' } };
  /** Newest record, as the forms send it back. */
  seen: string;
  planned: { versionAfter: string; timing: string; steps: string; backOut: string; success: string } | null;
  people: { value: string; label: string }[];
  now: { day: string; time: string };
  /** What stands in the way of beginning. */
  waits: string[];
  may: { begin: boolean; record: boolean; putToVerification: boolean; verify: boolean };
  comparison: { differences: PlanDifference[]; window: { first: string; last: string } | null } | null;
  closing: { against: string[]; snapshot: string; done: string; ways: SigningWays } | null;
  verifications: ShownVerification[];
}
