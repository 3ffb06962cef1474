import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMds2 } from '../../regulation/derivations/from-mds2';
import { FACT_LIST } from '../../regulation/facts/dictionary';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { MDS2_SECTIONS } from '../devices/mds2-questions';
import { changedAnswer, contradiction, type Stated, sameMatter } from './compare-statements';
import { placesOf, propositions } from './propositions';
import { blockQuestion, readSubject } from './subject';
import { matter, statement } from './testing';

const said = (subject: string, value: unknown, over: Partial<Stated> = {}) => statement({ subject, value, ...over });
const aspect = (one: Stated, other: Stated) => contradiction(one, other)?.aspect ?? null;

const patch = matter({ changes: ['a'], cves: ['CVE-2017-0144'] });
const permission = (value: unknown, of = patch) => said('block:D.permission', value, { matter: of });

describe('what contradicts', () => {
  it.each<[string, Stated, Stated, string]>([
    ['two answers to two letters on one change', permission(true), permission(false), 'may'],
    ['a yes with conditions and a no', permission('conditions'), permission(false), 'may'],
    ['a yes, and “only our service may”', permission(true), permission('service_only'), 'may'],
    [
      'the same asked as a fact',
      said('fact:manufacturer_authorised', true, { matter: patch }),
      permission(false),
      'may',
    ],
    ['a permission, and a form by which only the maker may', permission(true), said('mds2:CSUP-2.2', 'yes'), 'may'],
    ['a refusal, and a form that asks for no approval', permission(false), said('mds2:CSUP-2.4', 'Yes'), 'may'],
    ['a permission, and a contract that forbids', permission(true), said('may:os_patch', 'no'), 'may'],
    ['two editions of the form', said('mds2:CSUP-2.4', 'yes'), said('mds2:CSUP-2.4', 'no'), 'mds2:CSUP-2.4'],
    [
      'a fact of the form, and the form',
      said('fact:needs_patch_approval', false),
      said('mds2:CSUP-2.4', 'no'),
      'mds2:CSUP-2.4',
    ],
    [
      'a fact made of several answers, and one of them',
      said('fact:hospital_may_patch_os', true),
      said('mds2:CSUP-2.1', 'no'),
      'mds2:CSUP-2.1',
    ],
    [
      'VEX, and an advisory that names the device',
      said('vex:CVE-2017-0144', 'not_affected'),
      said('vex:CVE-2017-0144', 'affected', { source: 'advisory' }),
      'vex:CVE-2017-0144',
    ],
    [
      'two ends of support',
      said('block:H.support_ends', { device: '2027-12-31' }),
      said('block:H.support_ends', { device: '2026-06-30', 'operating system': '2026-01-13' }),
      'support-ends:device',
    ],
    [
      'passwords that can all be changed, and one that cannot',
      said('block:I.accounts', true),
      said('mds2:PAUT-5', 'no'),
      'mds2:PAUT-5',
    ],
    [
      'complete lists that differ',
      said('fact:us_market_status', '510k'),
      said('fact:us_market_status', 'pma'),
      'fact:us_market_status',
    ],
    [
      'something said of all devices of the maker, and of one',
      said('mds2:MLDP-2', 'no', { models: null }),
      said('mds2:MLDP-2', 'yes'),
      'mds2:MLDP-2',
    ],
  ])('%s', (_, one, other, where) => {
    expect(aspect(one, other)).toBe(where);
    expect(aspect(other, one)).toBe(where);
  });
});

