/** Whether a measure may be counted as in place, by what was shown of it. A stale proof never counts. Pure. */
import type { MeasureId } from '../../regulation/options/measures';
import { neededProofs } from './needed-proofs';

export type ProofResult = 'holds' | 'fails' | 'partly';

/** The newest proof of one kind that was taken of a model. */
export interface GivenProof {
  measure: string;
  proof: string;
  result: ProofResult;
  takenOn: string;
  staleOn: string;
}

/** fresh: it holds, today. partly: it holds only in part, or only some of what is needed was shown. */
export const PROOF_STATES = ['fresh', 'partly', 'stale', 'failed', 'none'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

export interface ProofStanding {
  text: string;
  state: ProofState;
  takenOn: string | null;
  staleOn: string | null;
}

export interface ControlState {
  measure: MeasureId;
  state: ProofState;
  /** Whether it may be counted: every proof the library asks for is there, holds, and is fresh. */
  inPlace: boolean;
  proofs: ProofStanding[];
}

/** How one proof stands on a day; on the day it goes stale it is stale. */
export function standingOf(text: string, given: GivenProof | undefined, day: string): ProofStanding {
  if (!given || given.takenOn > day) return { text, state: 'none', takenOn: null, staleOn: null };
  const { takenOn, staleOn, result } = given;
  const state = result === 'fails' ? 'failed' : staleOn <= day ? 'stale' : result === 'partly' ? 'partly' : 'fresh';
  return { text, state, takenOn, staleOn };
}

/** The state of a measure: the worst that was shown of it; with nothing shown, none. */
export function controlStateOf(measure: MeasureId, given: readonly GivenProof[], day: string): ControlState {
  const proofs = neededProofs(measure).map(({ text }) =>
    standingOf(
      text,
      given.find((one) => one.measure === measure && one.proof === text),
      day,
    ),
  );
  const states = proofs.map(({ state }) => state);
  const state = states.includes('failed')
    ? 'failed'
    : states.includes('stale')
      ? 'stale'
      : states.every((one) => one === 'none')
        ? 'none'
        : states.every((one) => one === 'fresh')
          ? 'fresh'
          : 'partly';
  return { measure, state, inPlace: state === 'fresh', proofs };
}
