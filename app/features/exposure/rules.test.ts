import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureRank } from '../../regulation/options/exposure';
import { isMeasureId } from '../../regulation/options/measures';
import { controlStateOf, type GivenProof } from '../proofs/control-state';
import { neededProofs } from '../proofs/needed-proofs';
import { answersFor, type ExposureAnswer } from './answers';
import { BOD_TIMES, bodLine, bodRow } from './bod';
import { exposureOf } from './exposure-of';
import { exploitabilityStep, fdaRisk } from './fda-risk';
import { supportLookup } from './imported-support';
import type { Kev } from './known-attacks';
import { levelOf } from './level';
import { modificationsOf, type SaidAnswer } from './modifications';
import { controlsOf as controlsShown, type Place, reachOf } from './place';
import { SEVERITIES } from './questions';
import { RUBRIC, rubricValues } from './rubric';
import { readVector, scoreUnder, type Vector } from './score';
import { supportClocks } from './support-clocks';

const DAY = '2026-11-29';
const WORST = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const NOWHERE: Place = {
  ...{ networkConnected: null, zone: '', internetReachable: null, behind: '', controls: [], behindControl: null },
};
type Proof = Omit<GivenProof, 'proof'>;
/** Each proof as one of every kind that the library asks for; of several, the newest counts. */
const controlsOf = (recorded: string[], proofs: Proof[], day: string) => {
  const newest = [...proofs].sort((one, other) => other.takenOn.localeCompare(one.takenOn));
  const given = newest.flatMap((one) =>
    isMeasureId(one.measure) ? neededProofs(one.measure).map(({ text }) => ({ ...one, proof: text })) : [],
  );
  const shown = recorded.filter(isMeasureId).map((measure) => [measure, controlStateOf(measure, given, day)] as const);
  return controlsShown(recorded, new Map(shown));
};
const proof = (over: Partial<Proof> = {}): Proof => ({
  ...{ measure: 'segmentation', result: 'holds', takenOn: '2026-10-01', staleOn: '2027-01-01' },
  ...over,
});
const said = (question: string, answer: string): SaidAnswer => ({
  question,
  answer,
  reason: '',
  saidByName: 'Mei Tanaka',
});
const vectorOf = (text: string): Vector => {
  const read = readVector(text);
  if (read === null || typeof read === 'string') throw new Error(String(read));
  return read;
};
const LISTED: Kev = { state: 'listed', added: '2022-02-10', due: null, ransomware: true };
const exposed = (place: Partial<Place> = {}, answers: SaidAnswer[] = [], vector = WORST) =>
  exposureOf({
    ...{ verdict: 'affected', vector, score: 9.8, kev: LISTED, epss: { state: 'never_loaded' } },
    place: { ...NOWHERE, ...place },
    answers,
  });

const one = (...values: string[]) => fc.constantFrom(...values);
const v3 = fc
  .tuple(
    one('3.0', '3.1'),
    one('N', 'A', 'L', 'P'),
    one('L', 'H'),
    one('N', 'L', 'H'),
    one('N', 'R'),
    one('U', 'C'),
    fc.tuple(one('H', 'L', 'N'), one('H', 'L', 'N'), one('H', 'L', 'N')),
  )
  .map(
    ([v, av, ac, pr, ui, s, [c, i, a]]) => `CVSS:${v}/AV:${av}/AC:${ac}/PR:${pr}/UI:${ui}/S:${s}/C:${c}/I:${i}/A:${a}`,
  );
const v4 = fc
  .tuple(
    one('N', 'A', 'L', 'P'),
    one('L', 'H'),
    one('N', 'P'),
    one('N', 'L', 'H'),
    one('N', 'P', 'A'),
    fc.tuple(one('H', 'L', 'N'), one('H', 'L', 'N'), one('H', 'L', 'N')),
  )
  .map(
    ([av, ac, at, pr, ui, [c, i, a]]) =>
      `CVSS:4.0/AV:${av}/AC:${ac}/AT:${at}/PR:${pr}/UI:${ui}/VC:${c}/VI:${i}/VA:${a}/SC:N/SI:N/SA:N`,
  );
