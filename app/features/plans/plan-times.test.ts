import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../../db/schema/placement.server';
import { layOutStaircase, letterOf, NARROW, WIDE } from './lay-out-staircase';
import { PlanForm, planFieldsShown, planInput, stepInWords } from './plan-form';
import { type Landmark, timesOf } from './plan-times';

const TODAY = '2026-11-29';
const step = (over: Partial<PlanStep>): PlanStep => ({
  ...{ option: 'isolation', from: '', waitsFor: '', until: '', note: '' },
  ...over,
});
const answer = (on: string | null): Landmark => ({ what: 'supplier_answer', label: 'Answer due', on, because: '' });
const support = (on: string | null): Landmark => ({ what: 'support_end', label: 'Support', on, because: '' });
const days = (least: number, most: number) => ({ least, most, source: 'the maker' });

const times = (steps: PlanStep[], landmarks: Landmark[] = [], lead: Record<string, ReturnType<typeof days>> = {}) =>
  timesOf(steps, { today: TODAY, landmarks, leadOf: (option) => lead[option] ?? null });

describe('when a step is in force', () => {
  it('on the day it names, whatever the lead time', () => {
    const [one] = times([step({ from: '2027-03' })], [], { isolation: days(10, 20) });
    expect(one).toEqual({ begins: { earliest: '2027-03-01', latest: '2027-03-31' }, ends: null, open: [] });
  });

  it('its lead time after the answer is due', () => {
    const [one] = times([step({ option: 'vendor_patch', waitsFor: 'supplier_answer' })], [answer('2027-01-10')], {
      vendor_patch: days(30, 60),
    });
    expect(one?.begins).toEqual({ earliest: '2027-02-09', latest: '2027-03-11' });
  });

  it('on no known day when nobody gave a lead time', () => {
    const [one] = times([step({ option: 'vendor_patch', waitsFor: 'supplier_answer' })], [answer('2027-01-10')]);
    expect(one?.begins).toEqual({ earliest: '2027-01-10', latest: null });
    expect(one?.open.join()).toContain('no lead time was given');
  });

  it.each([
    ['nobody was asked', [answer(null)]],
    ['the answer is overdue', [answer('2026-11-01')]],
    ['no letter is out', []],
  ])('on no known day when %s', (_, landmarks) => {
    const [one] = times([step({ waitsFor: 'supplier_answer' })], landmarks, { isolation: days(0, 0) });
    expect(one?.begins).toEqual({ earliest: TODAY, latest: null });
    expect(one?.open).toEqual(['when the supplier answers is not known']);
  });

  it('with the support that runs out first, even where it has run out', () => {
    const landmarks = [support('2028-01-01'), support('2026-10-14'), support(null)];
    const [one] = times([step({ waitsFor: 'support_end' })], landmarks, { isolation: days(0, 0) });
    expect(one?.begins).toEqual({ earliest: '2026-10-14', latest: '2026-10-14' });
  });

  it('after the replacement that the plan itself holds, or on no known day', () => {
    const waits = step({ option: 'passive_monitoring', waitsFor: 'replacement' });
    const lead = { passive_monitoring: days(1, 1) };
    expect(times([waits, step({ option: 'replacement', from: '2028' })], [], lead)[0]?.begins).toEqual({
      earliest: '2028-01-02',
      latest: '2029-01-01',
    });
    expect(times([waits], [], lead)[0]?.begins.latest).toBeNull();
  });

  it('until the next step begins; the last has no next', () => {
    const [first, last] = times([
      step({ from: '2026', until: 'next_step' }),
      step({ option: 'os_patch', from: '2027-03-15', until: 'next_step' }),
    ]);
    expect(first?.ends).toEqual({ earliest: '2027-03-15', latest: '2027-03-15' });
    expect(last?.ends).toBeNull();
  });
});

describe('the form', () => {
  const posted = (over: Record<string, string>) => PlanForm.safeParse({ version: '0', title: 'Plan', ...over });
  const refusedAt = (over: Record<string, string>) =>
    posted(over).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('reads its rows in order and leaves empty ones out', () => {
    const read = posted({ option_1: 'isolation', from_1: '2026-12-01', option_3: 'replacement', from_3: '2028' });
    expect(read.data && planInput(read.data)).toMatchObject({
      version: 0,
      steps: [
        { option: 'isolation', from: '2026-12-01' },
        { option: 'replacement', from: '2028' },
      ],
    });
  });

  it.each([
    ['no step', {}, 'option_1'],
    ['no option', { from_1: '2027' }, 'option_1'],
    ['an option there is not', { option_1: 'prayer', from_1: '2027' }, 'option_1'],
    ['no time', { option_1: 'isolation' }, 'from_1'],
    ['two times', { option_1: 'isolation', from_1: '2027', waits_1: 'support_end' }, 'from_1'],
    ['no day', { option_1: 'isolation', from_1: 'soon' }, 'from_1'],
    ['nothing known to wait for', { option_1: 'isolation', waits_1: 'spring' }, 'waits_1'],
    ['waiting for itself', { option_1: 'replacement', waits_1: 'replacement' }, 'waits_1'],
    ['no title', { title: '', option_1: 'isolation', from_1: '2027' }, 'title'],
    ['too long a title', { title: 'x'.repeat(201), option_1: 'isolation', from_1: '2027' }, 'title'],
  ])('refuses %s', (_, over, field) => expect(refusedAt(over)).toContain(field));

  it('shows again what was saved', () => {
    const steps = [step({ from: '2027-03', until: 'next_step', note: 'at night' }), step({ waitsFor: 'support_end' })];
    const shown = planFieldsShown({ title: 'Plan', note: '', steps });
    const again = PlanForm.parse({ version: '1', ...shown });
    expect(planInput(again)).toEqual({ version: 1, title: 'Plan', note: '', steps });
  });

  it('says a step without the day on which it is read', () => {
    expect(stepInWords(step({ from: '2027-03', until: 'next_step' }))).toBe(
      'Isolation from Mar 2027, until the next step',
    );
    expect(stepInWords(step({ option: 'vendor_patch', waitsFor: 'supplier_answer' }))).toBe(
      'Patch from the maker after the supplier has answered',
    );
  });
});

describe('the staircase', () => {
  const period = (from: string, to: string | null, least: 'none' | 'low', greatest: 'low' | 'high') => ({
    ...{ from, to, least, greatest, steps: [1], maybeSteps: [] },
  });
  const periods = [
    period('2026-11-29', '2026-12-01', 'low', 'high'),
    period('2026-12-01', '2028-01-01', 'low', 'low'),
    period('2028-01-01', null, 'none', 'low'),
  ];

  it.each([WIDE, NARROW])('fills its width without gap, however short a period is (%#)', (size) => {
    const { columns, width, bars } = layOutStaircase(periods, 2, size);
    columns.forEach(({ x, width: wide }, at) => {
      expect(wide).toBeGreaterThanOrEqual(size.least);
      if (at > 0) expect(x).toBeCloseTo((columns[at - 1]?.x ?? 0) + (columns[at - 1]?.width ?? 0));
    });
    expect((columns.at(-1)?.x ?? 0) + (columns.at(-1)?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(bars.map(({ pieces }) => pieces.length)).toEqual([1, 0]);
  });

  it('names periods by letters', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  it('draws sixty periods and none alike', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      period(`20${10 + n}-01-01`, n === 59 ? null : `20${11 + n}-01-01`, 'low', 'high'),
    );
    expect(layOutStaircase(many, 1, NARROW).columns.every(({ width }) => width > 0)).toBe(true);
    expect(layOutStaircase([], 0, WIDE).columns).toEqual([]);
  });
});
