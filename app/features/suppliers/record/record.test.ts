import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../../db/client.server';
import { testDatabase } from '../../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../../guard/testing/people';
import { accepted, aModel, savedId } from '../../devices/testing';
import { createSupplier } from '../create-supplier.server';
import { listAnswers } from '../list-answers.server';
import { SupplierForm } from '../supplier-form';
import { aPastLetter, type Past } from '../testing';
import { readRecord } from './read-record.server';

testDatabase();
afterAll(closeDatabase);

const TODAY = '2026-11-24';
let engineer: TestPerson;
let foreign: TestPerson;
beforeAll(async () => {
  engineer = await aPerson(await anOrganisation(), 'engineer');
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
});

const aSupplier = async (name: string) => savedId(await createSupplier(engineer, accepted(SupplierForm, { name })));
const recordOf = (supplierId: string, actor = engineer) =>
  inOrganisation(actor, (tx) => readRecord(tx, actor.orgId, supplierId, { day: TODAY }));
let counter = 0;
const write = (supplierId: string, past: Omit<Partial<Past>, 'supplierId'>) => {
  counter += 1;
  return aPastLetter(engineer, { reference: `CM-2026-${counter}-L01`, written: '2026-10-01', ...past, supplierId });
};

describe('how a supplier stands', () => {
  it('is nothing for one that was never asked', async () => {
    const record = await recordOf(await aSupplier('Never asked Ltd'));
    expect(record).toMatchObject({
      standing: { letters: 0, overdue: 0, openQuestions: 0, waiting: 0, silence: null },
      overdue: [],
      letters: [],
      exposure: { unitDays: 0, uncountedDays: 0, lines: [] },
      period: { from: TODAY, to: TODAY },
    });
    expect(record?.stages.map(({ stage, survival }) => [stage, survival.asked])).toEqual([
      ['acknowledge', 0],
      ['position', 0],
      ['fix', 0],
    ]);
  });

  it('counts what is overdue, open and silent, longest first', async () => {
    const id = await aSupplier('Silent Ltd');
    const question = { text: 'May it be installed?' };
    const silent = await write(id, {
      ...{ sent: '2026-10-12', nextDue: '2026-10-19', questions: [question, question] },
      clocks: [{ stage: 'acknowledge', due: '2026-10-19' }],
    });
    await write(id, {
      sent: '2026-10-02',
      acknowledged: '2026-11-20',
      status: 'acknowledged',
      nextDue: '2026-11-20',
      questions: [question],
    });
    await write(id, { sent: '2026-10-01', status: 'closed', closed: '2026-11-01', questions: [question] });
    await write(id, { status: 'draft' });
    await write(id, { status: 'withdrawn' });
    const record = await recordOf(id);
    expect(record?.standing).toEqual({
      ...{ letters: 4, overdue: 2, openQuestions: 3, waiting: 2 },
      silence: { id: silent, reference: expect.any(String), since: '2026-10-12', days: 43, workingDays: 31 },
    });
    expect(record?.overdue.map(({ due, days, stage }) => [due, days, stage])).toEqual([
      ['2026-10-19', 36, 'acknowledge'],
      ['2026-11-20', 4, 'position'],
    ]);
    expect(record).toMatchObject({ moreLetters: 0, period: { from: '2026-10-01', to: TODAY } });
  });

  it('is read by nobody else', async () => {
    expect(await recordOf(await aSupplier('Ours alone Ltd'), foreign)).toBeNull();
  });
});

describe('how long it takes', () => {
  it('counts answered, open, stopped and paused cases as what they are', async () => {
    const id = await aSupplier('Slow Ltd');
    const due = '2026-10-20';
    const position = (more: { met?: string; stopped?: string }, pauses?: Past['pauses']) =>
      write(id, { sent: '2026-10-06', clocks: [{ stage: 'position', due, ...more }], ...(pauses ? { pauses } : {}) });
    await position({ met: '2026-10-16' });
    await position({ met: '2026-10-26' });
    await position({ met: '2026-10-26' }, [{ from: '2026-10-08', to: '2026-10-18', reason: 'agreed' }]);
    await position({ stopped: '2026-10-10' });
    await position({});
    await position({}, [{ from: '2026-11-14', to: null, reason: 'agreed' }]);
    const record = await recordOf(id);
    const stage = record?.stages.find((one) => one.stage === 'position');
    expect(stage?.survival).toMatchObject({ asked: 6, answered: 3, open: 3, longest: 49 });
    expect(stage?.survival.points.map(({ day, atRisk, answered }) => [day, atRisk, answered])).toEqual([
      [10, 5, 2],
      [20, 3, 1],
    ]);
    // Neither the one that was stopped in time nor the one that is paused was due; two came late, one never.
    expect(stage).toMatchObject({ due: 4, unanswered: 3 });
  });

  it('takes pauses that overlap out once', async () => {
    const id = await aSupplier('Twice paused Ltd');
    await write(id, {
      sent: '2026-10-06',
      clocks: [{ stage: 'fix', due: '2026-12-01', met: '2026-11-05' }],
      pauses: [
        { from: '2026-10-10', to: '2026-10-20', reason: 'one' },
        { from: '2026-10-15', to: '2026-10-25', reason: 'two' },
        { from: '2026-11-01', to: '2026-12-01', reason: 'three' },
      ],
    });
    const record = await recordOf(id);
    expect(record?.stages[2]?.survival.points[0]).toMatchObject({ day: 30 - 15 - 4, answered: 1 });
  });
});

