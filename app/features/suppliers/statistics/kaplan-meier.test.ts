import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ended, medianInWords, medianOf, survivalOf, tooFewToSay } from './kaplan-meier';

const answered = (...days: number[]): Ended[] => days.map((day) => ({ day, answered: 1, censored: 0 }));
const open = (...days: number[]): Ended[] => days.map((day) => ({ day, answered: 0, censored: 1 }));
const rounded = (n: number, digits = 3) => Math.round(n * 10 ** digits) / 10 ** digits;

/**
 * Weeks in remission under 6-mercaptopurine: Freireich et al., Blood 21 (1963) 699; shares and standard errors as in
 * Klein and Moeschberger, Survival Analysis (2nd ed. 2003), table 4.1B.
 */
const REMISSION = [...answered(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];

describe('the published example', () => {
  const survival = survivalOf(REMISSION);

  it('gives the published shares, errors and numbers at risk', () => {
    expect(
      survival.points.map(({ day, atRisk, answered, share, error }) => [
        day,
        atRisk,
        answered,
        rounded(share),
        rounded(error),
      ]),
    ).toEqual([
      [6, 21, 3, 0.857, 0.076],
      [7, 17, 1, 0.807, 0.087],
      [10, 15, 1, 0.753, 0.096],
      [13, 12, 1, 0.69, 0.107],
      [16, 11, 1, 0.627, 0.114],
      [22, 7, 1, 0.538, 0.128],
      [23, 6, 1, 0.448, 0.135],
    ]);
    expect(survival).toMatchObject({ asked: 21, answered: 9, open: 12, longest: 35, watchedLongest: 1 });
  });

  it('gives the median, with an interval whose upper end is not reached', () => {
    expect(medianOf(survival)).toEqual({ day: 23, low: 13, high: null });
    expect(medianInWords(survival)).toEqual({ median: '23 days', interval: '13 to – (no upper end yet)' });
  });
});

/** The definition, word for word: case by case, no grouping. */
function naive(cases: { day: number; answered: boolean }[]) {
  const times = [...new Set(cases.filter((one) => one.answered).map((one) => one.day))].sort((a, b) => a - b);
  return times.map((time) => {
    let share = 1;
    let greenwood = 0;
    for (const past of times.filter((one) => one <= time)) {
      const n = cases.filter((one) => one.day >= past).length;
      const d = cases.filter((one) => one.day === past && one.answered).length;
      share *= (n - d) / n;
      greenwood += d / (n * (n - d));
    }
    return {
      day: time,
      atRisk: cases.filter((one) => one.day >= time).length,
      share,
      error: share * Math.sqrt(greenwood),
    };
  });
}

const someCases = fc.array(fc.record({ day: fc.integer({ min: 0, max: 40 }), answered: fc.boolean() }), {
  maxLength: 60,
});
const grouped = (cases: { day: number; answered: boolean }[]): Ended[] =>
  cases.flatMap(({ day, answered: yes }) => (yes ? answered(day) : open(day)));

describe('whatever the cases', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { points } = survivalOf(grouped(cases));
        const expected = naive(cases);
        expect(points.map(({ day, atRisk }) => [day, atRisk])).toEqual(
          expected.map(({ day, atRisk }) => [day, atRisk]),
        );
        points.forEach((point, at) => {
          expect(point.share).toBeCloseTo(expected[at]?.share ?? -1, 10);
          if (point.share > 0) expect(point.error).toBeCloseTo(expected[at]?.error ?? -1, 10);
        });
      }),
    );
  });

  it('falls from 1, inside its interval, and counts every case once', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const survival = survivalOf(grouped(cases));
        expect(survival.answered + survival.open).toBe(cases.length);
        let before = 1;
        for (const { share, low, high } of survival.points) {
          expect(share).toBeLessThan(before);
          expect(low).toBeLessThanOrEqual(share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share - 1e-12);
          expect(low >= 0 && high <= 1).toBe(true);
          before = share;
        }
      }),
    );
  });

  it('does not care in which order or groups the cases come', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const counts = new Map<string, Ended>();
        for (const one of grouped([...cases].reverse())) {
          const key = `${one.day}`;
          const known = counts.get(key) ?? { day: one.day, answered: 0, censored: 0 };
          counts.set(key, {
            day: one.day,
            answered: known.answered + one.answered,
            censored: known.censored + one.censored,
          });
        }
        expect(survivalOf([...counts.values()])).toEqual(survivalOf(grouped(cases)));
      }),
    );
  });

  it('without open cases is the plain share, and its median the plain median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), (times) => {
        const survival = survivalOf(answered(...times));
        for (const { day, share } of survival.points)
          expect(share).toBeCloseTo(times.filter((one) => one > day).length / times.length, 10);
        const sorted = [...times].sort((a, b) => a - b);
        expect(medianOf(survival).day).toBe(sorted[Math.ceil(times.length / 2) - 1]);
      }),
    );
  });

  it('an open case never makes a supplier look faster', () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 0, max: 40 }), (cases, day) => {
        const without = medianOf(survivalOf(grouped(cases))).day ?? Number.POSITIVE_INFINITY;
        const longer = medianOf(survivalOf([...grouped(cases), ...open(41 + day)])).day ?? Number.POSITIVE_INFINITY;
        expect(longer).toBeGreaterThanOrEqual(without);
      }),
    );
  });

  it('the interval of the median holds the median', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { day, low, high } = medianOf(survivalOf(grouped(cases)));
        const end = (n: number | null) => n ?? Number.POSITIVE_INFINITY;
        expect(end(low) <= end(day) && end(day) <= end(high)).toBe(true);
      }),
    );
  });
});

