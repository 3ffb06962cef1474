import { describe, expect, it } from 'vitest';
import { judgeFleet, judgeUnit } from './fleet';
import { MEASURE_IDS } from './options/measures';
import { device, england, read } from './testing';
import { randomFleet } from './testing-fleet';

const DAY = '2026-11-23';

describe('a fleet', () => {
  it('gives every unit what judging it by itself gives', () => {
    const units = [...randomFleet(400, 7)];
    const fleet = judgeFleet(units, MEASURE_IDS, DAY);
    expect(fleet.units).toBe(400);
    for (const [at, unit] of units.entries()) {
      if (at % 4 > 0) continue;
      for (const [index, option] of MEASURE_IDS.entries()) {
        expect(fleet.rangeOf(at, index), `unit ${at}, ${option}`).toEqual(judgeUnit(unit, option, DAY));
      }
    }
  });

  it('judges alike units once, whatever they are called', () => {
    const named = (name: string, facts: object = {}) => read({ device: { ...device, name }, site: england, facts });
    const alike = judgeFleet([named('A'), named('B'), named('C', { change_types: ['patch'] })], ['os_patch'], DAY);
    expect(alike).toMatchObject({ units: 3, judged: 1, asked: 3 });
    expect(alike.saved).toBeCloseTo(2 / 3);
    const apart = judgeFleet(
      [named('A'), named('B', { serious_harm_likely_before_answer: 'unknown' })],
      ['os_patch'],
      DAY,
    );
    expect(apart.judged).toBe(2);
  });

  it('has no tier for what changes nothing, and asks nothing of an empty fleet', () => {
    const fleet = judgeFleet([read({ device })], ['accept', 'replacement'], DAY);
    expect(fleet.rangeOf(0, 0)).toEqual({ tiers: null, certificate: null, mayAct: null });
    expect(fleet).toMatchObject({ judged: 0, asked: 0, saved: 0 });
    expect(() => fleet.rangeOf(1, 0)).toThrow(RangeError);
    expect(judgeFleet([], MEASURE_IDS, DAY).units).toBe(0);
  });
});
