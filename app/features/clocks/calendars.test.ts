import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  CALENDARS,
  type CalendarId,
  calendarOf,
  holidaysOf,
  isWorkingDay,
  workingDaysBetween,
} from './calendars';

/** Holidays that fall on a weekday, as the places publish them: gov.uk, citizensinformation.ie, opm.gov and so on. */
const PUBLISHED: [CalendarId, number, string][] = [
  ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB-ENG', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['GB-SCT', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
  ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ['GB-NIR', 2027, '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28'],
  ['IE', 2026, '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25'],
  ['IE', 2027, '01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
  ['DE', 2027, '01-01 03-26 03-29 05-06 05-17'],
  ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
  ['FR', 2027, '01-01 03-29 05-06 05-17 07-14 11-01 11-11'],
  ['NL', 2026, '01-01 04-06 04-27 05-14 05-25 12-25'],
  ['NL', 2027, '01-01 03-29 04-27 05-06 05-17'],
  ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['US', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
];

const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('bank holidays', () => {
  it.each(PUBLISHED)('%s in %i', (calendar, year, days) => {
    const found = [...holidaysOf(calendar, year)].filter(weekday).sort();
    expect(found).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it.each([
    ['GB', 'england', 'GB-ENG'],
    ['GB', 'wales', 'GB-ENG'],
    ['GB', 'scotland', 'GB-SCT'],
    ['GB', 'northern_ireland', 'GB-NIR'],
    ['DE', null, 'DE'],
    ['SE', null, 'none'],
  ])('of an organisation in %s, %s: %s', (country, nation, calendar) => {
    expect(calendarOf({ country, nation })).toBe(calendar);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-24', 10, 'GB-ENG', '2026-12-08'],
    ['2026-12-24', 1, 'GB-ENG', '2026-12-29'],
    ['2026-12-31', 1, 'GB-ENG', '2027-01-04'],
    ['2026-12-31', 1, 'GB-SCT', '2027-01-05'],
    ['2026-11-25', 1, 'US', '2026-11-27'],
    ['2026-11-24', 10, 'US', '2026-12-09'],
    ['2026-03-16', 1, 'GB-NIR', '2026-03-18'],
    ['2026-03-27', 2, 'GB-ENG', '2026-03-31'],
    ['2026-10-23', 1, 'GB-ENG', '2026-10-26'],
    ['2026-12-29', -1, 'GB-ENG', '2026-12-24'],
    ['2027-12-31', 5, 'none', '2028-01-07'],
  ] as const)('%s and %i in %s is %s', (from, count, calendar, to) => {
    expect(addWorkingDays(from, count, calendar)).toBe(to);
  });

  it('rolls a deadline in calendar days on to the next working day', () => {
    expect(addDays('2026-11-25', 30, 'GB-ENG')).toBe('2026-12-29');
    expect(addDays('2026-11-24', 30, 'GB-ENG')).toBe('2026-12-24');
  });

  it.each(['soon', '', '2026-13-01', '2026-1-1', '20261124'])('does not take "%s" for a day', (day) => {
    expect(() => addWorkingDays(day, 1, 'GB-ENG')).toThrow('not a date');
    expect(() => isWorkingDay(day, 'GB-ENG')).toThrow('not a date');
  });

  const calendars = fc.constantFrom(...CALENDARS.map(({ id }) => id));
  const days = fc
    .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const counts = fc.integer({ min: 1, max: 120 });

  it('never ends on a holiday or a weekend, and is undone by counting', () => {
    fc.assert(
      fc.property(calendars, days, counts, (calendar, from, count) => {
        const to = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(to, calendar)).toBe(true);
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(to > from).toBe(true);
        if (isWorkingDay(from, calendar)) expect(addWorkingDays(to, -count, calendar)).toBe(from);
      }),
    );
  });

  it('grows with the count and with the day', () => {
    fc.assert(
      fc.property(calendars, days, days, counts, (calendar, one, other, count) => {
        expect(addWorkingDays(one, count + 1, calendar) > addWorkingDays(one, count, calendar)).toBe(true);
        const [early = one, late = other] = [one, other].sort();
        expect(addWorkingDays(early, count, calendar) <= addWorkingDays(late, count, calendar)).toBe(true);
        const rolled = addDays(one, count, calendar);
        expect(isWorkingDay(rolled, calendar)).toBe(true);
      }),
    );
  });

  it('counts a year of days in less than a moment', () => {
    addWorkingDays('2026-01-01', 250, 'GB-ENG');
    const began = performance.now();
    for (let n = 0; n < 1000; n += 1) addWorkingDays('2026-01-01', 60, 'GB-ENG');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

it('counts long stretches as one counts them day by day', () => {
  for (const { id } of CALENDARS)
    for (let n = 0; n < 40; n += 1) {
      const from = new Date(Date.UTC(2024, 0, 1 + ((n * 37) % 700))).toISOString().slice(0, 10);
      const to = new Date(Date.parse(from) + ((n * 53) % 900) * 86_400_000).toISOString().slice(0, 10);
      let days = 0;
      for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000)
        if (isWorkingDay(new Date(time).toISOString().slice(0, 10), id)) days += 1;
      expect(workingDaysBetween(from, to, id), `${id} ${from} ${to}`).toBe(days);
    }
});
