import { expect, it } from 'vitest';
import { forget, kept, once } from './once';

it('makes a thing once, remembers it across copies of the module, and tries again after a failure', async () => {
  let made = 0;
  const make = () => ({ number: ++made });
  expect(() =>
    once('test.thing', () => {
      throw new Error('not yet');
    }),
  ).toThrow('not yet');
  expect(once('test.thing', make)).toBe(once('test.thing', make));
  expect(kept('test.thing')).toEqual({ number: 1 });
  forget('test.thing');
  expect(once('test.thing', make)).toEqual({ number: 2 });
});
