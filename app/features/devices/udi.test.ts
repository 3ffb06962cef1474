import { describe, expect, it } from 'vitest';
import { udiProblem } from './udi';

describe('a UDI-DI', () => {
  it.each(['00844588003288', '10812345678908', '+H123PARTNO1234567890120', '=/A9999XYZ100T0944', ''])(
    '%s is taken',
    (udi) => {
      expect(udiProblem(udi)).toBeNull();
    },
  );

  it.each([
    ['00844588003289', 'check digit'],
    ['844588003288', '14 digits; this has 12'],
  ])('%s is looked at twice', (udi, words) => {
    expect(udiProblem(udi)).toMatchObject({ severity: 'odd', message: expect.stringContaining(words) });
  });

  it.each(['1\n2', 'x'.repeat(201)])('%# is none', (udi) => expect(udiProblem(udi)?.severity).toBe('refused'));
});
