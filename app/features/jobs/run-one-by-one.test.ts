import { expect, it } from 'vitest';
import { runOneByOne } from './run-one-by-one';

it('goes on after a step that failed, in order, and says which', async () => {
  const done: string[] = [];
  const told: string[] = [];
  const failed = await runOneByOne(
    {
      first: async () => done.push('first'),
      second: () => Promise.reject(new Error('no')),
      third: async () => done.push('third'),
    },
    (message) => told.push(message),
  );
  expect(done).toEqual(['first', 'third']);
  expect(failed).toEqual(['second']);
  expect(told).toEqual(['The step “second” of the tick failed; the next tick tries again:']);
});
