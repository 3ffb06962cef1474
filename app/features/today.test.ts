import { expect, it } from 'vitest';
import { asOnDay, presentMoment, today } from './today';

const at = () => presentMoment().toISOString();

it('is the real day and moment unless a past day is written', async () => {
  expect(today()).toBe(new Date().toISOString().slice(0, 10));
  expect(Math.abs(presentMoment().getTime() - Date.now())).toBeLessThan(1000);
  const past = await asOnDay('2024-03-05', async () => [today(), at(), at()]);
  expect(past).toEqual(['2024-03-05', '2024-03-05T10:00:00.000Z', '2024-03-05T10:01:00.000Z']);
  expect(today()).not.toBe('2024-03-05');
});

it('goes on with a day that is taken up again, and begins another one anew', async () => {
  await asOnDay('2024-03-06', async () => at());
  expect(await asOnDay('2024-03-06', async () => at())).toBe('2024-03-06T10:01:00.000Z');
  expect(await asOnDay('2024-03-07', async () => at())).toBe('2024-03-07T10:00:00.000Z');
});

it('is never still to come', async () => {
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  expect(await asOnDay(tomorrow, async () => presentMoment() <= new Date())).toBe(true);
});

it('is real again when the work failed', async () => {
  await expect(asOnDay('2024-03-08', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(today()).not.toBe('2024-03-08');
});
