import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptsAnswers,
  CHANGE_STATUSES,
  type ChangeStatus,
  isEditable,
  isFinal,
  MOVES,
  type Move,
  STATIONS,
  stationOf,
  transition,
} from './change-status';

const moves = Object.keys(MOVES) as Move[];
const anyMoves = fc.array(fc.constantFrom(...moves), { maxLength: 40 });

/** Follows moves from a draft, ignoring those that are refused. */
const life = (wanted: readonly Move[]): ChangeStatus[] => {
  let at = 'draft' as ChangeStatus;
  const states: ChangeStatus[] = [at];
  for (const move of wanted) {
    const next = transition(at, move);
    if (!next.ok) continue;
    at = next.to;
    states.push(at);
  }
  return states;
};

describe('the life of a change', () => {
  it('leads nowhere but to its own states, whatever is asked of it [11.10(f)] [Annex 11 §10] [ASVS 2.3.1]', () => {
    fc.assert(fc.property(anyMoves, (wanted) => life(wanted).every((state) => CHANGE_STATUSES.includes(state))));
  });

  it('is never assessed, decided or made without having been submitted', () => {
    fc.assert(
      fc.property(anyMoves, (wanted) => {
        const states = life(wanted);
        const first = states.findIndex((state) => state !== 'draft' && state !== 'withdrawn');
        return first < 0 || states[first] === 'submitted';
      }),
    );
  });

  const withoutShortcuts = fc.array(
    fc.constantFrom(...moves.filter((move) => move !== 'act_now' && move !== 'approve_as_standard')),
    { maxLength: 40 },
  );

  it('comes into force only through sign-off and approval, where it is neither an emergency nor standard', () => {
    fc.assert(
      fc.property(withoutShortcuts, (wanted) => {
        const states = life(wanted);
        const made = states.indexOf('in_implementation');
        return made < 0 || (states[made - 1] === 'approved' && states[made - 2] === 'in_sign_off');
      }),
    );
  });

  it('comes back to approved only through sign-off, once an approval has lapsed, expired or was revoked', () => {
    fc.assert(
      fc.property(withoutShortcuts, (wanted) => {
        const states = life(wanted);
        return states.every((state, at) => state !== 'approved' || states[at - 1] === 'in_sign_off');
      }),
    );
  });

  it('never leaves a final state', () => {
    fc.assert(
      fc.property(anyMoves, (wanted) => {
        const states = life(wanted);
        return states.slice(0, -1).every((state) => !isFinal(state));
      }),
    );
    expect(CHANGE_STATUSES.filter(isFinal)).toEqual(['rejected', 'withdrawn']);
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<ChangeStatus>(['draft']);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const state of [...reached]) {
        for (const move of moves) {
          const next = transition(state, move);
          if (next.ok) reached.add(next.to);
        }
      }
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...CHANGE_STATUSES].sort());
  });

  it('refuses in words that name the state', () => {
    expect(transition('withdrawn', 'submit')).toEqual({
      ok: false,
      message: 'This change is withdrawn; it cannot be submitted now.',
    });
  });

  it('is edited only before a decision, and answered while it is not over', () => {
    for (const state of CHANGE_STATUSES) {
      if (isFinal(state)) expect([isEditable(state), acceptsAnswers(state)]).toEqual([false, false]);
      if (isEditable(state)) expect(acceptsAnswers(state)).toBe(true);
    }
    expect(isEditable('in_sign_off')).toBe(false);
  });

  it('has one station for every state but withdrawn', () => {
    expect(CHANGE_STATUSES.filter((state) => stationOf(state) < 0)).toEqual(['withdrawn']);
    expect(STATIONS).toHaveLength(7);
  });
});
