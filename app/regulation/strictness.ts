/** Of several walks through one chart, the one that counts: the strictest. */
import type { Tier } from './chart';
import { type Instrument, outcomeOf } from './library';
import type { Finding } from './result';

/**
 * A hold comes before a new certificate here: where one part of a change is significant beyond doubt, asking about
 * another part cannot make it less (MDCG 2020-3 Rev.1 §4.3.2: one significant answer decides the whole change).
 */
const ORDER: readonly Tier[] = ['none', 'record', 'notify', 'approval', 'hold', 'recertify'];

/** The walk with the strictest least outcome, then the strictest greatest; of equals the first. Null of none. */
export function byStrictness<Walked extends { finding: Finding }>(
  instrument: Instrument,
  walked: readonly Walked[],
): Walked | null {
  if (walked.length === 1) return walked[0] ?? null;
  let best: { walked: Walked; least: number; greatest: number } | null = null;
  for (const one of walked) {
    const ranks = one.finding.outcomes.map((code) => ORDER.indexOf(outcomeOf(instrument, code).tier));
    const [least, greatest] = [Math.min(...ranks), Math.max(...ranks)];
    if (!best || least > best.least || (least === best.least && greatest > best.greatest)) {
      best = { walked: one, least, greatest };
    }
  }
  return best?.walked ?? null;
}
