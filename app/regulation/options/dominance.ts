/**
 * Which options another one makes pointless: at least as bad on every axis and worse on one than an option of which
 * everything is known. What is not known neither dominates nor is dominated; that it would be, but for what is not
 * known, is said apart.
 */
import { rankOf } from '../tiers';
import { exposureRank } from './exposure';
import type { Axis, Domination, Estimate, FindingBrief, OptionResult, TierSpan } from './option-result';

/** What an option may still come to on one axis: from best to worst, smaller is better. */
export interface Span {
  best: number;
  worst: number;
  /** Whether it is settled: one value, or a range that somebody gave. */
  settled: boolean;
}

/** Null: not known. */
export type Spans = Readonly<Record<Axis, Span | null>>;

const exact = (value: number): Span => ({ best: value, worst: value, settled: true });

const ofTiers = (tiers: TierSpan | null, settled: boolean): Span | null =>
  tiers && { best: rankOf(tiers.least), worst: rankOf(tiers.worst), settled: settled && tiers.least === tiers.worst };

const ofEstimate = (given: Estimate | null): Span | null =>
  given && { best: given.least, worst: given.most, settled: true };

/** Findings taken together: each has to be met; none of them, none to meet. Forecasts do not count. */
function ofFindings(findings: readonly FindingBrief[]): Span {
  const counted = findings.filter((one) => one.state !== 'hint');
  const best = Math.max(0, ...counted.map((one) => (one.state === 'unknown' ? 0 : rankOf(one.tier))));
  const worst = Math.max(0, ...counted.map((one) => rankOf(one.worstTier)));
  return { best, worst, settled: best === worst };
}

/** An option on all axes. Where nothing changes there is no burden and nobody to ask. */
export function spansOf(option: OptionResult): Spans {
  const { certificate, law, mayAct, safe, residual } = option;
  const idle = option.noChange !== null;
  // Doing nothing raises no question of a change; what another device would raise, nobody has judged.
  const judged = !idle || option.option === 'accept';
  const duties = law.filter((one) => !certificate.instruments.includes(one.instrument));
  return {
    certificate: idle
      ? exact(0)
      : ofTiers(certificate.tiers, certificate.state === 'judged' || certificate.state === 'untouched'),
    who: idle ? exact(0) : ofTiers(mayAct.tiers, mayAct.state === 'settled' || mayAct.state === 'makers_act'),
    duties: judged ? ofFindings(duties) : null,
    safe: judged ? ofFindings(safe) : null,
    exposure: {
      best: exposureRank(residual.least),
      worst: exposureRank(residual.greatest),
      settled: residual.least === residual.greatest,
    },
    noticed: exact(option.notices ? 0 : 1),
    downtime: ofEstimate(option.downtimeHours),
    staff: ofEstimate(option.staffHours),
    lead_time: ofEstimate(option.leadTimeDays),
  };
}

export const AXES = [
  'certificate',
  'duties',
  'who',
  'safe',
  'exposure',
  'noticed',
  'downtime',
  'staff',
  'lead_time',
] as const satisfies readonly Axis[];

/** How `one` is made pointless by `other`; null where it is not, even as far as is known. */
export function domination(one: Spans, other: Spans): Omit<Domination, 'by'> | null {
  const worseOn: Axis[] = [];
  const unknownOn: Axis[] = [];
  for (const axis of AXES) {
    const [mine, theirs] = [one[axis], other[axis]];
    if (!theirs?.settled) return null;
    if (!mine) unknownOn.push(axis);
    else if (mine.best < theirs.worst) return null;
    else if (mine.best > theirs.worst) worseOn.push(axis);
  }
  return worseOn.length > 0 ? { worseOn, unknownOn } : null;
}

/** Marks dominated options; each names every option that dominates it. */
export function markDominated(options: readonly OptionResult[]): void {
  const spans = options.map(spansOf);
  for (const [at, option] of options.entries()) {
    for (const [index, other] of options.entries()) {
      if (index === at) continue;
      const found = domination(spans[at] as Spans, spans[index] as Spans);
      if (!found) continue;
      const marked = found.unknownOn.length > 0 ? option.nearlyDominatedBy : option.dominatedBy;
      marked.push({ by: other.option, ...found });
    }
  }
}
