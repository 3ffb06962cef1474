/** What came out otherwise, as text for a terminal. */
import type { Flip, Said } from '../regulation/rerun';
import { tierRange } from '../regulation/tiers';
import { harmless } from './readable';

/** Nothing for an assessment that says the same. */
export function readableFlips({ id, as_of, flips }: { id: string | null; as_of: string; flips: Flip[] }): string {
  if (flips.length === 0) return '';
  const lines = flips.flatMap(({ instrument, before, after, why }) => [
    `  ${instrument}`,
    `    before: ${inWords(before)}`,
    `    now:    ${inWords(after)}`,
    ...why.map((reason) => `    why:    ${reason}`),
  ]);
  return harmless(`${[`${id ?? 'Dossier without an id'}   as of ${as_of}`, ...lines, ''].join('\n')}\n`);
}

function inWords({ edition, state, outcomes, tier, worst_tier: worst }: Said): string {
  if (state === 'none' || !tier || !worst) return 'does not apply';
  const sure = { applies: '', named: '', hint: ', forecast only', unknown: ', cannot be said yet' }[state];
  return `${outcomes.join(' or ')} (${tierRange(tier, worst)}${sure}); ${edition}`;
}
