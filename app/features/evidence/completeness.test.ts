/** Each line of the completeness check in each of its states, and the lines of many changes put together. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { house } from '../changes/testing';
import { AXES } from '../risk/axes';
import { completeness, completenessInWords, completenessOf, RULES, trailLines } from './completeness';
import type { ChangeMaterial, SignatureMaterial, TrailMaterial } from './material';
import { aChange, MOMENT, row } from './testing';

const database = testDatabase();
const DAY = '2026-11-23';
let base: ChangeMaterial;
beforeAll(async () => {
  base = await aChange(await house(database));
});

type Over = Partial<Record<keyof ChangeMaterial, unknown>>;
const state = (key: string, over: Over) => {
  const one = { ...base, ...over } as ChangeMaterial;
  const line = completenessOf(one, DAY).find((each) => each.key === key);
  if (!line) throw new Error(`no rule ${key}`);
  return line;
};

const ROUND = row<ChangeMaterial['rounds'][number]>({
  id: 'r1',
  number: 1,
  option: 'as_proposed',
  status: 'approved',
  expiresOn: '2027-01-01',
});
const signature = (slot: string, over: Partial<SignatureMaterial> = {}) =>
  row<SignatureMaterial>({
    ...{
      id: `s-${slot}`,
      roundId: 'r1',
      slot: slot as SignatureMaterial['slot'],
      meaning: 'approve',
      printedName: 'Ruth',
    },
    ...{ voidedAt: null, voidedBecause: null, ...over },
  });
const place = (slot: string) => ({ slot, label: slot, decides: false, because: [] });
const FALLEN = { voidedAt: MOMENT, voidedBecause: [{ part: 'facts', key: 'k', label: 'L', before: 'a', after: 'b' }] };
const ALL_RATED = AXES.flatMap((axis) =>
  (['before', 'after'] as const).map((moment) => row({ axis, moment, consequence: 2, likelihood: 2 })),
);
const fact = (over: object) =>
  row({
    type: 'fact',
    key: 'is_security_update',
    value: true,
    saidBy: null,
    sourceDocument: null,
    sourcePage: null,
    sourceDate: null,
    ...over,
  });
const letter = (over: object) => ({
  letter: {
    reference: 'L01',
    status: 'sent',
    questionsAsked: 2,
    answeredAt: null,
    sentAt: '2026-11-13T09:00:00.000Z',
    ...over,
  },
  versions: [],
  clocks: [],
  replies: [],
});
const PLAN = row({ steps: 'a', backOut: 'b', success: 'c' });
const CLOSED = () => ({ change: { ...base.change, status: 'closed' } });
const put = { rounds: [ROUND] };
const emergency = (over: object) =>
  row({
    withdrawnAt: null,
    confirmedBy: 'x',
    confirmedByName: 'Mei',
    signBy: '2026-11-21T00:00:00.000Z',
    regularisedAt: '2026-11-20T00:00:00.000Z',
    ...over,
  });

const evidenced = 'evidenced';
const missing = 'not_evidenced';
const beside = 'not_applicable';

/** Rule, what differs from a freshly submitted change, its state, and words that must stand in it. */
const CASES: [string, () => Over, string, RegExp][] = [
  ['proposal', () => ({}), evidenced, /12 units/],
  ['proposal', () => ({ units: [] }), missing, /the units/],
  [
    'proposal',
    () => ({ change: { ...base.change, kinds: [], actor: '' } }),
    missing,
    /the kind of change, who makes it/,
  ],
  ['provenance', () => ({ statements: [] }), beside, /No fact/],
  ['provenance', () => ({ statements: [fact({})] }), missing, /1 fact of 1 without a source/],
  ['provenance', () => ({ statements: [fact({ value: 'unknown' })] }), beside, /No fact/],
  ['provenance', () => ({ statements: [fact({ saidBy: 'Halden' })] }), evidenced, /1 fact, each/],
  ['editions', () => ({}), evidenced, /each with edition and digest/],
  ['editions', () => ({ assessment: null }), missing, /never assessed/],
  ['editions', () => ({ assessment: { ...base.assessment, editions: {} } }), missing, /Without edition or digest/],
  ['questions', () => ({}), missing, /open, counted as the worst/],
  ['questions', () => ({ assessment: null }), missing, /never assessed/],
  [
    'questions',
    () => ({ assessment: { ...base.assessment, result: { ...base.assessment?.result, findings: [] } } }),
    evidenced,
    /answered/,
  ],
  ['derived', () => ({ derived: [] }), beside, /derived/],
  ['derived', () => ({ derived: [{ key: 'A/1', confirmedBy: null }] }), missing, /1 of 1 not confirmed: A\/1/],
  ['derived', () => ({ derived: [{ key: 'A/1', confirmedBy: 'Jonas' }] }), evidenced, /confirmed by name/],
  ['report', () => ({ documents: [] }), missing, /No assessment report/],
  [
    'report',
    () => ({ documents: [row({ kind: 'assessment-report', sha256: null, reference: 'R01' })] }),
    missing,
    /No/,
  ],
  [
    'report',
    () => ({ documents: [row({ kind: 'assessment-report', sha256: 'ab', reference: 'R01' })] }),
    evidenced,
    /R01/,
  ],
  ['risk', () => ({ ratings: [] }), missing, /patient safety before/],
  ['risk', () => ({ ratings: ALL_RATED.slice(1) }), missing, /^Not rated: patient safety before\.$/],
  ['risk', () => ({ ratings: ALL_RATED }), evidenced, /Eight/],
  ['hazards', () => ({ hazards: [] }), missing, /empty/],
  ['hazards', () => ({ hazards: [row({})], ...put }), missing, /no standing signature/],
  [
    'hazards',
    () => ({ hazards: [row({})], ...put, signatures: [signature('clinical_safety', FALLEN)] }),
    missing,
    /no standing/,
  ],
  [
    'hazards',
    () => ({ hazards: [row({})], ...put, signatures: [signature('clinical_safety')] }),
    evidenced,
    /signed by Ruth/,
  ],
  ['reportability', () => ({ triages: [] }), beside, /reason to ask/],
  ['reportability', () => ({ triages: [row({ decision: null, deciderName: 'Amara' })] }), missing, /Amara/],
  ['reportability', () => ({ triages: [row({ decision: 'no_report' })] }), evidenced, /1 decision/],
  ['option', () => ({}), beside, /Not put/],
  ['option', () => put, evidenced, /Round 1/],
  [
    'option',
    () => ({ standard: { number: 3, title: '', usedAt: MOMENT, usedByName: 'Jonas' } }),
    evidenced,
    /standard change 3/,
  ],
  ['option', CLOSED, missing, /No option/],
  ['signatures', () => ({}), beside, /Not put/],
  ['signatures', () => ({ ...put, route: [place('author')], signatures: [] }), missing, /of: author/],
  ['signatures', () => ({ ...put, route: [place('author')], signatures: [signature('author')] }), evidenced, /1 place/],
  [
    'signatures',
    () => ({ ...put, route: [place('author')], signatures: [signature('author', FALLEN)] }),
    missing,
    /author/,
  ],
  [
    'signatures',
    () => ({ ...put, route: [place('author')], signatures: [signature('author', { meaning: 'reject' })] }),
    evidenced,
    /Rejected by Ruth/,
  ],
  [
    'signatures',
    () => ({ standard: { number: 3, title: '', usedAt: MOMENT, usedByName: 'Jonas' } }),
    evidenced,
    /used by Jonas/,
  ],
  ['fallen', () => ({ ...put, signatures: [signature('author')] }), beside, /No signature fell/],
  ['fallen', () => ({ ...put, signatures: [signature('author', FALLEN)] }), missing, /not given anew: Ruth/],
  [
    'fallen',
    () => ({ ...put, signatures: [signature('author', FALLEN), signature('author')] }),
    evidenced,
    /signed again/,
  ],
  [
    'fallen',
    () => ({ ...put, signatures: [signature('author', { ...FALLEN, voidedBecause: [] })] }),
    missing,
    /without a reason/,
  ],
  ['dissents', () => ({ dissents: [] }), beside, /Nobody/],
  [
    'dissents',
    () => ({ dissents: [row({ number: 1, printedName: 'Mei', answeredAt: null, takenBack: null })] }),
    missing,
    /no\. 1 of Mei/,
  ],
  ['dissents', () => ({ dissents: [row({ answeredAt: MOMENT, takenBack: null })] }), evidenced, /1 dissent/],
  ['dissents', () => ({ dissents: [row({ answeredAt: null, takenBack: MOMENT })] }), evidenced, /taken back/],
  ['conditions', () => ({ conditions: [row({ status: 'void' })] }), beside, /no condition/],
  ['conditions', () => ({ conditions: [row({ status: 'proved', number: 2, dueOn: DAY })] }), missing, /no\. 2, due/],
  ['conditions', () => ({ conditions: [row({ status: 'met' })] }), evidenced, /1 condition/],
  ['expiry', () => ({}), beside, /No approval/],
  ['expiry', () => put, evidenced, /until 2027-01-01/],
  ['expiry', () => ({ rounds: [{ ...ROUND, expiresOn: '2026-11-22' }] }), missing, /ran out on 2026-11-22/],
  ['expiry', () => ({ rounds: [{ ...ROUND, status: 'revoked' }] }), missing, /is revoked/],
  ['expiry', () => ({ ...put, ...CLOSED() }), beside, /closed/],
  ['acceptance', () => ({ acceptances: [row({ endedAt: MOMENT })] }), beside, /No acceptance/],
  ['acceptance', () => ({ acceptances: [row({ endedAt: null, expiresOn: DAY })] }), evidenced, /until/],
  [
    'acceptance',
    () => ({ acceptances: [row({ endedAt: null, number: 1, expiresOn: '2026-11-22' })] }),
    missing,
    /no\. 1 on 2026-11-22/,
  ],
  ['emergency', () => ({ emergencies: [emergency({ withdrawnAt: MOMENT })] }), beside, /No emergency/],
  ['emergency', () => ({ emergencies: [emergency({})] }), evidenced, /Mei/],
  ['emergency', () => ({ emergencies: [emergency({ confirmedBy: null })] }), missing, /No second person/],
  ['emergency', () => ({ emergencies: [emergency({ regularisedAt: null })] }), missing, /Not signed afterwards/],
  [
    'emergency',
    () => ({ emergencies: [emergency({ regularisedAt: '2026-11-22T00:00:00.000Z' })] }),
    missing,
    /too late/,
  ],
  ['letters', () => ({ letters: [] }), beside, /No letter/],
  ['letters', () => ({ letters: [letter({})] }), evidenced, /L01: silent for 10 days/],
  ['letters', () => ({ letters: [letter({ sentAt: null })] }), missing, /no day of sending/],
  ['letters', () => ({ letters: [letter({ answeredAt: MOMENT })] }), evidenced, /each answered/],
  ['letters', () => ({ letters: [letter({ questionsAsked: 0 })] }), beside, /No letter asks/],
  ['claims', () => ({ claims: [] }), beside, /No answer/],
  ['claims', () => ({ claims: [row({ status: 'proposed' })] }), missing, /1 claim nobody/],
  ['claims', () => ({ claims: [row({ status: 'set_aside' })] }), evidenced, /each decided/],
  ['plan', () => ({}), beside, /Not put/],
  ['plan', () => put, missing, /the steps, the way back/],
  ['plan', () => ({ ...put, plan: { ...PLAN, backOut: ' ' } }), missing, /^Not written: the way back\.$/],
  ['plan', () => ({ ...put, plan: PLAN }), evidenced, /written/],
  ['tests', () => ({}), beside, /Not put/],
  ['tests', () => put, missing, /No line/],
  ['tests', () => ({ checks: [row({ key: 'k', state: 'failed' })] }), missing, /Failed: k/],
  [
    'tests',
    () => ({ checks: [row({ key: 'k', state: 'passed', attachmentId: null, because: '' })] }),
    missing,
    /nothing shows it: k/,
  ],
  [
    'tests',
    () => ({ checks: [row({ state: 'not_tested', because: 'no spare unit' })] }),
    evidenced,
    /a file or a reason/,
  ],
  ['implementation', () => ({}), beside, /Not carried out/],
  ['implementation', CLOSED, missing, /Nothing recorded for 12 of 12/],
  [
    'implementation',
    () => ({ implementations: base.units.map(({ id }) => row({ unitId: id })) }),
    evidenced,
    /12 units/,
  ],
  ['verification', () => ({}), beside, /Not carried out/],
  ['verification', CLOSED, missing, /Closed without/],
  [
    'verification',
    () => ({ ...CLOSED(), verifications: [row({ outcome: 'failed', verifiedByName: 'Mei', verifiedAt: MOMENT })] }),
    missing,
    /failed/,
  ],
  [
    'verification',
    () => ({ ...CLOSED(), verifications: [row({ outcome: 'as_planned', verifiedByName: 'Mei', verifiedAt: MOMENT })] }),
    evidenced,
    /as planned/,
  ],
  ['files', () => ({ attachments: [row({ removedAt: MOMENT })] }), beside, /No file/],
  ['files', () => ({ attachments: [row({ removedAt: null, disposedAt: null })] }), evidenced, /1 file/],
  ['files', () => ({ attachments: [row({ removedAt: null, disposedAt: MOMENT, name: 'a.txt' })] }), missing, /a\.txt/],
];

