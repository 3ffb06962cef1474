import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClosingGate, closingRefusals } from './closing-gate';
import { type DoneOnUnit, differencesFromPlan, planDifferenceInWords } from './compare';
import { OUTCOMES, progressInWords, TESTS } from './outcomes';
import { VERIFICATION_OUTCOMES } from './verification-outcomes';

const unit = (serial: string, over: Partial<DoneOnUnit> = {}): DoneOnUnit => ({
  ...{ serial, outcome: 'done', versionBefore: '4.2.0', versionAfter: '4.2.1', doneAt: new Date('2026-03-01T02:30Z') },
  ...{ test: 'passed', testNote: '', rollBack: '', deviation: '', ...over },
});
const decidedAt = new Date('2026-02-20T10:00Z');
const compare = (units: DoneOnUnit[], over: Partial<Parameters<typeof differencesFromPlan>[0]> = {}) =>
  differencesFromPlan({ versionAfter: '4.2.1', checks: [], units, decidedAt, ...over }).map(planDifferenceInWords);

describe('what was done, held against the plan', () => {
  it('finds nothing where everything went as planned', () => {
    expect(compare([unit('A'), unit('B')])).toEqual([]);
  });

  it('names each way in which units went otherwise, once for all units alike', () => {
    const units = [
      unit('A'),
      unit('B', { versionAfter: '4.2.2' }),
      unit('C', { versionAfter: '4.2.2' }),
      unit('D', { outcome: 'rolled_back', versionAfter: '4.2.0', rollBack: 'image put back', deviation: 'no alarms' }),
      unit('E', { outcome: 'not_done', deviation: 'in theatre', test: 'not_tested', doneAt: null }),
      unit('F', { outcome: null, test: null, doneAt: null }),
      unit('G', { test: 'not_tested', testNote: 'no simulator' }),
      unit('H', { deviation: 'restarted twice' }),
      unit('I', { doneAt: new Date('2026-02-19T23:00Z') }),
    ];
    expect(compare(units)).toEqual([
      'Outcome: planned done on every unit; rolled back: no alarms: image put back, 1 unit (D).',
      'Outcome: planned done on every unit; not done: in theatre, 1 unit (E).',
      'Outcome: planned done on every unit; nothing recorded, 1 unit (F).',
      'Version after: planned 4.2.1; 4.2.2, 2 units (B, C).',
      'Test: planned passed on every unit; not tested: no simulator, 1 unit (G).',
      'Deviation: planned none; restarted twice, 1 unit (H).',
      'Time: planned after it was decided; before there was a decision, 1 unit (I).',
    ]);
  });

  it('holds the checklist against what was recorded of it; what does not apply is no difference', () => {
    const checks = [
      { text: 'Saved before.', state: 'passed' as const, because: '' },
      { text: 'Alarms sound.', state: 'failed' as const, because: 'one was late' },
      { text: 'Watched.', state: 'not_tested' as const, because: 'no time' },
      { text: 'Calibrated.', state: 'not_applicable' as const, because: 'nothing to calibrate' },
      { text: 'Register.', state: null, because: '' },
    ];
    expect(compare([], { checks })).toEqual([
      'Checklist: planned Alarms sound.; it does not hold: one was late.',
      'Checklist: planned Watched.; not tested: no time.',
      'Checklist: planned Register.; nothing recorded on 1 line.',
    ]);
  });

  it('asks for no version that the plan does not name, and names at most five units of many', () => {
    const many = Array.from({ length: 2000 }, (_, n) => unit(`U${n}`, { versionAfter: '' }));
    expect(compare(many, { versionAfter: '' })).toEqual([]);
    expect(compare(many)).toEqual([
      'Version after: planned 4.2.1; not recorded, 2000 units (U0, U1, U2, U3, U4, and 1995 more).',
    ]);
  });

  it('finds a difference exactly when some unit was not done, tested and left as planned', () => {
    const any = fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      versionAfter: fc.constantFrom('4.2.1', '4.2.2', ''),
      test: fc.constantFrom(...TESTS),
      deviation: fc.constantFrom('', 'something'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const good = list.every(
          (one) =>
            one.outcome === 'done' && one.versionAfter === '4.2.1' && one.test === 'passed' && one.deviation === '',
        );
        expect(compare(list.map((one, n) => unit(`U${n}`, one))).length === 0).toBe(good);
      }),
    );
  });
});

describe('who may close', () => {
  const gate: ClosingGate = {
    ...{ outcome: 'as_planned', words: '', isProposer: false, isAuthor: false, implemented: false, excepted: false },
    ...{ differences: 0, unrecorded: 0, conditions: [], dissents: [], emergencyRunning: false },
  };

  it('nobody whose own work it is, whatever exception they have', () => {
    fc.assert(
      fc.property(
        fc.record({
          outcome: fc.constantFrom(...VERIFICATION_OUTCOMES),
          words: fc.constantFrom('', 'because'),
          isProposer: fc.boolean(),
          isAuthor: fc.boolean(),
          implemented: fc.boolean(),
          excepted: fc.boolean(),
          differences: fc.nat({ max: 2 }),
          unrecorded: fc.nat({ max: 1 }),
          conditions: fc.constantFrom([], [2]),
          dissents: fc.constantFrom([], [1]),
          emergencyRunning: fc.boolean(),
        }),
        (asked) => {
          const lets = closingRefusals(asked).length === 0;
          if (asked.implemented) expect(lets).toBe(false);
          if ((asked.isProposer || asked.isAuthor) && !asked.excepted) expect(lets).toBe(false);
          const waits =
            asked.conditions.length + asked.dissents.length + asked.unrecorded > 0 || asked.emergencyRunning;
          if (asked.outcome !== 'failed' && waits) expect(lets).toBe(false);
          if (asked.outcome === 'as_planned' && asked.differences > 0) expect(lets).toBe(false);
          if (asked.outcome !== 'as_planned' && asked.words === '') expect(lets).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('somebody else, where nothing waits', () => {
    expect(closingRefusals(gate)).toEqual([]);
    expect(
      closingRefusals({ ...gate, outcome: 'failed', words: 'again', conditions: [1], emergencyRunning: true }),
    ).toEqual([]);
    expect(closingRefusals({ ...gate, isProposer: true, excepted: true })).toEqual([]);
  });
});

describe('progress', () => {
  it('in words', () => {
    const byOutcome = { done: 12, failed: 0, rolled_back: 1, not_done: 0 };
    expect(progressInWords({ units: 40, byOutcome, unrecorded: 27 })).toBe(
      '12 of 40 done, 1 rolled back, 27 without a record',
    );
    expect(progressInWords({ units: 0, byOutcome: { ...byOutcome, done: 0, rolled_back: 0 }, unrecorded: 0 })).toMatch(
      /no single unit/,
    );
  });
});
