import { describe, expect, it } from 'vitest';
import { readCertification } from '../../regulation/derivations/certification';
import { MARKETS } from '../../regulation/vocabulary';
import { BASIS_LIST, MARKET_LIST, oddities } from './bases';
import { daysBetween, endingInWords, endingState, transitionOf } from './expiry';

describe('markets, bases and classes', () => {
  it('are those of the rule library', () => {
    expect(MARKET_LIST.map(({ code }) => code).sort()).toEqual([...MARKETS].sort());
    for (const { code, markets } of BASIS_LIST.filter((basis) => basis.code !== 'licence')) {
      for (const market of markets.filter((one) => ['EU', 'NI', 'GB', 'US'].includes(one))) {
        expect(readCertification(market, { market, basis: code })).toMatchObject({ basis: code });
      }
    }
  });

  it('go together without a question where they should', () => {
    for (const { code, markets, classes } of BASIS_LIST) {
      for (const market of markets) {
        for (const cls of classes) expect(oddities({ market, basis: code, class: cls, issuedOn: null })).toEqual([]);
      }
    }
  });

  it.each([
    [{ market: 'EU', basis: '510k', class: 'II', issuedOn: null }, '510(k) is not a basis in European Union'],
    [{ market: 'EU', basis: 'mdd', class: 'A', issuedOn: null }, 'Under MDD the classes are'],
    [{ market: 'EU', basis: 'mdd', class: 'IIb', issuedOn: '2021-05-26' }, 'No MDD certificate was issued on or after'],
    [{ market: 'EU', basis: 'ivdd', class: 'List A', issuedOn: '2022-05-26' }, 'No IVDD certificate'],
  ])('%o is questioned', (certification, words) => expect(oddities(certification).join()).toContain(words));

  it('is not questioned on the last day of the directives', () => {
    expect(oddities({ market: 'EU', basis: 'mdd', class: 'IIb', issuedOn: '2021-05-25' })).toEqual([]);
    expect(oddities({ market: 'EU', basis: 'gone', class: '', issuedOn: null })).toEqual([]);
  });
});

describe('endings', () => {
  const on = (expiresOn: string) => ({ expiresOn, doesNotExpire: false });

  it.each([
    [on('2026-11-22'), 'expired', 'ended 1 day ago'],
    [on('2026-11-23'), 'soon', 'ends today'],
    [on('2026-11-24'), 'soon', 'ends in 1 day'],
    [on('2027-02-21'), 'soon', 'ends in 3 months'],
    [on('2027-02-22'), 'year', 'ends in 3 months'],
    [on('2028-12-31'), 'far', 'ends in 2 years'],
    [on('2024-05-26'), 'expired', 'ended 2 years ago'],
    [{ expiresOn: null, doesNotExpire: true }, 'none', 'no end date'],
    [{ expiresOn: null, doesNotExpire: false }, 'unknown', 'end not known'],
  ])('%o on 23 November 2026', (ending, state, words) => {
    expect(endingState(ending, '2026-11-23')).toBe(state);
    expect(endingInWords(ending, '2026-11-23')).toBe(words);
  });

  it('counts whole days across a leap day', () => expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2));

  it.each([
    ['EU', 'mdd', 'III', '2027-12-31'],
    ['EU', 'aimdd', 'AIMD', '2027-12-31'],
    ['NI', 'mdd', 'IIb', '2028-12-31'],
    ['EU', 'mdd', 'IIa', '2028-12-31'],
    ['EU', 'mdd', 'I', '2028-12-31'],
    ['GB', 'mdd', 'IIb', '2028-06-30'],
    ['GB', 'mdr', 'IIb', '2030-06-30'],
    ['GB', 'ivdr', 'C', '2030-06-30'],
  ])('the law adds to %s %s %s a day: %s', (market, basis, cls, until) => {
    expect(transitionOf({ market, basis, class: cls })).toMatchObject({ until, citation: expect.any(String) });
  });

  it.each([
    ['EU', 'mdr', 'III'],
    ['EU', 'mdd', ''],
    ['US', '510k', 'II'],
    ['GB', 'ukca', 'IIb'],
    ['CH', 'mdd', 'IIb'],
  ])('it says nothing on %s %s %s', (market, basis, cls) => {
    expect(transitionOf({ market, basis, class: cls })).toBeNull();
  });
});
