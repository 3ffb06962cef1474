import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, workingDaysBetween } from './working-days';

describe('working days', () => {
  it.each([
    ['2026-11-23', 10, '2026-12-07'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-02-27', 1, '2026-03-02'],
    ['2027-12-31', 5, '2028-01-07'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(from, count)).toBe(to);
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  it('moves a deadline that falls on a weekend to the next working day', () => {
    expect(addDays('2026-11-23', 30)).toBe('2026-12-23');
    expect(addDays('2026-11-26', 30)).toBe('2026-12-28');
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
  });

  it('counts through a change of the clock', () => {
    expect(addWorkingDays('2026-03-27', 2)).toBe('2026-03-31');
    expect(addWorkingDays('2026-10-23', 1)).toBe('2026-10-26');
  });

  it('does not take words for a date', () => {
    expect(() => addWorkingDays('soon', 1)).toThrow('soon');
  });
});
