import { expect, it } from 'vitest';
import { clocksOf } from './clocks';
import { osSupport } from './os-lookup';

const paper = (expiresOn: string | null, over = {}) => ({
  ...{ market: 'EU', basis: 'mdd', class: 'IIb', expiresOn, doesNotExpire: false, retiredAt: null, ...over },
});
const windows = osSupport({ product: 'Windows', release: '7 SP1' }, '2026-11-23');

it('puts the earliest first and the unknown last, and leaves out what never ends or no longer counts', () => {
  const clocks = clocksOf({
    os: 'Windows 7 SP1',
    support: windows,
    makerSupportEnds: '2019-06-30',
    certifications: [
      paper('2024-05-26'),
      paper(null, { market: 'GB' }),
      paper(null, { market: 'US', basis: '510k', doesNotExpire: true }),
      paper('2018-01-01', { market: 'CH', retiredAt: '2020-01-01' }),
    ],
  });
  expect(clocks.map(({ what, on }) => [what, on])).toEqual([
    ['Maker’s support', '2019-06-30'],
    ['Windows 7 SP1', '2020-01-14'],
    ['MDD IIb, European Union', '2024-05-26'],
    ['MDD IIb, Great Britain', null],
  ]);
});

it('says what is not known instead of leaving it out', () => {
  const unknown = osSupport({ product: '', release: '' }, '2026-11-23');
  const clocks = clocksOf({ os: '', support: unknown, makerSupportEnds: null, certifications: [] });
  expect(clocks.map(({ what, on }) => [what, on])).toEqual([
    ['Operating system', null],
    ['Maker’s support', null],
  ]);
});
