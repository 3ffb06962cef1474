/**
 * How exposed a unit is to one vulnerability, as an ordered level by the declared rules of the rule library
 * (app/regulation/options/exposure-rules): derived, shown with each sentence. What is not known widens it. Pure.
 */

import type { VersionVerdict } from '../../../db/schema/intake.server';
import { exposureRank, residualExposure } from '../../regulation/options/exposure';
import { EXPOSURES, type Exposure } from '../../regulation/options/exposure-rules';
import type { MeasureId } from '../../regulation/options/measures';
import type { Place } from './place';
import type { Reason } from './reason';

export interface Level {
  least: Exposure;
  greatest: Exposure;
  unknown: string[];
  reasons: Reason[];
}

const SOURCE = 'rules of the rule library on what measures leave';
const lesser = (one: Exposure, other: Exposure): Exposure => (exposureRank(one) <= exposureRank(other) ? one : other);

export interface LevelFacts {
  verdict: VersionVerdict;
  vector: 'network' | 'adjacent' | 'local' | 'physical' | null;
  exploited: boolean | null;
  place: Place;
}

/** Which measures stand, and whether they are proved. */
function standing(place: Place): { measure: MeasureId; proved: boolean; says: string }[] {
  if (place.networkConnected === false) {
    return [{ measure: 'isolation', proved: true, says: 'The model is not connected to a network.' }];
  }
  if (place.internetReachable === true || place.behindControl === 'no') return [];
  return place.controls
    .filter((control) => control.standing !== 'failed')
    .map(({ measure, standing: how, says }) => ({ measure, proved: how === 'proved', says: `${says}.` }));
}

/** The level for one vulnerability. A unit that is not hit has none; one of which it is not known may have none. */
export function levelOf({ verdict, vector, exploited, place }: LevelFacts): Level {
  if (verdict === 'not_affected' || verdict === 'fixed') {
    const says = verdict === 'fixed' ? 'This version holds the fix.' : 'This version is not affected.';
    return {
      least: 'none',
      greatest: 'none',
      unknown: [],
      reasons: [{ rule: 'EX-V', says, source: SOURCE, mark: 'D' }],
    };
  }
  // What it is that faults lie in, nobody says: it matters only for patches.
  const threat = { vector, exploited, fault: null };
  const start = residualExposure('accept', threat);
  let { least, greatest } = start;
  const unknown = new Set(start.unknown);
  const reasons = start.reasons
    .filter(({ rule }) => rule.startsWith('EX-0'))
    .map(({ rule, says, confidence }): Reason => ({ rule, says, source: SOURCE, mark: confidence }));
  for (const control of standing(place)) {
    const left = residualExposure(control.measure, threat);
    least = lesser(least, left.least);
    if (control.proved) greatest = lesser(greatest, left.greatest);
    else if (exposureRank(left.least) < exposureRank(greatest))
      unknown.add(`whether ${control.measure.replaceAll('_', ' ')} works`);
    reasons.push({ rule: 'EX-C', says: control.says, source: 'network details and proofs of controls', mark: 'D' });
    for (const { rule, says, confidence } of left.reasons.filter((one) => !one.rule.startsWith('EX-0')))
      reasons.push({ rule, says, source: SOURCE, mark: confidence });
  }
  if (verdict !== 'affected') {
    least = 'none';
    unknown.add('whether the unit is affected at all');
  }
  return { least, greatest, unknown: least === greatest ? [] : [...unknown], reasons };
}

/** The level of several vulnerabilities together: the worst of each end. Null where there is none. */
export function worstLevel(
  levels: readonly Pick<Level, 'least' | 'greatest'>[],
): Pick<Level, 'least' | 'greatest'> | null {
  if (levels.length === 0) return null;
  const top = (of: (level: Pick<Level, 'least' | 'greatest'>) => Exposure): Exposure =>
    EXPOSURES[Math.max(...levels.map((level) => exposureRank(of(level))))] ?? 'very_high';
  return { least: top(({ least }) => least), greatest: top(({ greatest }) => greatest) };
}
