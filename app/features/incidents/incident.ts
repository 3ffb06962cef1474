/** What is kept of a public incident: what happened, what it needed, and which measures would have mattered. Data only. */
import type { Confidence } from '../../regulation/chart';
import type { MeasureId } from '../../regulation/options/measures';
import type { WindowsGeneration } from './windows';

/** What a measure would have done to it. worse: the incident came by it, or was made greater by it. */
export const EFFECTS = ['stops', 'slows', 'none', 'worse'] as const;
export type IncidentEffect = (typeof EFFECTS)[number];

export interface MeasureEffect {
  measure: MeasureId;
  effect: IncidentEffect;
  why: string;
  confidence: Confidence;
}

/** A sentence with how sure it is: V seen in a source we hold, V2 seen at second hand, M from memory, D derived. */
export interface Told {
  says: string;
  confidence: Confidence;
}

export interface IncidentSource {
  title: string;
  publisher: string;
  /** Year, month or day, as far as known. */
  on: string;
  confidence: Confidence;
}

/** What a unit must be for the incident to reach it. Each is answered yes, no or not known. */
export type Need =
  /** It hangs on a network. */
  | { kind: 'network' }
  /** It runs Windows of one of these generations. */
  | { kind: 'windows'; of: readonly WindowsGeneration[] }
  /** One of these faults is open on it. */
  | { kind: 'fault'; cves: readonly string[]; patch: string }
  /** It listens on this port; `usual`: Windows does so unless it was switched off. */
  | { kind: 'listens'; port: number; usual: boolean }
  /** A security agent runs on it. */
  | { kind: 'agent' }
  /** Its supplier reaches it from outside, or it needs a service of its supplier. */
  | { kind: 'supplier' }
  /** It is a device of such a kind, by words of the register. */
  | { kind: 'device'; words: readonly string[]; label: string }
  /** Something that no register holds. */
  | { kind: 'unasked'; what: string }
  | { kind: 'either'; of: readonly Need[] };

export interface Incident {
  id: string;
  title: string;
  /** Year, month or day. */
  on: string;
  sort: 'worm' | 'wiper' | 'scan' | 'update' | 'supplier';
  happened: readonly Told[];
  wayIn: string;
  spread: string;
  needs: readonly Need[];
  measures: readonly MeasureEffect[];
  /** What mattered and is no measure of the library. */
  besides: readonly Told[];
  sources: readonly IncidentSource[];
}

export const SORT_WORDS: Readonly<Record<Incident['sort'], string>> = {
  worm: 'spreads by itself',
  wiper: 'spreads by itself, destroys',
  scan: 'a scan at the wrong time',
  update: 'a faulty update',
  supplier: 'the supplier is hit',
};

/** Several measures about which the same is to be said. */
export const each = (
  effect: IncidentEffect,
  confidence: Confidence,
  why: string,
  ...measures: MeasureId[]
): MeasureEffect[] => measures.map((measure) => ({ measure, effect, why, confidence }));
