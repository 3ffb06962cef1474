/**
 * Weights of outcomes. On the scale none < record < notify < approval < recertify outcomes of different instruments
 * compare. `hold` stands beside the scale: nobody may act until a person has settled it. Where a least and a greatest
 * are named all the same, hold is the greatest, because nothing may be done meanwhile.
 */
import type { Tier } from './chart';

export const TIERS: readonly Tier[] = ['none', 'record', 'notify', 'approval', 'recertify', 'hold'];

const rank: ReadonlyMap<Tier, number> = new Map(TIERS.map((tier, at) => [tier, at]));

/** Place of a tier on the scale; hold comes last. */
export function rankOf(tier: Tier): number {
  return rank.get(tier) ?? 0;
}

/** The least of some tiers; `none` of no tiers. */
export function leastTier(tiers: readonly Tier[]): Tier {
  return TIERS.find((tier) => tiers.includes(tier)) ?? 'none';
}

/** The greatest of some tiers; `none` of no tiers. */
export function greatestTier(tiers: readonly Tier[]): Tier {
  return TIERS.findLast((tier) => tiers.includes(tier)) ?? 'none';
}

/** A tier, or a range of them, in words: "record", "record … recertify". */
export function tierRange(least: Tier, greatest: Tier): string {
  return least === greatest ? least : `${least} … ${greatest}`;
}
