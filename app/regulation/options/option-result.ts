/** What `compare` takes and returns. Field names are what pages, command line and tests rely on. */
import type { Confidence, Tier } from '../chart';
import type { Location } from '../kinds/facts-of-kind';
import type { KindId } from '../kinds/kind-ids';
import type { Ask, DutyTransfer } from '../result';
import type { FactValue } from '../vocabulary';
import type { Residual } from './exposure';
import type { MeasureId, Side } from './measures';

/** A measure, or the change as it was proposed where that is none of them. */
export type OptionId = MeasureId | 'as_proposed';

/** A range somebody gave, with who or what it comes from. Never made up: where nobody gave one there is none. */
export interface Estimate {
  least: number;
  most: number;
  source: string;
}

export interface Evidence {
  says: string;
  /** The document it stands in; empty when only said. */
  document: string;
  /** YYYY-MM-DD after which it no longer counts, or null. */
  validUntil: string | null;
}

/** What people gave for one option. */
export interface OptionInput {
  option: OptionId;
  /** Facts that hold for this option alone. */
  facts?: Readonly<Record<string, FactValue>>;
  downtimeHours?: Estimate;
  staffHours?: Estimate;
  leadTimeDays?: Estimate;
  evidence?: Evidence;
}

/** A finding in short. The same three questions as everywhere: law, who, safe. */
export interface FindingBrief {
  instrument: string;
  state: 'applies' | 'named' | 'hint' | 'unknown';
  outcomes: string[];
  tier: Tier;
  worstTier: Tier;
}

export interface TierSpan {
  least: Tier;
  worst: Tier;
}

export interface CertificateBurden {
  /**
   * judged: by charts that apply. open: it cannot be said yet whether some chart applies. forecast: by charts addressed
   * to the maker, shown as a forecast. untouched: the change lands outside the device, no chart about the certificate
   * applies. no_change: nothing about the certified unit changes. no_chart: on the device, but the library has no chart
   * for it: not known.
   */
  state: 'judged' | 'open' | 'forecast' | 'untouched' | 'no_change' | 'no_chart';
  /** The charts it rests on. */
  instruments: string[];
  /** Null where there is no tier to give. */
  tiers: TierSpan | null;
  says: string;
}

export interface MayAct {
  /**
   * settled or open by the charts that apply; makers_act: the maker's own act, of which no chart asks permission;
   * no_chart: none answers it here; nothing_to_do: nothing about the certified unit is done.
   */
  state: 'settled' | 'open' | 'makers_act' | 'no_chart' | 'nothing_to_do';
  tiers: TierSpan | null;
  /** Outcomes still possible, in words. */
  outcomes: { instrument: string; code: string; meaning: string }[];
}

/** A warning of the assessment, with the options that carry none, the one that leaves least exposure first. */
export interface DutyWarning extends DutyTransfer {
  avoidedBy: OptionId[];
}

export type Axis =
  | 'certificate'
  | 'duties'
  | 'who'
  | 'safe'
  | 'exposure'
  | 'noticed'
  | 'downtime'
  | 'staff'
  | 'lead_time';

export interface Domination {
  by: OptionId;
  /** Axes on which the other is better. */
  worseOn: Axis[];
  /** Axes on which this option is not known, so that nothing is marked. Empty: dominated. */
  unknownOn: Axis[];
}

export interface OptionResult {
  option: OptionId;
  label: string;
  what: string;
  kinds: KindId[];
  /** Whether this is the change that was proposed. */
  proposed: boolean;
  /** device: on the certified unit. environment: around it. neither: the unit leaves, or nothing is done. */
  group: 'device' | 'environment' | 'neither';
  lands: Location | null;
  acts: Side | null;
  /** Why no chart is walked; null where charts are. */
  noChange: string | null;
  certificate: CertificateBurden;
  law: FindingBrief[];
  who: FindingBrief[];
  safe: FindingBrief[];
  mayAct: MayAct;
  /** Open questions of the charts, most decisive first. */
  open: Ask[];
  /** The one that would decide most; null when nothing is open. */
  decidesMost: Ask | null;
  residual: Residual;
  /** Whether an attack would be noticed by this measure. */
  notices: boolean;
  downtimeHours: Estimate | null;
  staffHours: Estimate | null;
  leadTimeDays: Estimate | null;
  evidence: Evidence | null;
  /** none: no evidence given. expired: given, but no longer valid on the day. */
  evidenceState: 'none' | 'given' | 'expired';
  /** What would show that it works. */
  proof: string[];
  warnings: DutyWarning[];
  dominatedBy: Domination[];
  /** Worse than the other on everything that is known; not marked, because something is not. */
  nearlyDominatedBy: Domination[];
  /** How sure the residual exposure is: never seen in a source. */
  confidence: Confidence;
}

export interface Comparison {
  asOf: string;
  library: string;
  threat: { vector: string | null; exploited: boolean | null; because: string[] };
  options: OptionResult[];
}
