/** Months on from a day. Pure; days are YYYY-MM-DD and know no clock. */

/** The same day of the month so many months on, or the last day of a shorter month: 31 August + 6 is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10);
}
