import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureOf, shareInWords, stretchesOf, type Timeline } from './exposure';

const TODAY = '2026-11-24';
const PLAIN: Timeline = {
  writtenOn: '2026-10-01',
  sentOn: '2026-10-03',
  acknowledgedOn: null,
  answeredOn: null,
  unconfirmed: 0,
  confirmedOn: null,
  fix: { awaited: true, endedOn: null },
  closedOn: null,
  pauses: [],
  units: [10],
};
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const inShort = (timeline: Partial<Timeline>) =>
  stretchesOf({ ...PLAIN, ...timeline }, TODAY).map(({ from, to, cause }) => `${cause} ${days(from, to)}`);

describe('the causes of one letter', () => {
  it.each<[string, Partial<Timeline>, string[]]>([
    ['a draft waits for us', { sentOn: null }, ['approval 54']],
    ['a sent letter waits for a sign', {}, ['approval 2', 'acknowledgement 52']],
    [
      'an acknowledged one for a position',
      { acknowledgedOn: '2026-10-10' },
      ['approval 2', 'acknowledgement 7', 'position 45'],
    ],
    [
      'an answer waits for us to confirm it',
      { answeredOn: '2026-10-20', unconfirmed: 2, confirmedOn: '2026-10-25' },
      ['approval 2', 'acknowledgement 17', 'confirmation 35'],
    ],
    [
      'a confirmed position waits for the fix',
      { acknowledgedOn: '2026-10-10', answeredOn: '2026-10-20', confirmedOn: '2026-10-25' },
      ['approval 2', 'acknowledgement 7', 'position 10', 'confirmation 5', 'fix 30'],
    ],
    [
      'a fix waits for us to use it',
      { answeredOn: '2026-10-20', fix: { awaited: true, endedOn: '2026-11-20' } },
      ['approval 2', 'acknowledgement 17', 'fix 31', 'decision 4'],
    ],
    [
      'an answer that promises no fix is ours',
      { answeredOn: '2026-10-20', fix: { awaited: false, endedOn: null } },
      ['approval 2', 'acknowledgement 17', 'decision 35'],
    ],
    ['a closed letter counts no longer', { closedOn: '2026-10-05' }, ['approval 2', 'acknowledgement 2']],
    [
      'a pause is nobody’s',
      { pauses: [{ from: '2026-10-10', to: '2026-10-20', reason: 'spare part' }] },
      ['approval 2', 'acknowledgement 7', 'paused 10', 'acknowledgement 35'],
    ],
    [
      'a pause may last',
      { pauses: [{ from: '2026-11-20', to: null, reason: 'audit' }] },
      ['approval 2', 'acknowledgement 48', 'paused 4'],
    ],
  ])('%s', (_, timeline, expected) => expect(inShort(timeline)).toEqual(expected));
});

const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10));
const maybe = fc.option(day);
const aTimeline: fc.Arbitrary<Timeline> = fc.record({
  writtenOn: day,
  sentOn: maybe,
  acknowledgedOn: maybe,
  answeredOn: maybe,
  unconfirmed: fc.integer({ min: 0, max: 2 }),
  confirmedOn: maybe,
  fix: fc.record({ awaited: fc.boolean(), endedOn: maybe }),
  closedOn: maybe,
  pauses: fc.array(fc.record({ from: day, to: maybe, reason: fc.constantFrom('a', 'b') }), { maxLength: 4 }),
  units: fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { maxLength: 3 }),
});

describe('whatever was recorded, in whatever order', () => {
  it('each day has one cause, without gap or overlap', () => {
    fc.assert(
      fc.property(aTimeline, (timeline) => {
        const stretches = stretchesOf(timeline, TODAY);
        let at = timeline.writtenOn;
        for (const { from, to } of stretches) {
          expect(from).toBe(at);
          expect(to > from).toBe(true);
          at = to;
        }
        const end = timeline.closedOn ?? TODAY;
        expect(at).toBe([end, timeline.writtenOn].sort().at(-1));
      }),
    );
  });

  it('the lines add up to the total, and the total is units × days', () => {
    fc.assert(
      fc.property(fc.array(aTimeline, { maxLength: 12 }), (timelines) => {
        const { lines, unitDays, uncountedDays, sinceAsked, letters } = exposureOf(timelines, TODAY);
        let [expected, uncounted] = [0, 0];
        for (const { writtenOn, closedOn, units } of timelines) {
          const length = Math.max(0, days(writtenOn, closedOn ?? TODAY));
          expected += length * units.reduce<number>((sum, one) => sum + (one ?? 0), 0);
          uncounted += length * (units.length === 0 ? 1 : units.filter((one) => one === null).length);
        }
        expect(unitDays).toBe(expected);
        expect(uncountedDays).toBe(uncounted);
        expect(lines.reduce((sum, line) => sum + line.unitDays, 0)).toBe(unitDays);
        expect(lines.reduce((sum, line) => sum + line.uncountedDays, 0)).toBe(uncountedDays);
        expect(sinceAsked).toBeLessThanOrEqual(unitDays);
        expect(letters).toBe(timelines.length);
      }),
    );
  });
});

it('units that nobody counted are not nothing', () => {
  expect(
    exposureOf(
      [
        { ...PLAIN, units: [null, 4] },
        { ...PLAIN, units: [] },
      ],
      TODAY,
    ),
  ).toMatchObject({
    unitDays: 54 * 4,
    uncountedDays: 54 * 2,
    sinceAsked: 52 * 4,
  });
});

it('pauses are told apart by their reason, and letters are counted once a line', () => {
  const pauses = [
    { from: '2026-10-10', to: '2026-10-12', reason: 'spare part' },
    { from: '2026-10-20', to: '2026-10-22', reason: 'spare part' },
    { from: '2026-10-24', to: '2026-10-25', reason: 'audit' },
  ];
  const { lines } = exposureOf([{ ...PLAIN, pauses }], TODAY);
  expect(lines.map(({ label, unitDays, letters }) => [label, unitDays, letters])).toEqual([
    ['Waiting for the supplier: no sign that the letter arrived', 470, 1],
    ['Paused: spare part', 40, 1],
    ['Waiting for us: approval and sending', 20, 1],
    ['Paused: audit', 10, 1],
  ]);
});

it('shares are of the whole', () => {
  expect([shareInWords(1, 3), shareInWords(0, 3), shareInWords(0, 0)]).toEqual(['33 %', '0 %', '–']);
});
