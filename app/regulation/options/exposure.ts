/** Residual exposure of one option: the least and greatest level that can still be, each with its reasons. */
import type { Confidence } from '../chart';
import {
  EFFECT_RULES,
  type Effect,
  type EffectRule,
  EXPOSURES,
  type Exposure,
  type FaultPlace,
  START_RULES,
  type Vector,
} from './exposure-rules';
import type { MeasureId } from './measures';

/** What is known of the vulnerability. Null: nobody has said. */
export interface Threat {
  vector: Vector | null;
  exploited: boolean | null;
  fault: FaultPlace | null;
}

export interface Reason {
  rule: string;
  says: string;
  confidence: Confidence;
}

export interface Residual {
  least: Exposure;
  greatest: Exposure;
  /** What is not known and keeps the range open, in words. */
  unknown: string[];
  reasons: Reason[];
}

const LOW = EXPOSURES.indexOf('low');

/** The level that an effect leaves of a level, both as places on the scale. */
function left(effect: Effect, level: number): number {
  if (effect === 'removes') return 0;
  if (effect === 'closes') return Math.min(level, LOW);
  return effect === 'limits' ? Math.min(level, Math.max(LOW, level - 1)) : level;
}

/** Place of a level on the scale, 0 for none. */
export const exposureRank = (level: Exposure): number => EXPOSURES.indexOf(level);

/**
 * What is left of the exposure. Everything that is not known is followed every way.
 * @param measure null: a change that is none of the measures, of which nobody has said what it does
 */
export function residualExposure(measure: MeasureId | null, threat: Threat): Residual {
  const starts = START_RULES.filter(
    (rule) =>
      (threat.vector === null || rule.vector === threat.vector) &&
      (threat.exploited === null || rule.exploited === threat.exploited),
  );
  const effects = new Map<string, EffectRule>();
  const levels: number[] = [];
  let faultMatters = false;
  for (const begin of starts) {
    const level = exposureRank(begin.level);
    const rules = measure === null ? [] : effectsOf(measure, begin.vector, threat.fault);
    for (const rule of rules) {
      effects.set(rule.id, rule);
      if (rule.fault !== undefined && threat.fault === null) faultMatters = true;
      levels.push(left(rule.effect, level), left(rule.atWorst ?? rule.effect, level));
    }
    if (rules.length === 0) levels.push(0, level);
  }
  const least = EXPOSURES[Math.min(...levels)] ?? 'none';
  const greatest = EXPOSURES[Math.max(...levels)] ?? 'very_high';
  return {
    least,
    greatest,
    unknown: least === greatest ? [] : gaps(threat, measure, faultMatters),
    reasons: [...starts, ...effects.values()].map(({ id, says, confidence }) => ({ rule: id, says, confidence })),
  };
}

function effectsOf(measure: MeasureId, vector: Vector, fault: FaultPlace | null): EffectRule[] {
  return EFFECT_RULES.filter(
    (rule) =>
      rule.measure === measure &&
      (rule.vectors === undefined || rule.vectors.includes(vector)) &&
      (rule.fault === undefined || fault === null || rule.fault === fault),
  );
}

function gaps(threat: Threat, measure: MeasureId | null, faultMatters: boolean): string[] {
  return [
    ...(threat.vector === null ? ['from where the vulnerability can be attacked'] : []),
    ...(threat.exploited === null && threat.vector !== 'physical' ? ['whether attacks are known'] : []),
    ...(faultMatters ? ['in which part of the device the fault lies'] : []),
    ...(measure === null ? ['what this change does to the vulnerability'] : []),
  ];
}
