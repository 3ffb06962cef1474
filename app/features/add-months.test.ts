import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths } from './add-months';

it('keeps the day of the month, or takes the last of a shorter one', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-11-29', 0)).toBe('2026-11-29');
});

it('moves on by exactly so many months, never into the one after', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2190-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: -200, max: 200 }), (date, months) => {
      const day = date.toISOString().slice(0, 10);
      const [moved, was] = [addMonths(day, months), day].map((one) => one.split('-').map(Number));
      expect((moved?.[0] ?? 0) * 12 + (moved?.[1] ?? 0)).toBe((was?.[0] ?? 0) * 12 + (was?.[1] ?? 0) + months);
      expect(moved?.[2]).toBeLessThanOrEqual(was?.[2] ?? 0);
    }),
  );
});
