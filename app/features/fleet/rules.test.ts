import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OsSupportState } from '../devices/os-support';
import { type CveLetter, differingScores, notAsked, silenceOf } from './cve-facts';
import { dayFigures, inWordsOf, notKnown, placeLines, type SupportGroup, unitFigures } from './figures';
import { type FleetDay, layOutTrend, topOf } from './trend';
import { cveIn, filterInWords, readFleetUnitsFilter, unitsAddress } from './units-filter';
import { agoInWords } from './waiting-table';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const dayOf = (n: number, value: number): FleetDay => ({ day: day(n), figures: { exposed: { n: value, of: 500 } } });

describe('a trend', () => {
  it('has a gap where nobody counted, and a dot for a day alone', () => {
    const drawing = layOutTrend([dayOf(0, 1), dayOf(1, 2), dayOf(5, 3), dayOf(8, 4), dayOf(9, 4)], 'exposed', String);
    expect(drawing?.lines).toHaveLength(2);
    expect(drawing?.dots).toHaveLength(1);
    expect(layOutTrend([], 'exposed', String)).toBeNull();
    expect(layOutTrend([dayOf(0, 1)], 'another', String)).toBeNull();
    expect(layOutTrend([dayOf(3, 0)], 'exposed', String)?.dots).toHaveLength(1);
  });

  it('stays inside its drawing whatever the numbers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(179), { minLength: 1 }), fc.nat(200_000), (at, most) => {
        const days = at.sort((a, b) => a - b).map((n) => dayOf(n, (n * 7919) % (most + 1)));
        const drawing = layOutTrend(days, 'exposed', String);
        if (!drawing) throw new Error('no drawing');
        const numbers =
          drawing.lines
            .join('')
            .match(/-?[\d.]+/g)
            ?.map(Number) ?? [];
        for (const number of numbers) expect(number >= 0 && number <= drawing.width).toBe(true);
        const runs = drawing.lines.map((line) => (line.match(/[ML]/g) ?? []).length).reduce((a, b) => a + b, 0);
        expect(runs + drawing.dots.length).toBe(days.length);
      }),
    );
    for (const most of [1, 3, 9, 212, 99_999]) expect(topOf(most) >= most && topOf(most) % 4 === 0).toBe(true);
  });
});

describe('figures', () => {
  it('are never a number alone', () => {
    expect(inWordsOf({ n: 212, of: 2314 }, 'units')).toBe('212 of 2,314 units (9 %)');
    expect(inWordsOf({ n: 1, of: 100_000 }, 'units')).toBe('1 of 100,000 units (under 1 %)');
    expect(inWordsOf({ n: 0, of: 0 }, 'units')).toBe('no units');
  });

  it('are not known, and no zero, where what they rest on was never loaded', () => {
    const loaded = (...feeds: ('advisories' | 'kev')[]) =>
      notKnown(feeds.map((feed) => ({ feed, loadedAt: '2026-11-29T10:00:00Z' })));
    expect(loaded('advisories', 'kev')).toEqual({});
    expect(loaded('advisories')).toEqual({ exploited: 'not known: KEV never loaded' });
    expect(Object.keys(loaded('kev'))).toEqual(['exposed', 'unclear', 'exploited']);
    const counts = { total: 5, exposed: 2, exploited: 0, unclear: 1, no_mds2: 0, no_components: 0, silent: 0 };
    const kept = dayFigures(unitFigures({ ...counts, silentSince: null }, []), [], 0, loaded('advisories'));
    expect(kept.exposed).toEqual({ n: 2, of: 5 });
    expect(kept).not.toHaveProperty('exploited');
  });

  it('by class and place add up to the whole', () => {
    const state = fc.constantFrom<OsSupportState>('ended', 'paid', 'supported', 'unknown');
    const group = fc.record({
      ...{
        os: fc.constantFrom('a', 'b'),
        site: fc.constantFrom('North', 'north', ''),
        className: fc.constantFrom('IIa', ''),
      },
      ...{ n: fc.nat(50), state },
    });
    fc.assert(
      fc.property(fc.array(group), (groups: SupportGroup[]) => {
        const lines = placeLines(groups);
        const ended = groups.filter((one) => one.state === 'ended').reduce((sum, { n }) => sum + n, 0);
        expect(lines.reduce((sum, { unsupported }) => sum + unsupported, 0)).toBe(ended);
        for (const line of lines) expect(line.unsupported + line.paid + line.unknown).toBeLessThanOrEqual(line.of);
      }),
    );
  });
});

describe('addresses', () => {
  it('lead to what they say', () => {
    const address = unitsAddress({ why: 'cve', cve: 'CVE-2017-0144', verdict: 'open', site: '' });
    const filter = readFleetUnitsFilter(new URL(`http://x${address}`).searchParams);
    expect(filter).toEqual({ why: 'cve', cve: 'CVE-2017-0144', verdict: 'open', site: '', className: null });
    expect(filterInWords(filter)).toBe('unclear for CVE-2017-0144; at no recorded site');
  });
  it.each([
    ['CVE-2017-0144', 'CVE-2017-0144'],
    [' cve‑2017‑0144 ', 'CVE-2017-0144'],
    ['CVE-2017-014', null],
    ['2017-0144', null],
    [null, null],
  ])('%j is %j', (text, cve) => expect(cveIn(text)).toBe(cve));
});

describe('silence', () => {
  const letter = (over: Partial<CveLetter> = {}): CveLetter => ({
    ...{ id: '', reference: '', supplierId: 's', supplier: 'Maker', subject: '', status: 'sent', sentOn: '2026-10-03' },
    ...{ answeredOn: null, nextDue: null, leftOut: false },
    ...over,
  });
  it('ages, also where the letter was answered but not this question', () => {
    const said = (over: Partial<CveLetter>) => silenceOf(letter(over), '2026-11-29', String);
    expect(said({})).toBe('asked on 2026-10-03, no answer for 57 days');
    expect(said({ answeredOn: '2026-10-10' })).toBeNull();
    expect(said({ answeredOn: '2026-10-10', leftOut: true })).toContain('but not on this');
    expect(said({ sentOn: null })).toBeNull();
    expect(said({ status: 'withdrawn' })).toBeNull();
  });
  it('is told from not having asked', () => {
    const makers = [{ supplierId: 's', maker: 'Maker', n: 3 }];
    expect(notAsked(makers, [], [])).toEqual(makers);
    expect(notAsked(makers, [letter()], [])).toEqual([]);
    expect(notAsked(makers, [letter({ sentOn: null })], [])).toHaveLength(1);
    expect(notAsked(makers, [], [{ supplier: 'Maker' }])).toEqual([]);
  });
});

it('scores are told only where they differ', () => {
  const source = (score: number | null, publishedId: string) => ({ score, publisher: 'CISA', publishedId });
  expect(differingScores([source(9.8, 'A'), source(9.8, 'B'), source(null, 'C')])).toEqual([]);
  expect(differingScores([source(9.8, 'A'), source(7, 'B')])).toEqual(['9.8 (CISA A)', '7.0 (CISA B)']);
});

it('days are told from today', () => {
  expect([
    agoInWords('2026-11-29', '2026-11-29'),
    agoInWords('2026-12-01', '2026-11-29'),
    agoInWords('2026-11-28', '2026-11-29'),
  ]).toEqual(['today', 'in 2 days', '1 day ago']);
});
