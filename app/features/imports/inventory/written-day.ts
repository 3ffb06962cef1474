/** Days as tables write them. A day that can be read in two ways is read in none, unless a person said which. Pure. */
import { isDay } from '../../keyset';

/** How a column writes "03/04/2026". */
export type DayOrder = 'day_first' | 'month_first';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const two = (text: string | number) => String(text).padStart(2, '0');

const day = (year: string, month: string | number, date: string): string | null => {
  const whole = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`;
  return isDay(whole) && /^(19|20|21)/.test(whole) ? whole : null;
};

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T].*)?$/;

/** What a slashed date says on its own: one order, or both are possible, or it is no such date. */
export function ordersOf(text: string): DayOrder[] | null {
  const found = SLASHED.exec(text.trim());
  if (!found) return null;
  const [, first = '', second = '', year = ''] = found;
  const orders: DayOrder[] = [];
  if (day(year, second, first)) orders.push('day_first');
  if (day(year, first, second)) orders.push('month_first');
  // The same day either way: nothing has to be asked.
  return orders.length === 2 && first.padStart(2, '0') === second.padStart(2, '0') ? ['day_first'] : orders;
}

/** The day that a cell writes, as year-month-day; null when it is none, or may be two. */
export function dayOf(text: string, order: DayOrder | undefined): string | null {
  const written = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/.exec(written);
  if (iso) return day(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (compact) return day(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
  // Dots are written where the day stands first.
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})(?:[ T].*)?$/.exec(written);
  if (dotted) return day(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const slashed = SLASHED.exec(written);
  if (slashed) {
    const [, first = '', second = '', year = ''] = slashed;
    const possible = ordersOf(written) ?? [];
    const wanted = possible.length === 1 ? possible[0] : order;
    if (!wanted || !possible.includes(wanted)) return null;
    return wanted === 'day_first' ? day(year, second, first) : day(year, first, second);
  }
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?[ ,.-]+(\d{4})$/i.exec(written);
  const american = /^([a-z]{3,9})\.? +(\d{1,2}),? +(\d{4})$/i.exec(written);
  const [date, month, year] = worded ? worded.slice(1) : american ? [american[2], american[1], american[3]] : [];
  const at = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase());
  return at < 0 ? null : day(year ?? '', at + 1, date ?? '');
}

/**
 * What the dates of a column leave open.
 * @returns the order when one date settles it, 'ask' when all may be read in two ways, null when there is nothing to ask
 */
export function orderOfColumn(cells: Iterable<string>): DayOrder | 'ask' | null {
  const settled = new Set<DayOrder>();
  let open = false;
  for (const cell of cells) {
    const orders = ordersOf(cell);
    if (!orders || orders.length === 0) continue;
    const [only] = orders;
    if (orders.length === 1 && only) {
      if (!/^(\d{1,2})[/-]\1[/-]/.test(cell.trim())) settled.add(only);
    } else open = true;
  }
  if (settled.size === 1) return [...settled][0] ?? null;
  return open || settled.size > 1 ? 'ask' : null;
}
