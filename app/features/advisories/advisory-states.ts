/** States of an advisory: which there are, in words, and what matching makes of one. Pure. */
import type { AdvisoryState, MatchConfidence, MatchState } from '../../../db/schema/index.server';

export const ADVISORY_STATES: Record<AdvisoryState, { label: string; look: 'plain' | 'open' | 'settled' | 'info' }> = {
  new: { label: 'new', look: 'info' },
  matched: { label: 'matched', look: 'info' },
  waiting: { label: 'waits for a person', look: 'open' },
  decided: { label: 'decided', look: 'settled' },
  set_aside: { label: 'set aside', look: 'plain' },
  no_match: { label: 'nothing of ours', look: 'plain' },
};

export const isAdvisoryState = (text: string): text is AdvisoryState => Object.hasOwn(ADVISORY_STATES, text);

export const CONFIDENCES: Record<MatchConfidence, { label: string; look: 'settled' | 'info' | 'open' }> = {
  certain: { label: 'certain', look: 'settled' },
  likely: { label: 'likely', look: 'info' },
  possible: { label: 'possible', look: 'open' },
};

export const MATCH_STATES: Record<MatchState, string> = {
  proposed: 'found by matching',
  confirmed: 'confirmed',
  rejected: 'not this device',
};

/** Whether a person still has to say something to a match: a certain one stands by itself. */
export const waits = (state: MatchState, confidence: MatchConfidence): boolean =>
  state === 'proposed' && confidence !== 'certain';

export interface MatchCounts {
  /** Matches that count: all but the rejected ones. */
  live: number;
  waiting: number;
  unitsUnclear: number;
}

/**
 * What an advisory becomes after its matches were counted. What people decided stays, until something of ours is found
 * that they had not seen.
 */
export function stateAfter(
  now: AdvisoryState,
  { live, waiting, unitsUnclear }: MatchCounts,
  foundMore = false,
): AdvisoryState {
  if (now === 'set_aside' || (now === 'decided' && !foundMore)) return now;
  if (live === 0) return 'no_match';
  return waiting > 0 || unitsUnclear > 0 ? 'waiting' : 'matched';
}
