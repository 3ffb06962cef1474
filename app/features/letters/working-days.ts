/**
 * Deadlines of a letter. Working days are Monday to Friday; public holidays differ from place to place and are not
 * taken out, which the letter says. All days are ISO dates (YYYY-MM-DD), counted in UTC so that no clock change shifts them.
 */

const DAY = 86_400_000;

const parse = (iso: string): number => {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${iso}`);
  return time;
};
const format = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isWorkingDay = (time: number): boolean => {
  const weekday = new Date(time).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The day that is `count` working days after `from`; the day itself does not count. */
export function addWorkingDays(from: string, count: number): string {
  let time = parse(from);
  for (let left = count; left > 0; ) {
    time += DAY;
    if (isWorkingDay(time)) left -= 1;
  }
  return format(time);
}

/** The day `count` calendar days after `from`, or the next working day where that is a weekend. */
export function addDays(from: string, count: number): string {
  let time = parse(from) + count * DAY;
  while (!isWorkingDay(time)) time += DAY;
  return format(time);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  const end = parse(to);
  let days = 0;
  for (let time = parse(from) + DAY; time <= end; time += DAY) if (isWorkingDay(time)) days += 1;
  return days;
}
