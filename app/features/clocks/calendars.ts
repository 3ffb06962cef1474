/**
 * Days as letters count them: Monday to Friday without the public holidays of one calendar. All days are ISO dates
 * (YYYY-MM-DD) and are counted without a clock, so that no summer time shifts them. Holidays come from `date-holidays`,
 * public ones only, and are kept by year.
 */
import Holidays from 'date-holidays';
import type { CalendarId } from './calendar-names';

export { CALENDARS, type CalendarId, calendarLabel, calendarOf, isCalendarId } from './calendar-names';

const DAY = 86_400_000;
/** Longest stretch that is counted: beyond any clock, and short enough never to hold up a page. */
const MOST_DAYS = 20_000;

/** Holidays by proclamation that the library does not know. */
const ONE_OFF: Partial<Record<CalendarId, readonly string[]>> = {
  // For Scotland's first match of the World Cup, proclaimed on 4 February 2026.
  'GB-SCT': ['2026-06-15'],
};

const parse = (iso: string): number => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${iso}`);
  return time;
};
const format = (time: number): string => new Date(time).toISOString().slice(0, 10);

const rules = new Map<CalendarId, Holidays>();
const years = new Map<string, ReadonlySet<string>>();

function rulesOf(calendar: CalendarId): Holidays {
  const known = rules.get(calendar);
  if (known) return known;
  const [country = '', state] = calendar.split('-');
  const made = state ? new Holidays(country, state) : new Holidays(country);
  rules.set(calendar, made);
  return made;
}

/** The public holidays of a year in a calendar, substitute days included, as ISO days. */
export function holidaysOf(calendar: CalendarId, year: number): ReadonlySet<string> {
  const key = `${calendar} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const found = new Set<string>(ONE_OFF[calendar]?.filter((day) => day.startsWith(`${year}-`)));
  if (calendar !== 'none') {
    for (const { date, type } of rulesOf(calendar).getHolidays(year)) {
      if (type === 'public') found.add(date.slice(0, 10));
    }
  }
  years.set(key, found);
  return found;
}

const isWorking = (time: number, calendar: CalendarId): boolean => {
  const date = new Date(time);
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(calendar, date.getUTCFullYear()).has(format(time));
};

/** Whether letters count this day. Throws `RangeError` for what is no ISO day, as all functions here do. */
export const isWorkingDay = (day: string, calendar: CalendarId): boolean => isWorking(parse(day), calendar);

/**
 * The day that is `count` working days after `from`, or before it where `count` is negative; the day itself does not
 * count. 0 gives the day itself where it is a working day, else the next one.
 */
export function addWorkingDays(from: string, count: number, calendar: CalendarId): string {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_DAYS) throw new RangeError(`not a number of days: ${count}`);
  if (count === 0) return nextWorkingDay(from, calendar);
  const step = count < 0 ? -DAY : DAY;
  let time = parse(from);
  for (let left = Math.abs(count); left > 0; ) {
    time += step;
    if (isWorking(time, calendar)) left -= 1;
  }
  return format(time);
}

/** The day itself where it is a working day, else the next one. */
export function nextWorkingDay(day: string, calendar: CalendarId): string {
  let time = parse(day);
  while (!isWorking(time, calendar)) time += DAY;
  return format(time);
}

/** The day `count` calendar days after `from`, or the next working day where that is none. */
export function addDays(from: string, count: number, calendar: CalendarId): string {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_DAYS) throw new RangeError(`not a number of days: ${count}`);
  return nextWorkingDay(format(parse(from) + count * DAY), calendar);
}

/**
 * Working days after `from` up to and including `to`; 0 when `to` is not later. Counted by weeks, less the holidays that
 * fall on weekdays: a list says it of many letters that are years old.
 */
export function workingDaysBetween(from: string, to: string, calendar: CalendarId): number {
  const start = parse(from);
  const end = Math.min(parse(to), start + 2 * MOST_DAYS * DAY);
  if (end <= start) return 0;
  const weeks = Math.floor((end - start) / (7 * DAY));
  let days = weeks * 5;
  for (let time = start + (weeks * 7 + 1) * DAY; time <= end; time += DAY) if (isWeekday(time)) days += 1;
  for (let year = new Date(start).getUTCFullYear(); year <= new Date(end).getUTCFullYear(); year += 1)
    for (const holiday of holidaysOf(calendar, year)) {
      const time = Date.parse(holiday);
      if (time > start && time <= end && isWeekday(time)) days -= 1;
    }
  return days;
}

const isWeekday = (time: number): boolean => ![0, 6].includes(new Date(time).getUTCDay());

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((parse(to) - parse(from)) / DAY);
