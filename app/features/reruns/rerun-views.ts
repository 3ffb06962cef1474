/** What the pages of re-runs show, in plain values. */
import type { Tier } from '../../regulation/chart';
import type { Page } from '../keyset';

export interface RerunView {
  id: string;
  /** "As of 1 Mar 2020", "MDCG 2020-3 (2020), March 2020". */
  title: string;
  /** What that means for the changes judged, in a sentence. */
  explained: string;
  library: string;
  running: boolean;
  total: number;
  judged: number;
  flipped: number;
  unreadable: number;
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
}

/** What an instrument said, in the words of its edition. */
export interface SaidView {
  edition: string | null;
  /** Labels of the outcomes; empty where it did not apply. */
  outcomes: string[];
  tiers: { from: Tier; to: Tier } | null;
}

export interface FlipView {
  instrument: string;
  name: string;
  before: SaidView;
  after: SaidView;
  why: string[];
}

/** One change with the instruments that say something else of it. */
export interface FlippedChange {
  changeId: string;
  reference: string;
  title: string;
  modelName: string;
  /** The assessment that was judged again. */
  number: number;
  flips: FlipView[];
}

export interface RerunPageView {
  run: RerunView;
  /** Instruments that flip, with how many changes each. */
  instruments: { instrument: string; name: string; count: number }[];
  /** The instrument the list is narrowed to. */
  chosen: string | null;
  page: Page<FlippedChange>;
}

export interface RerunList extends Page<RerunView> {
  /** What may be chosen; empty while every instrument has one edition only. */
  editions: { value: string; label: string }[];
  mayStart: boolean;
  /** Changes that have an assessment. */
  total: number;
  today: string;
}
