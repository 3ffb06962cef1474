/** Instants of a place's wall clock, through every change of its clocks. Pure: Intl knows the zones. */

const ZONES: Readonly<Record<string, string>> = {
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  NL: 'Europe/Amsterdam',
  // The country has several; the one of its east coast stands for them.
  US: 'America/New_York',
};

/** The time zone of an organisation by its country; universal time where we know none. */
export const timeZoneOf = (country: string): string => ZONES[country] ?? 'UTC';

const formats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clocks there show at an instant, as if it were universal time; in milliseconds. */
function shown(instant: number, timeZone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of partsFormat(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant at which clocks in `timeZone` show `hour` o'clock on `day` (ISO). An hour that is left out in spring gives
 * the same distance from midnight, an hour that comes twice in autumn its first time.
 */
export function instantOf(day: string, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  if (Number.isNaN(wanted)) throw new RangeError(`not a date: ${day}`);
  // The offset a day before comes first: where clocks are put back, it is the one of the earlier of two equal hours.
  const guesses = [wanted - 86_400_000, wanted + 86_400_000].map(
    (near) => wanted - (shown(near, timeZone) - Math.floor(near / 1000) * 1000),
  );
  const found = guesses.find((guess) => shown(guess, timeZone) === wanted);
  return new Date(found ?? guesses[0] ?? wanted);
}

/** When reminders go out: nine in the morning there. */
export const nineInTheMorning = (day: string, timeZone: string): Date => instantOf(day, 9, timeZone);

/** The day that calendars in `timeZone` show at an instant, as an ISO day. */
export const dayIn = (timeZone: string, instant = new Date()): string =>
  new Date(shown(instant.getTime(), timeZone)).toISOString().slice(0, 10);