describe('exposure-days', () => {
  it('adds up what each letter waited for', async () => {
    const id = await aSupplier('Exposed Ltd');
    const model = await aModel(engineer, { supplierId: id, newSupplier: '', name: 'Exposed pump' });
    const models = [{ modelId: model, units: 12 }];
    await write(id, { models, sent: '2026-10-03' });
    await write(id, {
      ...{ models, sent: '2026-10-03', answered: '2026-10-13', status: 'answered' },
      questions: [{ text: 'May it?', answer: { choice: 'yes' } }],
      claims: [null, '2026-10-20'],
    });
    await write(id, { sent: '2026-10-03', models: [{ modelId: model, units: null }] });
    await write(id, { kind: 'security-documents-request', sent: '2026-10-03', models });
    await write(id, { kind: 'reminder', sent: '2026-10-03', models });
    const record = await recordOf(id);
    expect(record?.exposure).toMatchObject({
      letters: 3,
      unitDays: 2 * 12 * 54,
      uncountedDays: 54,
      sinceAsked: 2 * 12 * 52,
    });
    expect(
      record?.exposure.lines.map(({ cause, unitDays, uncountedDays }) => [cause, unitDays, uncountedDays]),
    ).toEqual([
      ['acknowledgement', 12 * (52 + 10), 52],
      ['confirmation', 12 * 42, 0],
      ['approval', 12 * 4, 2],
    ]);
  });
});

describe('answers', () => {
  it('are listed by change, device and vulnerability, open ones among them', async () => {
    const id = await aSupplier('Answering Ltd');
    const model = await aModel(engineer, { supplierId: id, newSupplier: '', name: 'Answering pump' });
    await write(id, {
      ...{ sent: '2026-10-03', answered: '2026-10-13', status: 'answered', models: [{ modelId: model, units: 1 }] },
      questions: [
        {
          text: 'May it be installed?',
          cves: ['CVE-2026-1', 'CVE-2026-2'],
          answer: { choice: 'yes', comment: 'From 4.2.' },
        },
        { text: 'By when?' },
      ],
    });
    const list = (query: string, actor = engineer) => listAnswers(actor, id, new URLSearchParams(query));
    const shown = async (query: string) =>
      (await list(query))?.page.rows.map(({ about, number, answer }) => [about, number, answer]);
    expect(await shown('')).toEqual([
      ['', 1, 'Yes'],
      ['', 2, null],
    ]);
    expect((await list(''))?.page.rows[0]).toMatchObject({
      comment: 'From 4.2.',
      saidBy: 'Ines Bauer',
      saidOn: '2026-10-13',
    });
    expect(await shown('by=device&open=yes')).toEqual([['Answering pump', 2, null]]);
    expect(await shown('by=cve')).toEqual([
      ['CVE-2026-1', 1, 'Yes'],
      ['CVE-2026-2', 1, 'Yes'],
    ]);
    expect(await list('', foreign)).toBeNull();
  });

  it('are paged without skipping or repeating', async () => {
    const id = await aSupplier('Many questions Ltd');
    for (let n = 0; n < 4; n += 1)
      await write(id, {
        sent: '2026-10-03',
        questions: Array.from({ length: 20 }, (_, at) => ({ text: `Question ${at}`, cves: ['CVE-2026-9'] })),
      });
    for (const by of ['change', 'device', 'cve']) {
      const first = await listAnswers(engineer, id, new URLSearchParams({ by }));
      const second = await listAnswers(engineer, id, new URLSearchParams({ by, after: first?.page.after ?? '' }));
      const rows = [...(first?.page.rows ?? []), ...(second?.page.rows ?? [])];
      expect(new Set(rows.map(({ letterId, number }) => `${letterId} ${number}`)).size).toBe(80);
      const back = await listAnswers(engineer, id, new URLSearchParams({ by, before: second?.page.before ?? '' }));
      expect(back?.page.rows).toEqual(first?.page.rows);
      expect((await listAnswers(engineer, id, new URLSearchParams({ by, after: 'nonsense' })))?.page.rows.length).toBe(
        50,
      );
    }
  });
});