describe('the edges', () => {
  it('nothing asked is no curve', () => {
    expect(survivalOf([])).toEqual({ asked: 0, answered: 0, open: 0, points: [], longest: 0, watchedLongest: 0 });
    expect(medianOf(survivalOf([]))).toEqual({ day: null, low: null, high: null });
  });

  it('nothing answered has no point, however long it was waited', () => {
    expect(survivalOf(open(3, 90))).toMatchObject({ asked: 2, answered: 0, open: 2, points: [], longest: 90 });
  });

  it('an answer and an open case of one day count in this order', () => {
    expect(survivalOf([...answered(5), ...open(5)]).points).toMatchObject([{ atRisk: 2, share: 0.5 }]);
  });

  it('one half counts as one half, however it was multiplied', () => {
    expect(medianOf(survivalOf([...answered(1, 2), ...open(3, 3)])).day).toBe(2);
  });

  it('answers on the day of asking are day 0', () => {
    expect(survivalOf(answered(0, 0)).points).toMatchObject([{ day: 0, share: 0, low: 0, high: 1, error: 0 }]);
  });

  it.each([[-1], [1.5], [Number.NaN]])('refuses %s days', (day) => {
    expect(() => survivalOf([{ day, answered: 1, censored: 0 }])).toThrow(RangeError);
  });
});

describe('in words', () => {
  it('says when there are too few, and which', () => {
    expect(tooFewToSay(survivalOf([...answered(1, 2, 3, 4, 5), ...open(1, 1, 1, 1)]))).toContain(
      '9 asked, 5 of them answered',
    );
    expect(tooFewToSay(survivalOf([...answered(1, 2, 3, 4), ...open(...Array(30).fill(9))]))).toContain(
      '34 asked, 4 of them',
    );
    expect(tooFewToSay(survivalOf([...answered(1, 2, 3, 4, 5), ...open(1, 1, 1, 1, 1)]))).toBeNull();
    expect(medianInWords(survivalOf(answered(1)))).toEqual({ median: 'too few to say', interval: '–' });
  });

  it('says that a median is not reached', () => {
    const slow = survivalOf([...answered(1, 2, 3, 4, 5), ...open(...Array(30).fill(90))]);
    expect(medianInWords(slow).median).toBe('not reached: more than half are unanswered after 90 days');
    expect(medianInWords(slow).interval).toBe('not reached');
    expect(medianInWords(survivalOf(answered(...Array(12).fill(1))))).toMatchObject({ median: '1 day' });
  });
});