describe('what does not', () => {
  const other = (over: Parameters<typeof matter>[0]) => permission(false, matter(over));
  it.each<[string, Stated, Stated]>([
    ['the same twice', permission(true), permission(true)],
    ['what is not known', permission(null), permission(false)],
    ['“see notes”', said('mds2:CSUP-2.4', 'see notes'), said('mds2:CSUP-2.4', 'no')],
    ['“not applicable”', said('mds2:CSUP-2.4', 'n/a'), said('mds2:CSUP-2.4', 'no')],
    ['unknown as a value', said('fact:is_ivd', 'unknown'), said('fact:is_ivd', true)],
    ['another device', said('mds2:CSUP-2.4', 'yes'), said('mds2:CSUP-2.4', 'no', { models: ['model-2'] })],
    ['another question', said('mds2:CSUP-2.4', 'yes'), said('mds2:CSUP-3.4', 'no')],
    ['a permission for another vulnerability', permission(true), other({ changes: ['b'], cves: ['CVE-2019-0708'] })],
    ['a permission for another kind of change', permission(true), other({ changes: ['b'], kinds: ['av_install'] })],
    [
      'a permission for another patch',
      permission(true, matter({ changes: ['a'], patches: ['KB4012212'] })),
      other({ changes: ['b'], patches: ['KB4499175'] }),
    ],
    ['a yes with conditions, and a yes', permission('conditions'), permission(true)],
    ['a no, and “only our service may”', permission(false), permission('service_only')],
    ['firmware in the form, and a permission for the system', permission(true), said('mds2:CSUP-3.2', 'yes')],
    ['approval that is needed, and given', permission(true), said('mds2:CSUP-2.4', 'no')],
    [
      'affected, and fixed in another version',
      said('vex:CVE-2017-0144', 'affected'),
      said('vex:CVE-2017-0144', 'fixed'),
    ],
    [
      'two versions in one file',
      said('vex:CVE-2017-0144', 'affected', { fileId: 'f' }),
      said('vex:CVE-2017-0144', 'not_affected', { fileId: 'f' }),
    ],
    ['a set in another order', said('fact:x', ['a', 'b']), said('fact:x', ['b', 'a'])],
    ['a key of no known family', said('weather:today', 'fine'), said('weather:today', 'foul')],
  ])('%s', (_, one, two) => {
    expect(contradiction(one, two)).toBeNull();
    expect(contradiction(two, one)).toBeNull();
  });
});

describe('one matter', () => {
  it('is the same change, whatever else', () => {
    expect(sameMatter(matter({ changes: ['a'], kinds: [] }), matter({ changes: ['a'], kinds: ['logging'] }))).toBe(
      true,
    );
  });
  it('is the same kind of change while nothing is known that tells them apart', () => {
    expect(sameMatter(matter({ cves: ['CVE-1'] }), matter())).toBe(true);
    expect(sameMatter(matter({ cves: ['CVE-1'] }), matter({ cves: ['CVE-2'] }))).toBe(false);
    expect(sameMatter(matter({ versions: ['4.2'] }), matter({ versions: ['4.3'] }))).toBe(false);
    expect(sameMatter(matter({ kinds: [] }), matter({ kinds: [] }))).toBe(false);
  });
});

const values = fc.oneof(
  fc.boolean(),
  fc.constantFrom(
    'yes',
    'no',
    'n/a',
    'see notes',
    'unknown',
    '',
    'conditions',
    'service_only',
    'affected',
    'not_affected',
    'fixed',
  ),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }),
  fc.array(fc.constantFrom('a', 'b', 'c')),
  fc.record({ device: fc.constantFrom('2026-01-01', '2027-01-01') }),
);
const subjects = fc.oneof(
  fc.constantFrom(...FACT_LIST.map(({ key }) => `fact:${key}`)),
  fc.constantFrom(...MDS2_SECTIONS.flatMap(({ questions }) => questions.map(([id]) => `mds2:${id}`))),
  fc.constantFrom(...KIND_IDS.map((kind) => `may:${kind}`)),
  fc.constantFrom(
    ...['block:D.permission', 'block:H.support_ends', 'block:H.sbom', 'block:I.accounts', 'block:I.remote_access'],
    ...['block:F.undo', 'block:D.scan', 'vex:CVE-2017-0144', 'vex:CVE-2019-0708', 'nothing known'],
  ),
);
const some = <T>(...list: T[]) => fc.subarray(list);
const statements: fc.Arbitrary<Stated> = fc
  .record({
    subject: subjects,
    value: values,
    fact: fc.constantFrom('', '', 'manufacturer_authorised', 'active_scan_allowed'),
    models: fc.option(fc.subarray(['m1', 'm2', 'm3'], { minLength: 1 }), { nil: null }),
    fileId: fc.option(fc.constantFrom('f1', 'f2'), { nil: null }),
    matter: fc.option(
      fc.record({
        changes: some('a', 'b'),
        kinds: some<string>('os_patch', 'av_install', 'firmware_update'),
        cves: some('CVE-1', 'CVE-2'),
        versions: some('1', '2'),
        patches: some('KB1', 'KB2'),
      }),
      { nil: null },
    ),
  })
  .map((over) => statement(over));

