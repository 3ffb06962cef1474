/** The day on which the demonstration's past is written, and how many moments of it were handed out; null everywhere else. */
let past: { day: string; moments: number } | null = null;
/** The last such day: taken up again, its clock goes on where it stood. */
let last: { day: string; moments: number } | null = null;

/** The present day, year-month-day, in universal time: the same for two readers of one record. */
export const today = (): string => past?.day ?? new Date().toISOString().slice(0, 10);

const MINUTE_MS = 60_000;

/**
 * The moment that stands beside an act. While the demonstration's past is written: that day from ten o'clock on, each
 * moment a minute later than the one before, and never one that is still to come.
 */
export function presentMoment(): Date {
  const now = new Date();
  if (!past) return now;
  const moment = Date.parse(`${past.day}T10:00:00Z`) + past.moments * MINUTE_MS;
  past.moments += 1;
  return new Date(Math.min(moment, now.getTime()));
}

/** Lets work be done as on an earlier day: for demonstration data, which is written before anybody can come in. */
export async function asOnDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  past = last?.day === day ? last : { day, moments: 0 };
  last = past;
  try {
    return await work();
  } finally {
    past = null;
  }
}
