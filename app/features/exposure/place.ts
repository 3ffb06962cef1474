/** Where a unit stands: what is between it and an attacker, and whether anybody proved it. Pure. */
import { isMeasureId, type MeasureId, measureOf } from '../../regulation/options/measures';
import { dateInWords } from '../../ui/time';
import type { Tri } from './reason';

export interface Proof {
  measure: string;
  result: 'holds' | 'fails' | 'partly';
  takenOn: string;
  staleOn: string;
}

/**
 * proved: a proof that has not gone stale says it holds. stale, unproved: it is said to be there, and nobody shows it
 * now. failed: the newest proof says that it does not hold.
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

/** How the recorded controls of a unit stand on a day; of several proofs of a measure the newest counts. */
export function controlsOf(recorded: readonly string[], proofs: readonly Proof[], today: string): Control[] {
  return [...new Set(recorded)].filter(isMeasureId).map((measure) => {
    const { label } = measureOf(measure);
    const newest = proofs
      .filter((proof) => proof.measure === measure)
      .reduce<Proof | null>((one, other) => (one && one.takenOn >= other.takenOn ? one : other), null);
    const { standing, says } = standingOf(newest, today);
    return { measure, label, standing, says: `${label}: ${says}` };
  });
}

function standingOf(proof: Proof | null, today: string): { standing: ControlStanding; says: string } {
  if (!proof) return { standing: 'unproved', says: 'recorded, no proof that it works' };
  const taken = dateInWords(proof.takenOn);
  if (proof.result === 'fails') return { standing: 'failed', says: `its proof of ${taken} failed` };
  if (proof.result === 'partly') return { standing: 'unproved', says: `its proof of ${taken} held only in part` };
  const stale = dateInWords(proof.staleOn);
  if (proof.staleOn < today) return { standing: 'stale', says: `proved on ${taken}, stale since ${stale}` };
  return { standing: 'proved', says: `proved on ${taken}, good until ${stale}` };
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
