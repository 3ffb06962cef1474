import { expect, it } from 'vitest';
import { leftOutGroups } from './left-out';

it('puts together what the same thing keeps out, and loses none', () => {
  const groups = leftOutGroups(
    [
      { instrument: 'A', because: 'it speaks to makers; here actor = hospital' },
      { instrument: 'B', because: 'nobody claims it: x not known' },
      { instrument: 'C', because: 'it speaks to sponsors; here actor = hospital' },
    ],
    (id) => `name of ${id}`,
  );
  expect(groups).toEqual([
    {
      because: 'actor = hospital',
      instruments: [
        { id: 'A', name: 'name of A', speaksTo: 'it speaks to makers' },
        { id: 'C', name: 'name of C', speaksTo: 'it speaks to sponsors' },
      ],
    },
    { because: 'nobody claims it: x not known', instruments: [{ id: 'B', name: 'name of B', speaksTo: '' }] },
  ]);
});
