/**
 * How long suppliers take, when some have not answered yet: the product-limit estimate of Kaplan and Meier (J. Am. Stat.
 * Assoc. 53, 1958, 457). A case that is still open counts for the days it has waited, as censored: to leave it out, or to
 * count it as answered today, would make the slowest suppliers look fast.
 */

/** Cases that ended after so many days: with an answer, or (censored) without one so far. */
export interface Ended {
  day: number;
  answered: number;
  censored: number;
}

/** The estimate just after a day on which answers came. Shares are of what was asked, between 0 and 1. */
export interface CurvePoint {
  day: number;
  /** Cases that had waited that long and were open at the beginning of the day. */
  atRisk: number;
  answered: number;
  /** Share still unanswered, and its 95 % interval. */
  share: number;
  low: number;
  high: number;
  /** Greenwood's standard error of the share. */
  error: number;
}

export interface Survival {
  asked: number;
  answered: number;
  open: number;
  /** One point for each day on which answers came, in order. */
  points: CurvePoint[];
  /** The longest time that any case was watched, in days, and how many were watched for that long. */
  longest: number;
  watchedLongest: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;
/** Products of fractions are not exact: (3/4)(2/3) has to count as one half. */
const EXACT = 1e-9;

/**
 * Estimates the share still unanswered over time. Cases answered and censored on one day count as answered first, as is
 * the convention. The standard error is Greenwood's (Rep. Public Health Med. Subj. 33, 1926); the interval is made on the
 * log(−log) scale, so that it stays between 0 and 1 (Klein and Moeschberger, Survival Analysis, 2nd ed. 2003, 4.3). Where
 * all are answered the formula has no value: the lower end is 0, and the upper end stays that of the point before.
 * @param cases grouped or not, in any order; days are whole and not negative
 * @throws RangeError for days or counts that are none
 */
export function survivalOf(cases: readonly Ended[]): Survival {
  const byDay = new Map<number, Ended>();
  for (const { day, answered, censored } of cases) {
    if (![day, answered, censored].every((n) => Number.isInteger(n) && n >= 0))
      throw new RangeError(`Days and counts are whole numbers from 0: ${day}, ${answered}, ${censored}.`);
    const known = byDay.get(day) ?? { day, answered: 0, censored: 0 };
    byDay.set(day, { day, answered: known.answered + answered, censored: known.censored + censored });
  }
  const days = [...byDay.values()]
    .filter((one) => one.answered + one.censored > 0)
    .sort((one, other) => one.day - other.day);
  const asked = days.reduce((sum, one) => sum + one.answered + one.censored, 0);
  const points: CurvePoint[] = [];
  let atRisk = asked;
  let share = 1;
  let greenwood = 0;
  for (const { day, answered, censored } of days) {
    if (answered > 0) {
      const all = answered === atRisk;
      share = all ? 0 : share * (1 - answered / atRisk);
      greenwood += all ? 0 : answered / (atRisk * (atRisk - answered));
      const { low, high } = all ? { low: 0, high: points.at(-1)?.high ?? 1 } : interval(share, greenwood);
      points.push({ day, atRisk, answered, share, low, high, error: share * Math.sqrt(greenwood) });
    }
    atRisk -= answered + censored;
  }
  const answered = days.reduce((sum, one) => sum + one.answered, 0);
  const last = days.at(-1) ?? { day: 0, answered: 0, censored: 0 };
  const watchedLongest = last.answered + last.censored;
  return { asked, answered, open: asked - answered, points, longest: last.day, watchedLongest };
}

function interval(share: number, greenwood: number): { low: number; high: number } {
  const log = Math.log(share);
  const width = (Z * Math.sqrt(greenwood)) / Math.abs(log);
  return { low: Math.exp(log * Math.exp(width)), high: Math.exp(log * Math.exp(-width)) };
}

/** A number of days and its 95 % interval; null: not reached by what has been watched so far. */
export interface Median {
  day: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The median: the first day on which at most half are unanswered. Its interval holds every day on which a share of one
 * half is not refuted by the interval of the curve (Brookmeyer and Crowley, Biometrics 38, 1982, 29, with the log(−log)
 * scale): it runs from the first day whose lower end is at most one half to the first whose upper end is.
 */
export function medianOf({ points }: Pick<Survival, 'points'>): Median {
  const first = (end: (point: CurvePoint) => number) => points.find((point) => end(point) <= 0.5 + EXACT)?.day ?? null;
  return { day: first(({ share }) => share), low: first(({ low }) => low), high: first(({ high }) => high) };
}

/** Below these numbers a curve says more about chance than about a supplier. */
export const FEWEST = { asked: 10, answered: 5 } as const;

/** Why nothing is estimated, with the numbers it rests on; null when there are enough cases. */
export function tooFewToSay({ asked, answered }: Pick<Survival, 'asked' | 'answered'>): string | null {
  if (asked >= FEWEST.asked && answered >= FEWEST.answered) return null;
  return `Too few to say: ${asked} asked, ${answered} of them answered; an estimate needs at least ${FEWEST.asked} asked and ${FEWEST.answered} answered.`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** A median for people: "21 days", "more than 180 days", or why there is none. */
export function medianInWords(survival: Survival): { median: string; interval: string } {
  if (tooFewToSay(survival)) return { median: 'too few to say', interval: '–' };
  const { day, low, high } = medianOf(survival);
  return {
    median: day === null ? `not reached: more than half are unanswered after ${days(survival.longest)}` : days(day),
    interval: low === null ? 'not reached' : `${low} to ${high === null ? '– (no upper end yet)' : days(high)}`,
  };
}
