/** What the page of a change's risks shows. Serialisable. */
import type { ReportClock } from '../../../db/schema/risk.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import type { AcceptanceState } from './acceptance-state';
import type { RiskAxis, RiskMoment } from './axes';
import type { HazardStatus } from './hazard-form';
import type { Level } from './matrix';

export interface RatingView {
  id: string;
  consequence: Level;
  likelihood: Level;
  because: string;
  by: string;
  at: string;
}

export interface AxisView {
  axis: RiskAxis;
  /** Null: not rated, which is a state of its own. */
  ratings: Record<RiskMoment, RatingView | null>;
  /** Earlier ratings, newest first. */
  earlier: (RatingView & { moment: RiskMoment })[];
}

export interface HazardView {
  id: string;
  number: number;
  title: string;
  cause: string;
  effect: string;
  existingControls: string;
  furtherControls: string;
  before: { consequence: Level; likelihood: Level } | null;
  after: { consequence: Level; likelihood: Level } | null;
  status: HazardStatus;
  ownerName: string;
  version: number;
}

export interface AcceptanceView {
  id: string;
  number: number;
  what: string;
  because: string;
  ratings: Record<string, { consequence: number; likelihood: number }>;
  by: string;
  at: string;
  method: string;
  payloadSha256: string;
  /** Whether the kept payload still has this digest. */
  whole: boolean;
  reviewOn: string;
  expiresOn: string;
  state: AcceptanceState;
  renews: number | null;
  ended: { at: string; reason: string; by: string } | null;
}

export interface TriageView {
  id: string;
  number: number;
  awareOn: string;
  answers: Record<string, string>;
  clocks: ReportClock[];
  note: string;
  deciderName: string;
  /** Whether the one who looks is the one who decides. */
  mine: boolean;
  by: string;
  at: string;
  decision: { is: 'report' | 'no_report'; reason: string; at: string; reference: string } | null;
}

export interface PermitView {
  id: string;
  reference: string;
  by: string;
  at: string;
}

export interface RiskPage {
  change: ChangeBrief;
  today: string;
  axes: AxisView[];
  hazards: HazardView[];
  acceptances: AcceptanceView[];
  triages: TriageView[];
  permits: PermitView[];
  may: {
    rate: boolean;
    triage: boolean;
    accept: boolean;
    /** Why the one who could accept cannot: proposed it, or axes are unrated. Null: nothing is in the way. */
    acceptBlocked: string | null;
    end: boolean;
    permit: boolean;
  };
}