describe('each line', () => {
  it.each(CASES.map(([key, over, wanted, words], n) => ({ n, key, over, wanted, words })))(
    '$n: $key is $wanted',
    ({ key, over, wanted, words }) => {
      const line = state(key, over());
      expect(line.state).toBe(wanted);
      expect(line.words).toMatch(words);
      expect(line.words).not.toMatch(/undefined|null|NaN/);
    },
  );

  it('is tried in every state it can have', () => {
    const tried = new Map(RULES.map(({ key }) => [key, new Set(CASES.filter(([k]) => k === key).map(([, , s]) => s))]));
    for (const [key, states] of tried)
      expect([key, states.has(evidenced), states.has(missing)]).toEqual([key, true, true]);
  });
});

const TRAIL: TrailMaterial = {
  ...{ seq: 40, hash: 'a'.repeat(64), at: '2026-11-23T10:00:00.000Z', checkpoint: null, verified: null, review: null },
};

describe('a whole pack', () => {
  it('says for several changes which of them lack something', () => {
    const good = { ...base, documents: [row({ kind: 'assessment-report', sha256: 'ab' })] } as ChangeMaterial;
    const report = (some: ChangeMaterial[]) => completeness(some, TRAIL).find(({ key }) => key === 'report');
    expect(report([good, good])).toMatchObject({ state: evidenced, words: 'For all 2 changes that it concerns.' });
    expect(report([good, base])).toMatchObject({
      state: missing,
      words: `Not evidenced for 1 of 2: ${base.change.reference}.`,
    });
    expect(report(Array.from({ length: 20 }, () => base))?.words).toMatch(/ and 8 more\.$/);
    const dissents = completeness([base, base], TRAIL).find(({ key }) => key === 'dissents');
    expect(dissents).toMatchObject({ state: beside, words: 'It concerns none of these changes.' });
  });

  it('says of the record what was checked of it, and nothing silently', () => {
    expect(trailLines(TRAIL).map((line) => line.state)).toEqual([missing, missing, missing]);
    const verified = { seq: 30, at: MOMENT, by: 'Ines', ok: true };
    const whole = {
      ...TRAIL,
      checkpoint: { seq: 39, at: MOMENT, keyId: 'k' },
      verified,
      review: { number: 1, toSeq: 30, at: MOMENT, by: 'Ines', outcome: 'nothing_found' },
    };
    expect(trailLines(whole).map((line) => line.state)).toEqual([evidenced, evidenced, evidenced]);
    const broken = trailLines({ ...whole, verified: { ...verified, ok: false } })[1];
    expect(broken).toMatchObject({ state: missing, words: expect.stringContaining('Found broken') });
  });

  it('counts what is missing in words', () => {
    const line = { key: 'k', label: 'L', words: '' };
    expect(completenessInWords([])).toMatch(/^Every line/);
    expect(completenessInWords([{ ...line, state: 'not_evidenced' }])).toBe('One line is not evidenced.');
    expect(
      completenessInWords(Array.from({ length: 3 }, () => ({ ...line, state: 'not_evidenced' as const }))),
    ).toMatch(/^3 lines/);
  });
});
