/** Days and moments as files state them. */

/** Whether this is a day that exists, "2024-02-29". */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  // A day that does not exist is no date, or becomes another one.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === value;
}

/** Whether this is a moment with its zone, "2022-03-03T11:00:00Z" (RFC 3339). */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, day, hours] =
    /^(\d{4}-\d\d-\d\d)[Tt](\d\d):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/.exec(
      value,
    ) ?? [];
  return isDay(day) && Number(hours) < 24;
}

/** The day of a year by its number (1 to 366); null when the year has no such day. */
export function dayOfYear(year: number, number: number): string | null {
  const day = new Date(Date.UTC(year, 0, number));
  return number >= 1 && day.getUTCFullYear() === year ? day.toISOString().slice(0, 10) : null;
}
