/** The day on which the demonstration's past is written; null everywhere else. */
let past: string | null = null;

/** The present day, year-month-day, in universal time: the same for two readers of one record. */
export const today = (): string => past ?? new Date().toISOString().slice(0, 10);

/** Lets work be done as on an earlier day: for demonstration data, which is written before anybody can come in. */
export async function asOnDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  past = day;
  try {
    return await work();
  } finally {
    past = null;
  }
}
