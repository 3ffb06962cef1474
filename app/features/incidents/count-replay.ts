/** From groups of units that are alike to the figures of an incident. Pure. */
import type { MeasureId } from '../../regulation/options/measures';
import type { UnitGroup } from './fleet-groups.server';
import type { Incident } from './incident';
import { type Replay, type ReplayFacts, replay, type Verdict } from './replay';

export interface Counted {
  hit: number;
  not: number;
  unknown: number;
  units: number;
}

/** A reason with how many units it holds for. */
export interface CountedReason {
  verdict: Verdict;
  says: string;
  units: number;
}

export interface CountedPart {
  id: string;
  label: string;
  counted: Counted;
}

export interface CountedMeasure {
  measure: MeasureId;
  /** Units hit, or perhaps hit, that it would have held back or slowed, were it in place. */
  stops: number;
  slows: number;
  /** Units that it held. */
  held: number;
  /** Units on which it made matters worse. */
  worse: number;
}

export interface ReplayFigures {
  counted: Counted;
  reasons: CountedReason[];
  models: CountedPart[];
  zones: CountedPart[];
  measures: CountedMeasure[];
  /** Keys of the groups behind each number. */
  keys: Record<Verdict, string[]>;
}

const NONE: Counted = { hit: 0, not: 0, unknown: 0, units: 0 };
const VERDICTS: readonly Verdict[] = ['hit', 'unknown', 'not'];

const add = (to: Counted, verdict: Verdict, units: number): Counted => ({
  ...to,
  [verdict]: to[verdict] + units,
  units: to.units + units,
});

/** Plays an incident once on each set of facts. */
function playedOnce(incident: Incident): (facts: ReplayFacts) => Replay {
  const known = new Map<ReplayFacts, Replay>();
  return (facts) => {
    const played = known.get(facts) ?? replay(incident, facts);
    known.set(facts, played);
    return played;
  };
}

/** Only how many units of the fleet: for the list of all incidents. */
export function countReplay(incident: Incident, groups: readonly UnitGroup[]): Counted {
  const counted = { ...NONE };
  const play = playedOnce(incident);
  for (const { facts, units } of groups) {
    counted[play(facts).verdict] += units;
    counted.units += units;
  }
  return counted;
}

/** Everything that the page of one incident shows. */
export function replayFigures(incident: Incident, groups: readonly UnitGroup[]): ReplayFigures {
  let counted = NONE;
  const reasons = new Map<string, CountedReason>();
  const models = new Map<string, CountedPart>();
  const zones = new Map<string, CountedPart>();
  const measures = new Map<MeasureId, CountedMeasure>(
    incident.measures.map(({ measure }) => [measure, { measure, stops: 0, slows: 0, held: 0, worse: 0 }]),
  );
  const keys: Record<Verdict, string[]> = { hit: [], not: [], unknown: [] };
  const play = playedOnce(incident);
  for (const { key, modelId, model, zone, units, facts } of groups) {
    const { verdict, because, missing, heldBy, wouldHelp, worse } = play(facts);
    counted = add(counted, verdict, units);
    keys[verdict].push(key);
    for (const says of verdict === 'unknown' ? missing : because) {
      const reason = reasons.get(`${verdict} ${says}`) ?? { verdict, says, units: 0 };
      reasons.set(`${verdict} ${says}`, { ...reason, units: reason.units + units });
    }
    for (const [parts, id, label] of [
      [models, modelId, model],
      [zones, zone, zone || 'no zone recorded'],
    ] as const) {
      parts.set(id, { id, label, counted: add(parts.get(id)?.counted ?? NONE, verdict, units) });
    }
    const count = (measure: MeasureId, what: 'stops' | 'slows' | 'held' | 'worse') => {
      const found = measures.get(measure);
      if (found) found[what] += units;
    };
    for (const { measure, effect } of wouldHelp) count(measure, effect);
    for (const measure of heldBy) count(measure, 'held');
    for (const measure of worse) count(measure, 'worse');
  }
  return {
    counted,
    reasons: [...reasons.values()].sort(
      (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || b.units - a.units,
    ),
    models: [...models.values()].sort(mostAtRisk),
    zones: [...zones.values()].sort(mostAtRisk),
    measures: [...measures.values()],
    keys,
  };
}

const mostAtRisk = (a: CountedPart, b: CountedPart): number =>
  b.counted.hit - a.counted.hit || b.counted.unknown - a.counted.unknown || (a.label < b.label ? -1 : 1);
