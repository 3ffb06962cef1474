import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn, instantOf, nineInTheMorning, timeZoneOf } from './time-of-day';

it.each([
  // The days around the changes of 2026 and 2027 in each place.
  ['Europe/London', '2026-03-28', '2026-03-28T09:00:00Z'],
  ['Europe/London', '2026-03-29', '2026-03-29T08:00:00Z'],
  ['Europe/London', '2026-10-24', '2026-10-24T08:00:00Z'],
  ['Europe/London', '2026-10-25', '2026-10-25T09:00:00Z'],
  ['Europe/Dublin', '2027-03-29', '2027-03-29T08:00:00Z'],
  ['Europe/Berlin', '2026-03-28', '2026-03-28T08:00:00Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-29T07:00:00Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T08:00:00Z'],
  ['America/New_York', '2026-03-07', '2026-03-07T14:00:00Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T13:00:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T14:00:00Z'],
  ['UTC', '2026-11-24', '2026-11-24T09:00:00Z'],
])('nine in the morning in %s on %s', (zone, day, instant) => {
  expect(nineInTheMorning(day, zone).toISOString()).toBe(instant.replace('Z', '.000Z'));
});

it('finds an hour that is left out, and the first of one that comes twice', () => {
  expect(instantOf('2026-03-29', 1, 'Europe/London').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(instantOf('2026-10-25', 1, 'Europe/London').toISOString()).toBe('2026-10-25T00:00:00.000Z');
});

it('says which day it is there', () => {
  expect(dayIn('America/New_York', new Date('2026-11-24T03:00:00Z'))).toBe('2026-11-23');
  expect(dayIn('Europe/London', new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  expect(timeZoneOf('GB')).toBe('Europe/London');
  expect(timeZoneOf('SE')).toBe('UTC');
});

it('is the day and the hour that were asked for, and one day later than the day before', () => {
  const zones = fc.constantFrom('Europe/London', 'Europe/Berlin', 'America/New_York', 'Europe/Dublin', 'UTC');
  const days = fc.integer({ min: 18_262, max: 25_000 });
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(zones, days, (zone, day) => {
      const at = nineInTheMorning(iso(day), zone);
      expect(dayIn(zone, at)).toBe(iso(day));
      const hours = (nineInTheMorning(iso(day + 1), zone).getTime() - at.getTime()) / 3_600_000;
      expect([23, 24, 25]).toContain(hours);
    }),
  );
});
