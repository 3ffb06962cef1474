import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureRank } from '../../regulation/options/exposure';
import { EXPOSURES } from '../../regulation/options/exposure-rules';
import { type DaySpan, daysFrom, daysLater, readSpan, spanInWords, writtenInWords } from './day-span';
import { exposedDays, type Left, layOutPlan, type PlannedOption, type PlanToLayOut } from './lay-out-plan';

const TODAY = '2026-11-29';
const option = (key: string, begins: DaySpan, leaves: Left, ends: DaySpan | null = null): PlannedOption => ({
  ...{ key, begins, ends, leaves },
});
const day = (on: string): DaySpan => ({ earliest: on, latest: on });
const surely = (level: Left['least']): Left => ({ least: level, greatest: level });
const UNTOUCHED: Left = { least: 'high', greatest: 'very_high' };

/** A day within some years of today, before or after. */
const aDay = fc.integer({ min: -400, max: 1500 }).map((days) => daysLater(TODAY, days));
const aSpan: fc.Arbitrary<DaySpan> = fc
  .tuple(aDay, fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }))
  .map(([earliest, more]) => ({ earliest, latest: more === null ? null : daysLater(earliest, more) }));
const aRange: fc.Arbitrary<Left> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .map(([a, b]) => ({
    least: EXPOSURES[Math.min(a, b)] ?? 'none',
    greatest: EXPOSURES[Math.max(a, b)] ?? 'none',
  }));
const aPlan: fc.Arbitrary<PlanToLayOut> = fc.record({
  today: fc.constant(TODAY),
  untouched: aRange,
  options: fc
    .array(fc.record({ begins: aSpan, ends: fc.option(aSpan, { nil: null }), leaves: aRange }), { maxLength: 6 })
    .map((all) => all.map((one, at) => ({ key: `${at}`, ...one }))),
  cuts: fc.array(aDay, { maxLength: 4 }),
});

/** Whether an option with settled days is in force on a day. */
const inForce = (begins: string, ends: string | null, on: string) => begins <= on && (ends === null || on < ends);

describe('the periods of a plan', () => {
  it('cover the days from today on without gap or overlap, and the last has no end', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const periods = layOutPlan(plan);
        expect(periods[0]?.from).toBe(TODAY);
        expect(periods.at(-1)?.to).toBeNull();
        periods.forEach((period, at) => {
          if (at > 0) expect(period.from).toBe(periods[at - 1]?.to);
          if (period.to !== null) expect(period.to > period.from).toBe(true);
        });
      }),
    );
  });

  it('leave exactly what the options in force leave, whenever their open days turn out to be', () => {
    const world = fc.tuple(
      aPlan,
      fc.integer({ min: 0, max: 1400 }),
      fc.array(fc.nat(600), { minLength: 12, maxLength: 12 }),
    );
    fc.assert(
      fc.property(world, ([plan, ahead, draws]) => {
        const on = daysLater(TODAY, ahead);
        const pick = ({ earliest, latest }: DaySpan, draw: number) => {
          const room = latest === null ? 2000 : daysFrom(earliest, latest);
          return daysLater(earliest, room === 0 ? 0 : draw % (room + 1));
        };
        const active = plan.options.filter(({ begins, ends }, at) =>
          inForce(pick(begins, draws[at] ?? 0), ends && pick(ends, draws[at + 6] ?? 0), on),
        );
        const period = layOutPlan(plan).find(({ from, to }) => from <= on && (to === null || on < to));
        if (!period) throw new Error('no period');
        const ranks = (of: 'least' | 'greatest') =>
          Math.min(...[plan.untouched, ...active.map(({ leaves }) => leaves)].map((one) => exposureRank(one[of])));
        // Whatever came true lies within the range …
        expect(exposureRank(period.least)).toBeLessThanOrEqual(ranks('least'));
        expect(exposureRank(period.greatest)).toBeGreaterThanOrEqual(ranks('greatest'));
        // … and where nothing is open, it is the range.
        if (period.maybe.length === 0) {
          expect(period.sure).toEqual(active.map(({ key }) => key));
          expect(exposureRank(period.least)).toBe(ranks('least'));
          expect(exposureRank(period.greatest)).toBe(ranks('greatest'));
        }
      }),
    );
  });

  it('never say that something without a day is in force, nor that it is not', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const endless = plan.options.filter(({ begins }) => begins.latest === null).map(({ key }) => key);
        for (const period of layOutPlan(plan)) expect(period.sure.filter((key) => endless.includes(key))).toEqual([]);
      }),
    );
  });

  it('isolate now, patch in March, replace in 2028', () => {
    const periods = layOutPlan({
      today: TODAY,
      untouched: UNTOUCHED,
      options: [
        option('isolate', day(TODAY), surely('low'), { earliest: '2027-03-01', latest: '2027-03-31' }),
        option('patch', { earliest: '2027-03-01', latest: '2027-03-31' }, surely('moderate')),
        option('replace', { earliest: '2028-01-01', latest: '2028-12-31' }, surely('none')),
      ],
      cuts: [],
    });
    expect(periods.map(({ from, least, greatest }) => [from, least, greatest])).toEqual([
      [TODAY, 'low', 'low'],
      ['2027-03-01', 'low', 'very_high'],
      ['2027-03-31', 'moderate', 'moderate'],
      ['2028-01-01', 'none', 'moderate'],
      ['2028-12-31', 'none', 'none'],
    ]);
    expect(exposedDays(periods)).toEqual({ least: 398, most: 763 });
  });

  it('nothing planned is one period that stays as it is', () => {
    expect(layOutPlan({ today: TODAY, untouched: UNTOUCHED, options: [], cuts: [] })).toEqual([
      { from: TODAY, to: null, sure: [], maybe: [], ...UNTOUCHED },
    ]);
  });
});

describe('days exposed', () => {
  it('are a range, and only where the fault is surely gone in the end', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const periods = layOutPlan(plan);
        const days = exposedDays(periods);
        expect(days !== null).toBe(periods.at(-1)?.greatest === 'none');
        if (days) expect(days.least).toBeLessThanOrEqual(days.most);
      }),
    );
  });

  it('are none for a fault that is not there', () => {
    const periods = layOutPlan({ today: TODAY, untouched: surely('none'), options: [], cuts: ['2027-01-01'] });
    expect(exposedDays(periods)).toEqual({ least: 0, most: 0 });
  });
});

describe('days as people write them', () => {
  it.each([
    ['2027-03-15', '2027-03-15', '2027-03-15', '15 Mar 2027'],
    ['2027-03', '2027-03-01', '2027-03-31', 'Mar 2027'],
    ['2028-02', '2028-02-01', '2028-02-29', 'Feb 2028'],
    ['2028', '2028-01-01', '2028-12-31', '2028'],
  ])('%s', (text, earliest, latest, words) => {
    expect(readSpan(text)).toEqual({ earliest, latest });
    expect(writtenInWords(text)).toBe(words);
  });

  it.each(['', '28', 'March', '2027-13', '2027-00', '2027-02-30', '2027-04-31', '2027-3-1', '1066', '2027-03-15T00'])(
    'not: %s',
    (text) => expect(readSpan(text)).toBeNull(),
  );

  it('says when a day is not known', () => {
    expect(spanInWords({ earliest: '2027-03-01', latest: null })).toContain('nobody knows');
    expect(spanInWords({ earliest: '2027-03-01', latest: '2027-03-31' })).toBe(
      'some day from 1 Mar 2027 to 31 Mar 2027',
    );
  });
});
