/** Days as carriers write them: two digits of the year, months without a day, days counted through the year. */
import { dayOfYear, isDay } from '../days';

/** GS1 General Specifications 7.12: of all years with these two digits, the one from 49 years ago to 50 years ahead. */
export function fullYear(two: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const gap = two - (thisYear % 100);
  return two + century + (gap >= 51 ? -100 : gap <= -50 ? 100 : 0);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** "YYMMDD"; a day of 00 is the last of its month. null when there is no such day. */
export function sixDigits(text: string, thisYear: number): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const year = fullYear(Number(text.slice(0, 2)), thisYear);
  return day(year, Number(text.slice(2, 4)), Number(text.slice(4, 6)));
}

/** @param number day of the month; 0 for the last */
export function day(year: number, month: number, number: number): string | null {
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const found = `${year}-${two(month)}-${two(number || last)}`;
  return isDay(found) ? found : null;
}

/** Day of the year, counted from 1, written with three digits. */
export const dayNumber = (year: number, digits: string): string | null =>
  /^\d{3}$/.test(digits) ? dayOfYear(year, Number(digits)) : null;
