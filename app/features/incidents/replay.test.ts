import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_IDS, type MeasureId } from '../../regulation/options/measures';
import { readSpan } from '../plans/day-span';
import { countReplay, replayFigures } from './count-replay';
import type { UnitGroup } from './fleet-groups.server';
import { INCIDENTS, incidentOf } from './library';
import { WANNACRY } from './library/worms';
import { type ReplayFacts, replay, type Tri } from './replay';
import { readSystem, WINDOWS_GENERATIONS } from './windows';

const facts = (over: Partial<ReplayFacts> = {}): ReplayFacts => ({
  ...{ system: '7', network: true, device: 'infusion pump', supplier: null, agent: null },
  ...{ faults: new Map(), listens: new Set<number>(), controls: new Map() },
  ...over,
});
const open = new Map([['CVE-2017-0144', true]]);
const controls = (...given: [MeasureId, boolean][]) => new Map(given);

describe('the library', () => {
  it('is dated, sourced, and speaks of every measure once', () => {
    expect(new Set(INCIDENTS.map(({ id }) => id)).size).toBe(INCIDENTS.length);
    for (const incident of INCIDENTS) {
      expect(readSpan(incident.on), incident.id).not.toBeNull();
      expect(incident.sources.length, incident.id).toBeGreaterThan(0);
      for (const { on } of incident.sources) expect(readSpan(on), incident.id).not.toBeNull();
      expect(incident.happened.length, incident.id).toBeGreaterThan(0);
      expect(incident.needs.length, incident.id).toBeGreaterThan(0);
      expect(incident.measures.map(({ measure }) => measure).sort(), incident.id).toEqual([...MEASURE_IDS].sort());
      expect(incident.measures.every(({ why }) => why.length > 5)).toBe(true);
    }
  });

  it('is in the order of its days, the latest first', () => {
    const days = INCIDENTS.map(({ on }) => readSpan(on)?.earliest ?? '');
    expect(days).toEqual([...days].sort().reverse());
  });

  it('holds what the issue asks for, by name', () => {
    for (const id of [
      'wannacry-2017',
      'notpetya-2017',
      'conficker-2008',
      'merge-hemo-2016',
      'crowdstrike-2024',
      'synnovis-2024',
    ]) {
      expect(incidentOf(id)).not.toBeNull();
    }
    expect(incidentOf('__proto__')).toBeNull();
  });
});

describe('WannaCry', () => {
  it.each<[string, Partial<ReplayFacts>, string, RegExp]>([
    ['Windows 7 on the network, fault open', { faults: open }, 'hit', /fault is open/],
    ['Windows 7, nobody knows of the patch', {}, 'unknown', /whether MS17-010/],
    ['patched', { faults: new Map([['CVE-2017-0144', false]]) }, 'not', /fault is not on it/],
    ['Windows 10 of today', { system: '10', faults: open }, 'not', /system was not hit/],
    ['another system', { system: 'other' }, 'not', /system was not hit/],
    ['no system recorded', { system: null, faults: open }, 'unknown', /its operating system/],
    ['some Windows', { system: 'windows', faults: open }, 'unknown', /which Windows/],
    ['no network', { network: false, faults: open }, 'not', /no network/],
    ['nobody knows of a network', { network: null, faults: open }, 'unknown', /hangs on a network/],
    [
      'isolated, and shown to be',
      { faults: open, controls: controls(['isolation', true]) },
      'not',
      /held by: Isolation/,
    ],
    ['isolated, so it is said', { faults: open, controls: controls(['isolation', false]) }, 'unknown', /fresh proof/],
    ['in a segment, shown', { faults: open, controls: controls(['segmentation', true]) }, 'hit', /fault is open/],
  ])('%s', (_, over, verdict, why) => {
    const played = replay(WANNACRY, facts(over));
    expect(played.verdict).toBe(verdict);
    expect([...played.because, ...played.missing].join('; ')).toMatch(why);
  });

  it('names what would have helped: what stops and slows, and is not shown to be there', () => {
    const { wouldHelp } = replay(WANNACRY, facts({ faults: open, controls: controls(['segmentation', true]) }));
    expect(wouldHelp).toContainEqual({ measure: 'network_firewall', effect: 'stops' });
    expect(wouldHelp.map(({ measure }) => measure)).not.toContain('segmentation');
    expect(wouldHelp.map(({ measure }) => measure)).not.toContain('accept');
  });
});

describe('an update that went wrong', () => {
  const crowdstrike = incidentOf('crowdstrike-2024');
  if (!crowdstrike) throw new Error('missing');
  it('comes by the agent, which is said of the unit that has one', () => {
    const played = replay(crowdstrike, facts({ system: '10', agent: true, controls: controls(['antivirus', true]) }));
    expect(played).toMatchObject({ verdict: 'unknown', worse: ['antivirus'] });
    expect(replay(crowdstrike, facts({ system: '10', agent: false })).verdict).toBe('not');
  });
});

