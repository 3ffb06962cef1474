/** A day as people write it into a line of a form. Pure. */
import { isDay } from '../keyset';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const isoDay = (year: string, month: number, day: string): string | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
};

/**
 * The day as YYYY-MM-DD, or null. "03/04/2027" is two days, depending on who writes it, so it is none; a month alone is
 * none either.
 */
export function writtenDay(text: string): string | null {
  const plain = text.trim().replace(/[.,;]+$/, '');
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(plain);
  if (iso) return isDay(plain) ? plain : null;
  const worded = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(plain);
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain);
  const [day, month, year] = worded
    ? [worded[1], worded[2], worded[3]]
    : american
      ? [american[2], american[1], american[3]]
      : [];
  if (day && month && year) {
    const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
    return index < 0 ? null : isoDay(year, index + 1, day);
  }
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(plain);
  if (!numbers) return null;
  const [, first = '', second = '', last = ''] = numbers;
  // With dots it is the day that comes first, wherever it is written so.
  if (plain.includes('.')) return isoDay(last, Number(second), first);
  if (Number(first) > 12) return isoDay(last, Number(second), first);
  if (Number(second) > 12) return isoDay(last, Number(first), second);
  return first === second ? isoDay(last, Number(first), second) : null;
}
