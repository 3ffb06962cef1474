import { describe, expect, it } from 'vitest';
import { osSupport } from './os-lookup';
import { COMMON_SYSTEMS, osInWords, osKeyOf, osOfKey } from './os-support';
import { supportInWords } from './os-text';

const TODAY = '2026-11-23';

describe('support of an operating system', () => {
  it.each([
    ['Windows', '7 SP1', 'ended', 'support ended 14 Jan 2020'],
    ['Windows', '10 22H2', 'paid', 'support ended 14 Oct 2025, paid updates until 10 Oct 2028'],
    ['Windows', '10 Enterprise LTSC 2019', 'supported', 'supported until 9 Jan 2029'],
    ['VxWorks', '6.9', 'unknown', 'support not known'],
    ['Windows', 'banana', 'unknown', 'support not known'],
    ['', '', 'unknown', 'support not known'],
  ])('%s %s is %s', (product, release, state, words) => {
    const support = osSupport({ product, release }, TODAY);
    expect(support.state).toBe(state);
    expect(supportInWords(support)).toBe(words);
  });

  it('ends after its last day, not on it', () => {
    const windows7 = { product: 'Windows', release: '7 SP1' };
    expect(osSupport(windows7, '2020-01-14').state).toBe('supported');
    expect(osSupport(windows7, '2020-01-15').state).toBe('ended');
  });

  it('has a key that leads back to the words', () => {
    for (const os of COMMON_SYSTEMS) expect(osInWords(osOfKey(osKeyOf(os)))).toBe(osInWords(os));
    expect(osKeyOf({ product: '', release: '7' })).toBe('');
    expect(osOfKey('nothing')).toEqual({ product: 'nothing', release: '' });
  });
});