const v2 = fc
  .tuple(
    one('L', 'A', 'N'),
    one('H', 'M', 'L'),
    one('M', 'S', 'N'),
    one('N', 'P', 'C'),
    one('N', 'P', 'C'),
    one('N', 'P', 'C'),
  )
  .map(([av, ac, au, c, i, a]) => `AV:${av}/AC:${ac}/Au:${au}/C:${c}/I:${i}/A:${a}`);
const anyAnswer = fc.oneof(
  fc.tuple(fc.constantFrom(...RUBRIC.map(({ id }) => id)), one('yes', 'no', 'unknown')).map(([q, a]) => said(q, a)),
  fc.tuple(one('CR', 'IR', 'AR'), one('low', 'medium', 'high')).map(([q, a]) => said(q, a)),
);
const answers = fc.uniqueArray(anyAnswer, { selector: ({ question }) => question, maxLength: 12 });
const aPlace: fc.Arbitrary<Place> = fc.record({
  networkConnected: fc.constantFrom(true, false, null),
  zone: one('', 'Ward'),
  internetReachable: fc.constantFrom(true, false, null),
  behind: one('', 'firewall F3'),
  behindControl: fc.constantFrom('yes', 'no', 'unknown', null),
  controls: fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('segmentation', 'isolation', 'network_firewall', 'antivirus', 'nonsense')),
      fc.array(
        fc.record({
          measure: fc.constantFrom('segmentation', 'isolation', 'network_firewall'),
          result: fc.constantFrom('holds', 'fails', 'partly'),
          takenOn: one('2026-01-01', '2026-09-01'),
          staleOn: one('2026-10-01', '2027-10-01'),
        }),
      ),
    )
    .map(([recorded, proofs]) => controlsOf(recorded, proofs as Proof[], DAY)),
});