describe('any statements', () => {
  it('contradict each other, both ways or not at all', () => {
    fc.assert(
      fc.property(statements, statements, (one, other) => {
        expect(contradiction(one, other)).toEqual(contradiction(other, one));
      }),
      { numRuns: 3000 },
    );
  });

  it('never contradict themselves', () => {
    fc.assert(
      fc.property(statements, (one) => {
        expect(contradiction(one, { ...one, fileId: null })).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('contradict nothing while they say nothing', () => {
    fc.assert(
      fc.property(statements, statements, fc.constantFrom(null, undefined, 'unknown', ''), (one, other, value) => {
        expect(contradiction({ ...one, value }, other)).toBeNull();
      }),
    );
  });

  it('are found again in the places where statements on their aspects are looked for', () => {
    fc.assert(
      fc.property(statements, statements, (one, other) => {
        if (!contradiction(one, other)) return;
        const places = placesOf(propositions(one.subject, one.value, one.fact).map(({ aspect: at }) => at));
        const read = readSubject(other.subject);
        const block = read?.family === 'block' ? blockQuestion(read.name) : '';
        expect(
          places.subjects.includes(other.subject) || places.facts.includes(other.fact) || places.blocks.includes(block),
        ).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the table of equivalents and the facts read from the form', () => {
  const ids = MDS2_SECTIONS.flatMap(({ questions }) => questions.map(([id]) => id));
  it('agree: what one answer derives never contradicts that answer', () => {
    for (const id of ids) {
      for (const answer of ['yes', 'no']) {
        for (const { key, value } of fromMds2({ [id]: answer }, undefined)) {
          expect([id, answer, key, aspect(said(`mds2:${id}`, answer), said(`fact:${key}`, value))]).toEqual([
            id,
            answer,
            key,
            null,
          ]);
        }
      }
    }
  });

  it('agree the other way round: the opposite of what one answer derives contradicts it, where one answer is enough', () => {
    const single: [string, string, string][] = [];
    for (const id of ids) {
      for (const answer of ['yes', 'no']) {
        for (const { key, value } of fromMds2({ [id]: answer }, undefined)) {
          if (value === false || value === true) single.push([id, answer, `${key}=${!value}`]);
          expect(aspect(said(`mds2:${id}`, answer), said(`fact:${key}`, !value))).toBe(`mds2:${id}`);
        }
      }
    }
    expect(single.length).toBeGreaterThan(15);
  });
});

describe('a later answer by the same person', () => {
  it('is said to be one', () => {
    const earlier = { saidBy: 'Ana Silva, Spacelabs', saidOn: '2026-03-03' };
    expect(changedAnswer(earlier, { saidBy: 'Ana  silva, spacelabs ', saidOn: '2026-05-01' })).toEqual({
      by: 'Ana  silva, spacelabs',
      on: '2026-05-01',
    });
    expect(changedAnswer(earlier, { saidBy: 'Somebody else', saidOn: '2026-05-01' })).toBeNull();
    expect(changedAnswer(earlier, { ...earlier })).toBeNull();
    expect(changedAnswer({ saidBy: '', saidOn: null }, { saidBy: '', saidOn: '2026-05-01' })).toBeNull();
  });
});