const aTri = fc.constantFrom<Tri>(true, false, null);
const aFacts: fc.Arbitrary<ReplayFacts> = fc
  .record({
    system: fc.constantFrom<ReplayFacts['system']>(...WINDOWS_GENERATIONS, 'windows', 'other', null),
    network: aTri,
    device: fc.constantFrom('', 'pacemaker', 'CT scanner'),
    supplier: aTri,
    agent: aTri,
    fault: aTri,
    listens: fc.boolean(),
    controls: fc.array(fc.tuple(fc.constantFrom(...MEASURE_IDS), fc.boolean()), { maxLength: 4 }),
  })
  .map(({ fault, listens, controls: given, ...rest }) => ({
    ...rest,
    faults: new Map(
      fault === null ? [] : ['CVE-2017-0144', 'CVE-2017-0145', 'CVE-2008-4250'].map((cve) => [cve, fault]),
    ),
    listens: new Set(listens ? [445] : []),
    controls: new Map(given),
  }));
const anIncident = fc.constantFrom(...INCIDENTS);

describe('any incident on any unit', () => {
  it('unknown says what is missing, and only unknown does', () => {
    fc.assert(
      fc.property(anIncident, aFacts, (incident, given) => {
        const { verdict, missing, because } = replay(incident, given);
        expect(missing.length > 0).toBe(verdict === 'unknown');
        if (verdict !== 'unknown') expect(because.length).toBeGreaterThan(0);
      }),
    );
  });

  it('what becomes known settles it, and never turns it round', () => {
    fc.assert(
      fc.property(anIncident, aFacts, fc.boolean(), fc.boolean(), (incident, given, yes, no) => {
        const before = replay(incident, given).verdict;
        const learnt = {
          ...given,
          network: given.network ?? yes,
          agent: given.agent ?? no,
          supplier: given.supplier ?? yes,
        };
        if (before !== 'unknown') expect(replay(incident, learnt).verdict).toBe(before);
      }),
    );
  });

  it('a control that is shown to work never makes a unit more exposed', () => {
    const rank = { not: 0, unknown: 1, hit: 2 };
    fc.assert(
      fc.property(anIncident, aFacts, fc.constantFrom(...MEASURE_IDS), (incident, given, measure) => {
        const without = new Map(given.controls);
        without.delete(measure);
        const proved = new Map(without).set(measure, true);
        const [a, b] = [
          replay(incident, { ...given, controls: without }),
          replay(incident, { ...given, controls: proved }),
        ];
        expect(rank[b.verdict]).toBeLessThanOrEqual(rank[a.verdict]);
      }),
    );
  });

  it('counts every unit once', () => {
    const aGroup = fc.record({
      facts: aFacts,
      units: fc.integer({ min: 1, max: 500 }),
      zone: fc.constantFrom('', 'A', 'B'),
    });
    fc.assert(
      fc.property(anIncident, fc.array(aGroup, { maxLength: 12 }), (incident, drawn) => {
        const groups = drawn.map(
          (one, at): UnitGroup => ({ ...one, key: `${at}`, modelId: `m${at % 3}`, model: 'x', os: '' }),
        );
        const figures = replayFigures(incident, groups);
        const all = groups.reduce((sum, { units }) => sum + units, 0);
        const { hit, not, unknown, units } = figures.counted;
        expect([hit + not + unknown, units]).toEqual([all, all]);
        expect(countReplay(incident, groups)).toEqual(figures.counted);
        for (const parts of [figures.models, figures.zones]) {
          expect(parts.reduce((sum, { counted }) => sum + counted.units, 0)).toBe(all);
        }
        expect([...figures.keys.hit, ...figures.keys.not, ...figures.keys.unknown].sort()).toEqual(
          groups.map(({ key }) => key).sort(),
        );
      }),
    );
  });
});

describe('which Windows it is', () => {
  it.each([
    ['Windows', 'XP SP3', 'xp'],
    ['Windows XP Embedded', 'SP3', 'xp'],
    ['Windows', '7 SP1', '7'],
    ['Windows Embedded', 'POSReady 7', '7'],
    ['Windows Embedded Standard', '7 SP1', '7'],
    ['Windows', '8.1', '8.1'],
    ['Windows', '10 22H2', '10'],
    ['Windows', '10 Enterprise LTSC 2016', '10_first'],
    ['Windows', '10 Enterprise LTSC 2019', '10'],
    ['Windows', '10 IoT LTSC 2021', '10'],
    ['Windows', '10 1607', '10_first'],
    ['Windows', '10', 'windows'],
    ['Windows', '11 IoT LTSC 2024', '11'],
    ['Windows Server', '2003', 'xp'],
    ['Windows Server', '2008', 'vista'],
    ['Windows Server', '2008 R2', '7'],
    ['Windows Server', '2012 R2', '8.1'],
    ['Windows Server', '2012', '8'],
    ['Windows Server', '2016', '10_first'],
    ['Windows Server', '2022', '10'],
    ['Windows', '', 'windows'],
    ['windows', '2000 SP4', '2000'],
    ['Ubuntu', '22.04', 'other'],
    ['VxWorks', '6.9', 'other'],
    ['', '', null],
  ])('%s %s', (product, release, expected) => expect(readSystem({ product, release })).toBe(expected));
});