describe('the score here', () => {
  it('says in words why it differs from the base', () => {
    expect(exposed({ networkConnected: false }).score.says).toBe(
      '9.8 base, 8.4 here, because the model is not connected to a network: only somebody, or a medium, at the device itself.',
    );
    const behind = exposed({ controls: controlsOf(['segmentation'], [proof()], DAY) });
    expect(behind.score).toMatchObject({ base: 9.8, least: 8.8, greatest: 8.8 });
    expect(behind.reach.state).toBe('proved');
  });

  it.each<[string, Proof[], number, number, string]>([
    ['a stale proof', [proof({ staleOn: '2026-11-01' })], 8.8, 9.8, 'stale'],
    ['no proof', [], 8.8, 9.8, 'unproved'],
    ['a proof in part', [proof({ result: 'partly' })], 8.8, 9.8, 'unproved'],
    ['a proof that failed', [proof(), proof({ result: 'fails', takenOn: '2026-11-01' })], 9.8, 9.8, 'open'],
  ])('%s does not lower the greatest', (_, proofs, least, greatest, state) => {
    const found = exposed({ controls: controlsOf(['segmentation'], proofs, DAY) });
    expect(found.score).toMatchObject({ least, greatest });
    expect(found.reach.state).toBe(state);
  });

  it('is lowered for certain by everything that is asked for, and not by one proof of two', () => {
    const [one, other] = neededProofs('segmentation').map(({ text }) => ({ ...proof(), proof: text }));
    if (!one || !other) throw new Error('two proofs are asked for');
    const behind = (...given: GivenProof[]) =>
      exposed({
        controls: controlsShown(
          ['segmentation'],
          new Map([['segmentation', controlStateOf('segmentation', given, DAY)]]),
        ),
      }).reach.state;
    expect(behind(one, other)).toBe('proved');
    expect(behind(one)).toBe('unproved');
    // A failed test of reachability is not undone by a newer print of the configuration.
    expect(behind({ ...one, takenOn: '2026-11-20' }, { ...other, result: 'fails' })).toBe('open');
  });

  it('is never lowered behind a control where the internet reaches it, or somebody says there is none', () => {
    const controls = controlsOf(['isolation'], [proof({ measure: 'isolation' })], DAY);
    expect(exposed({ controls, internetReachable: true }).score.least).toBe(9.8);
    expect(exposed({ controls, behindControl: 'no' }).score.least).toBe(9.8);
  });

  it('says so when the vector is none, is missing, or comes to another number', () => {
    expect(exposed({}, [], 'CVSS:3.1/AV:N').score).toMatchObject({
      least: null,
      problem: expect.stringContaining('missing'),
    });
    expect(exposed({}, [], '').score.says).toBe(
      '9.8 published without a vector we can use: what it is here cannot be said.',
    );
    expect(exposed({}, [], WORST.replace('A:H', 'A:N')).score.problem).toBe(
      '9.8 is published, but its vector comes to 9.1.',
    );
  });

  it('never falls below 0, where the formula of CVSS 2.0 does', () => {
    const low = [{ question: 'CR', answer: 'low', reason: '', saidByName: 'Mei Tanaka' }];
    expect(exposed({}, low, 'AV:L/AC:H/Au:M/C:P/I:N/A:N').score.least).toBe(0);
  });

  it('is a number between 0 and 10 whatever is known, and what the calculator gives', () => {
    fc.assert(
      fc.property(fc.oneof(v3, v4, v2), aPlace, answers, (vector, place, given) => {
        const { score, level } = exposed(place, given, vector);
        const { proved, claimed } = modificationsOf(vectorOf(vector), place, given);
        const both = [scoreUnder(vectorOf(vector), proved), scoreUnder(vectorOf(vector), claimed)];
        expect(score.greatest).toBe(Math.max(...both));
        expect(score.least).toBe(Math.min(...both));
        for (const number of both) expect(number >= 0 && number <= 10).toBe(true);
        expect(exposureRank(level.least) <= exposureRank(level.greatest)).toBe(true);
        expect(score.says).toContain(' base');
      }),
      { numRuns: 300 },
    );
  });

  it('never falls when an answer becomes "unknown" or a proof goes stale', () => {
    fc.assert(
      fc.property(v3, aPlace, answers, fc.nat(), (vector, place, given, at) => {
        const rubric = given.filter(({ question }) => question.startsWith('X'));
        const before = exposed(place, rubric, vector).score.greatest ?? 0;
        const less = rubric.map((one, index) =>
          index === at % Math.max(1, rubric.length) ? { ...one, answer: 'unknown' } : one,
        );
        expect(exposed(place, less, vector).score.greatest).toBeGreaterThanOrEqual(before);
        const stale = { ...place, controls: place.controls.map((one) => ({ ...one, standing: 'stale' as const })) };
        const failedBefore = place.controls.some(({ standing }) => standing === 'failed');
        if (!failedBefore) expect(exposed(stale, rubric, vector).score.greatest).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rubric', () => {
  const values = (given: Record<string, 'yes' | 'no' | 'unknown'>) =>
    Object.fromEntries(rubricValues(new Map(Object.entries(given))).map(({ metric, value }) => [metric, value]));
  it.each<[Record<string, 'yes' | 'no' | 'unknown'>, Record<string, string>]>([
    [{}, {}],
    [{ XAVN: 'yes', XAVT: 'yes' }, { AV: 'N' }],
    [{ XAVN: 'yes', XAVT: 'unknown' }, { AV: 'N' }],
    [{ XAVN: 'unknown', XAVT: 'no' }, { AV: 'N' }],
    [{ XAVN: 'yes', XAVT: 'no', XAVW: 'yes', XAVR: 'yes' }, { AV: 'L' }],
    [{ XAVN: 'yes', XAVT: 'no', XAVW: 'yes', XAVR: 'no' }, { AV: 'A' }],
    [{ XAVN: 'yes', XAVT: 'no', XAVW: 'no' }, { AV: 'A' }],
    [{ XAVN: 'no', XAVP: 'yes' }, { AV: 'P' }],
    [{ XAVN: 'no' }, { AV: 'L' }],
    [{ XACL: 'no' }, { AC: 'H' }],
    [{ XACL: 'unknown' }, { AC: 'L' }],
    [{ XPRL: 'yes', XPRZ: 'yes', XPRS: 'yes' }, { PR: 'H' }],
    [{ XPRL: 'yes', XPRZ: 'yes', XPRS: 'unknown' }, { PR: 'L' }],
    [{ XPRL: 'yes', XPRZ: 'unknown', XPRS: 'yes' }, { PR: 'N' }],
    [
      { XUI: 'yes', XS: 'no' },
      { UI: 'R', S: 'U' },
    ],
    [
      { XUI: 'unknown', XS: 'unknown' },
      { UI: 'N', S: 'C' },
    ],
    [{ XCP: 'yes', XCPM: 'no', XCD: 'no', XCT: 'no', XCW: 'no', XCS: 'no', XCO: 'no' }, { C: 'L' }],
    [{ XIP: 'no', XID: 'no', XIT: 'no', XIW: 'no', XIS: 'no', XIO: 'no' }, { I: 'N' }],
    [{ XAT: 'no' }, { A: 'H' }],
  ])('%j → %j', (given, expected) => expect(values(given)).toEqual(expected));
});

describe('BOD 26-04', () => {
  const flags = [true, false];
  it('has sixteen rows, and never gives more time to what is worse', () => {
    for (const exposed of flags)
      for (const automatable of flags)
        for (const total of flags) {
          expect(bodRow({ listed: true, exposed, automatable, total })).toBeLessThanOrEqual(
            bodRow({ listed: false, exposed, automatable, total }),
          );
          for (const listed of flags) {
            const row = bodRow({ listed, exposed, automatable, total });
            expect(bodRow({ listed, exposed: true, automatable, total })).toBeLessThanOrEqual(row);
            expect(bodRow({ listed, exposed, automatable: true, total })).toBeLessThanOrEqual(row);
            expect(bodRow({ listed, exposed, automatable, total: true })).toBeLessThanOrEqual(row);
          }
        }
  });
  it('follows what is not known every way', () => {
    expect(bodLine({ listed: null, exposed: null, automatable: null, total: null })).toMatchObject({
      shortest: BOD_TIMES[0],
      longest: BOD_TIMES[4],
    });
    expect(bodLine({ listed: true, exposed: false, automatable: null, total: false })).toEqual({
      shortest: '14 days',
      longest: '14 days',
      open: [],
    });
  });
});

describe('controlled or uncontrolled', () => {
  const risk = (given: SaidAnswer[], vector: string | null = WORST, exploited = false) =>
    fdaRisk(vector ? vectorOf(vector) : null, exploited, given);
  it('is not decidable while nobody said whether safety is affected, and names the question', () => {
    expect(risk([])).toMatchObject({ outcome: null, question: { id: 'PV1' } });
    expect(risk([said('PV1', 'yes')])).toMatchObject({ outcome: null, question: { id: 'PV4' } });
    expect(risk([said('PV1', 'unknown')])).toMatchObject({ outcome: null, question: { id: 'PV1' } });
  });
  it.each<[SaidAnswer[], string | null]>([
    [[said('PV1', 'no')], 'controlled'],
    [[said('PV1', 'yes'), said('PV4', 'yes')], 'controlled'],
    [[said('PV1', 'yes'), said('PV4', 'no')], 'uncontrolled'],
    [[said('PV1', 'yes'), said('PV3', 'critical')], 'uncontrolled'],
    [[said('PV1', 'yes'), said('PV3', 'negligible')], 'controlled'],
    [[said('PV1', 'yes'), said('PV3', 'minor')], null],
  ])('%j', (given, outcome) => expect(risk(given).outcome).toBe(outcome));
  it('takes the worst step without a number, and one more where attacks are known', () => {
    expect(exploitabilityStep(null, false)).toBe('high');
    const low = vectorOf('CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:H/I:H/A:H');
    expect([exploitabilityStep(low, false), exploitabilityStep(low, true)]).toEqual(['low', 'medium']);
    // Negligible harm is controlled whatever the answer before it.
    for (const severity of SEVERITIES)
      expect(risk([said('PV3', severity)]).outcome).toBe(severity === 'negligible' ? 'controlled' : null);
  });
});

describe('the level', () => {
  const level = (over: Partial<Parameters<typeof levelOf>[0]>) =>
    levelOf({ verdict: 'affected', vector: 'network', exploited: true, place: NOWHERE, ...over });
  it('is none for what is not affected, and may be none for what is not known', () => {
    expect(level({ verdict: 'fixed' })).toMatchObject({ least: 'none', greatest: 'none' });
    expect(level({ verdict: 'unclear' })).toMatchObject({ least: 'none', greatest: 'very_high' });
  });
  it('widens with what is not known, and only a proof lowers its end', () => {
    expect(level({})).toMatchObject({ least: 'very_high', greatest: 'very_high' });
    expect(level({ exploited: null })).toMatchObject({ least: 'high', greatest: 'very_high' });
    expect(level({ place: { ...NOWHERE, networkConnected: false } })).toMatchObject({ least: 'low', greatest: 'low' });
    const stale = controlsOf(['isolation'], [proof({ measure: 'isolation', staleOn: '2026-01-02' })], DAY);
    expect(level({ place: { ...NOWHERE, controls: stale } })).toMatchObject({ least: 'low', greatest: 'very_high' });
  });
});

describe('support clocks', () => {
  const clocks = (over: Partial<Parameters<typeof supportClocks>[0]>) =>
    supportClocks(
      {
        ...{
          os: { product: 'Windows', release: '7 SP1' },
          osImported: false,
          makerSupportEnds: null,
          contractEnds: null,
        },
        osSupport: { state: 'ended', lastDay: '2020-01-14', lastPaidDay: null },
        ...over,
      },
      DAY,
    );
  it('names what runs out first and what nobody knows', () => {
    expect(clocks({ makerSupportEnds: '2019-05-01' })).toMatchObject({ first: 'maker', notKnown: ['The contract'] });
    expect(clocks({ osSupport: { state: 'unknown', lastDay: null, lastPaidDay: null } })).toMatchObject({
      first: null,
      notKnown: ['Windows 7 SP1', 'The maker', 'The contract'],
    });
  });
  it('puts imported dates before those of the program, and takes no date for not known', () => {
    const row = {
      product: 'windows',
      title: 'Microsoft Windows',
      label: '',
      ended: null,
      endsOn: null,
      extendedEndsOn: null,
    };
    const look = supportLookup(
      [
        { ...row, release: '7-sp1', endsOn: '2030-01-01' },
        { ...row, release: 'xp-sp3' },
        { ...row, product: 'qnx', title: 'QNX', release: '7.1', ended: true },
        { ...row, product: 'zephyr', title: 'Zephyr', release: '4.1', ended: false },
      ],
      '2026-10-01',
      DAY,
    );
    const of = (product: string, release: string) => look({ product, release });
    expect(of('Windows', '7 SP1')).toMatchObject({
      imported: true,
      support: { state: 'supported', lastDay: '2030-01-01' },
    });
    expect(of('Microsoft Windows', 'XP SP3')).toMatchObject({ imported: false, support: { state: 'ended' } });
    expect(of('QNX', '7.1')).toMatchObject({ imported: true, support: { state: 'ended', lastDay: '2026-10-01' } });
    expect(of('Zephyr', '4.1')).toMatchObject({ imported: true, support: { state: 'supported', lastDay: null } });
    expect(of('Homemade', '1')).toMatchObject({ support: { state: 'unknown' } });
    expect(of('', '')).toMatchObject({ support: { state: 'unknown' } });
  });
});

it('a place is described by what is best known of it', () => {
  expect(reachOf(NOWHERE).state).toBe('unknown');
  expect(reachOf({ ...NOWHERE, zone: 'VLAN 12', behindControl: 'yes' })).toEqual({
    state: 'unproved',
    says: 'Behind a control, as a person answered; no proof (in zone “VLAN 12”)',
  });
});

it('the answer closest to the unit and the vulnerability counts', () => {
  const answer = (id: string, unitId: string | null, cve: string): ExposureAnswer => ({
    ...{ id, unitId, cve, question: 'XUI', answer: id, reason: '', saidByName: '', saidAt: '' },
  });
  const all = [
    answer('model', null, ''),
    answer('cve', null, 'C-1'),
    answer('unit', 'u', ''),
    answer('both', 'u', 'C-1'),
  ];
  const closest = (unit: string | null, cve: string) => answersFor(all, unit, cve).map(({ id }) => id);
  expect([
    closest(null, 'C-2'),
    closest(null, 'C-1'),
    closest('u', 'C-2'),
    closest('u', 'C-1'),
    closest('v', 'C-1'),
  ]).toEqual([['model'], ['cve'], ['unit'], ['both'], ['cve']]);
});
