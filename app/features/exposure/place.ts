/** Where a unit stands: what is between it and an attacker, and whether anybody proved it. Pure. */
import { isMeasureId, type MeasureId, measureOf } from '../../regulation/options/measures';
import { dateInWords } from '../../ui/time';
import type { ControlState, ProofState } from '../proofs/control-state';
import type { Tri } from './reason';

/**
 * proved: everything that is asked for to show it holds, today. stale, unproved: it is said to be there, and nobody shows
 * all of it now. failed: a newest proof says that it does not hold.
 */
export type ControlStanding = 'proved' | 'stale' | 'unproved' | 'failed';

export interface Control {
  measure: MeasureId;
  label: string;
  standing: ControlStanding;
  /** In words, with the day. */
  says: string;
}

/** Null and empty: not recorded. */
export interface Place {
  /** The model's own fact: whether it is connected at all. */
  networkConnected: boolean | null;
  zone: string;
  internetReachable: boolean | null;
  behind: string;
  controls: readonly Control[];
  /** A person's answer whether a control stands before it. */
  behindControl: Tri | null;
}

/**
 * How the recorded controls of a unit stand.
 * @param shown what was shown of the measures of its model (app/features/proofs), which alone says what counts
 */
export function controlsOf(recorded: readonly string[], shown: ReadonlyMap<MeasureId, ControlState>): Control[] {
  return [...new Set(recorded)].filter(isMeasureId).map((measure) => {
    const { label } = measureOf(measure);
    const state = shown.get(measure);
    return { measure, label, standing: STANDING[state?.state ?? 'none'], says: `${label}: ${inWords(state)}` };
  });
}

const STANDING: Record<ProofState, ControlStanding> = {
  fresh: 'proved',
  stale: 'stale',
  failed: 'failed',
  partly: 'unproved',
  none: 'unproved',
};

function inWords(state: ControlState | undefined): string {
  const days = (of: 'takenOn' | 'staleOn', which: ProofState) =>
    state?.proofs.flatMap((one) => (one.state === which ? (one[of] ?? []) : [])).sort() ?? [];
  const [first = ''] = days(state?.state === 'failed' ? 'takenOn' : 'staleOn', state?.state ?? 'none');
  switch (state?.state) {
    case 'failed':
      return `its proof of ${dateInWords(first)} failed`;
    case 'stale':
      return `proved, stale since ${dateInWords(first)}`;
    case 'partly':
      return 'only a part of what would prove it was shown';
    case 'fresh':
      return `proved, good until ${dateInWords(first)}`;
    default:
      return 'recorded, no proof that it works';
  }
}

export type ReachState = 'not_connected' | 'internet' | 'proved' | 'stale' | 'unproved' | 'open' | 'unknown';

export interface Reach {
  state: ReachState;
  says: string;
}

/** Whether it can be reached, in one line. A name of a zone proves nothing and is only shown. */
export function reachOf(place: Place): Reach {
  const where = [place.zone && `in zone “${place.zone}”`, place.behind && `behind ${place.behind}`]
    .filter(Boolean)
    .join(', ');
  const with_ = (state: ReachState, says: string): Reach => ({ state, says: where ? `${says} (${where})` : says });
  if (place.networkConnected === false) return with_('not_connected', 'Not connected to a network, as its model says');
  if (place.internetReachable === true) return with_('internet', 'Reachable from the internet');
  if (place.behindControl === 'no') return with_('open', 'No control before it, as a person answered');
  const counting = place.controls.filter(({ standing }) => standing !== 'failed');
  for (const standing of ['proved', 'stale', 'unproved'] as const) {
    const best = counting.filter((control) => control.standing === standing);
    if (best.length > 0) return with_(standing, best.map(({ says }) => says).join('; '));
  }
  if (place.behindControl === 'yes') return with_('unproved', 'Behind a control, as a person answered; no proof');
  const failed = place.controls.map(({ says }) => says).join('; ');
  if (failed) return with_('open', failed);
  return with_('unknown', 'Nobody recorded what stands between it and the network');
}
