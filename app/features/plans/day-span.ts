/** When something begins: a day, some day of a month or year, or a day that nobody knows. Pure; days are year-month-day. */
import { dateInWords } from '../../ui/time';

export interface DaySpan {
  /** The first day on which it can be. */
  earliest: string;
  /** The last day on which it can be; null: nobody knows. */
  latest: string | null;
}

const PATTERN = /^((?:19|20|21)\d\d)(?:-(\d\d))?(?:-(\d\d))?$/;

const lastOfMonth = (year: string, month: string): string =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);

/** Reads "2027-03-15", "2027-03" or "2028"; null when it is none of them, or does not exist. */
export function readSpan(text: string): DaySpan | null {
  const [, year, month, day] = PATTERN.exec(text) ?? [];
  if (!year) return null;
  if (!month) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { earliest: `${year}-${month}-01`, latest: lastOfMonth(year, month) };
  const exists = Number(day) >= 1 && `${year}-${month}-${day}` <= lastOfMonth(year, month);
  return exists ? { earliest: text, latest: text } : null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "15 Mar 2027", "Mar 2027", "2028", as it was written. */
export function writtenInWords(text: string): string {
  const [, year, month, day] = PATTERN.exec(text) ?? [];
  if (!year) return text;
  if (day) return dateInWords(text);
  return month ? `${MONTHS[Number(month) - 1] ?? month} ${year}` : year;
}

/** "12 Jan 2027", "between 1 Mar and …", "not known, 29 Nov 2026 at the earliest". */
export function spanInWords({ earliest, latest }: DaySpan): string {
  if (latest === null) return `on a day nobody knows, not before ${dateInWords(earliest)}`;
  return earliest === latest
    ? dateInWords(earliest)
    : `some day from ${dateInWords(earliest)} to ${dateInWords(latest)}`;
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to a later one. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
