import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { posted } from '../devices/testing';
import { neededProofs } from '../proofs/needed-proofs';
import { answerForModel, answerForUnit } from './answer-exposure.server';
import { AnswerForm, type AnswerInput } from './answer-form';
import { modelExposure } from './model-exposure.server';
import { advise, listInKev, matchWith } from './testing';
import { unitExposure } from './unit-exposure.server';

const database = testDatabase();
afterAll(closeDatabase);

let ours: House;
let theirs: House;
let first: string;
let second: string;
let odd: string;
const nothing = new URLSearchParams();
const query = (text: string) => new URLSearchParams(text);
const input = (over: Partial<AnswerInput> = {}): AnswerInput => ({
  ...{ question: 'PV1', answer: 'yes', reason: 'Alarms would stop.', cve: '', about: 'model', seen: '' },
  ...over,
});

async function unitsOf(at: House): Promise<string[]> {
  const rows = await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return tx`select id from units where org_id = ${at.orgId} order by serial_key`;
  });
  return rows.map((row) => String(row.id));
}

const as = (at: House, run: Parameters<typeof database.owner.begin<unknown>>[1]) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return run(tx);
  });

beforeAll(async () => {
  const { owner } = database;
  ours = await house(database);
  theirs = await house(database, 'Southfield');
  [first = '', second = ''] = await unitsOf(ours);
  [odd = ''] = (await unitsOf(ours)).slice(-1);
  await as(ours, async (tx) => {
    await tx`update units set installed_version = '' where id = ${second}`;
    await tx`update units set installed_version = '3.9' where id = ${odd}`;
  });
  const one = await advise(owner, ours.orgId, [
    { cve: 'CVE-2019-0708' },
    { cve: 'CVE-2020-1111', score: 5.5, vector: '' },
  ]);
  await matchWith(owner, ours.orgId, {
    ...{ advisoryId: one, modelId: ours.modelId, cves: ['CVE-2019-0708', 'CVE-2020-1111'] },
    verdicts: { '4.2.0': { '': 'affected', 'CVE-2020-1111': 'fixed' } },
  });
  const other = await advise(owner, ours.orgId, [{ cve: 'CVE-2019-0708', score: 7 }], {
    id: 'SB-7',
    publisher: 'Spacelabs',
  });
  await matchWith(owner, ours.orgId, {
    ...{ advisoryId: other, modelId: ours.modelId, cves: ['CVE-2019-0708'], confidence: 'likely' },
    verdicts: { '4.2.0': 'not_affected' },
  });
  const refused = await advise(owner, ours.orgId, [{ cve: 'CVE-1999-0001' }], { id: 'WRONG' });
  await matchWith(owner, ours.orgId, {
    ...{ advisoryId: refused, modelId: ours.modelId, cves: ['CVE-1999-0001'], state: 'rejected' },
    verdicts: { '4.2.0': 'affected' },
  });
  await listInKev(owner, ours.orgId, ['CVE-2019-0708']);
});

describe('a unit', () => {
  it('shows each source by itself, what hits it first', async () => {
    const view = await unitExposure(ours.engineer, first, nothing);
    const rows = view?.page.rows.map(({ cve, verdict, advisory }) => [cve, verdict, advisory.name]);
    expect(rows).toEqual([
      ['CVE-2019-0708', 'affected', 'ICSMA-1'],
      ['CVE-2020-1111', 'fixed', 'ICSMA-1'],
      ['CVE-2019-0708', 'not_affected', 'SB-7'],
    ]);
    expect(view?.sum).toEqual({
      level: { least: 'very_high', greatest: 'very_high' },
      hit: 1,
      unclear: 0,
      not: 2,
      listed: 1,
    });
    expect(view?.page.rows[0]?.exposure).toMatchObject({
      kev: 'in KEV since 10 Feb 2022, used by ransomware',
      epss: 'not known: EPSS was never loaded',
      fda: { outcome: null, question: { id: 'PV1' } },
    });
    expect(view?.support).toMatchObject({ first: 'os', notKnown: ['The maker', 'The contract'] });
  });

  it('has the version of its model where it has none of its own, and is unclear where nobody looked', async () => {
    const verdicts = async (id: string) =>
      (await unitExposure(ours.engineer, id, nothing))?.page.rows.map(({ verdict }) => verdict);
    expect(await verdicts(second)).toEqual(['affected', 'fixed', 'not_affected']);
    expect(await verdicts(odd)).toEqual(['unclear', 'unclear', 'unclear']);
    expect((await unitExposure(ours.engineer, odd, nothing))?.sum.level).toEqual({
      least: 'none',
      greatest: 'very_high',
    });
  });

  it('is less exposed behind a control that is proved, and perhaps so behind one that is not', async () => {
    await as(
      ours,
      (tx) => tx`insert into connected_details (org_id, unit_id, controls, contract_ends)
      values (${ours.orgId}, ${first}, array['segmentation'], '2019-12-31')`,
    );
    const before = await unitExposure(ours.engineer, first, nothing);
    expect(before?.page.rows[0]?.exposure.score).toMatchObject({ least: 8.8, greatest: 9.8 });
    expect(before?.support.first).toBe('contract');
    const show = (text: string) =>
      as(
        ours,
        (tx) => tx`
          insert into control_proofs (org_id, model_id, measure, proof, result, taken_on, stale_on, recorded_by_name)
          values (${ours.orgId}, ${ours.modelId}, 'segmentation', ${text}, 'holds', '2026-11-01', '2099-01-01', 'Mei')`,
      );
    const [one, ...others] = neededProofs('segmentation').map(({ text }) => text);
    await show(one ?? '');
    expect((await unitExposure(ours.engineer, first, nothing))?.reach.state).toBe('unproved');
    for (const text of others) await show(text);
    const after = await unitExposure(ours.engineer, first, nothing);
    expect(after?.page.rows[0]?.exposure.score).toMatchObject({ least: 8.8, greatest: 8.8 });
    expect(after?.reach.state).toBe('proved');
    // Another unit does not stand behind it.
    expect((await unitExposure(ours.engineer, second, nothing))?.reach.state).toBe('unknown');
  });

  it('is not there for another organisation', async () => {
    expect(await unitExposure(theirs.engineer, first, nothing)).toBeNull();
    expect(await modelExposure(theirs.engineer, ours.modelId, nothing)).toBeNull();
    expect(await answerForUnit(theirs.engineer, first, input())).toBeNull();
    expect(await answerForModel(theirs.engineer, ours.modelId, input())).toBeNull();
  });
});

describe('a model', () => {
  it('counts its units by their versions, and keeps the worst of them', async () => {
    const view = await modelExposure(ours.engineer, ours.modelId, nothing);
    expect(view?.page.rows.map(({ cve, units, verdict }) => [cve, verdict, units])).toEqual([
      ['CVE-2019-0708', 'affected', { hit: 11, unclear: 1, not: 0 }],
      ['CVE-2019-0708', 'unclear', { hit: 0, unclear: 1, not: 11 }],
      ['CVE-2020-1111', 'unclear', { hit: 0, unclear: 1, not: 11 }],
    ]);
    expect(view?.page.rows[0]?.because).toBe('4.2.0 is affected');
  });

  it('comes in pages that neither lose nor repeat a line, with nonsense in the address too', async () => {
    const cves = Array.from({ length: 120 }, (_, n) => ({ cve: `CVE-2024-${1000 + n}`, score: (n % 100) / 10 }));
    const many = await advise(database.owner, theirs.orgId, cves);
    await matchWith(database.owner, theirs.orgId, {
      ...{ advisoryId: many, modelId: theirs.modelId, cves: cves.map(({ cve }) => cve) },
      verdicts: { '4.2.0': 'affected' },
    });
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const found: Awaited<ReturnType<typeof modelExposure>> = await modelExposure(
        theirs.engineer,
        theirs.modelId,
        query(after ? `after=${after}` : ''),
      );
      seen.push(...(found?.page.rows.map(({ cve }) => cve) ?? []));
      after = found?.page.after ?? null;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    expect(
      (await modelExposure(theirs.engineer, theirs.modelId, query('after=%00&question=nonsense')))?.page.rows,
    ).toHaveLength(50);
  });
});

describe('answers', () => {
  it('count from the moment they are given, with who and why, and are superseded, not overwritten', async () => {
    const given = await answerForModel(ours.safety, ours.modelId, input());
    expect(given).toMatchObject({ ok: true });
    await answerForModel(ours.safety, ours.modelId, input({ question: 'PV4', answer: 'no', cve: 'cve-2019-0708' }));
    const risk = async () => (await unitExposure(ours.engineer, first, nothing))?.page.rows[0]?.exposure.fda.outcome;
    expect(await risk()).toBe('uncontrolled');
    const own = await answerForUnit(
      ours.engineer,
      first,
      input({ answer: 'no', about: 'unit', reason: 'No alarm runs over it.' }),
    );
    expect(own).toMatchObject({ ok: true });
    expect(await risk()).toBe('controlled');
    expect((await unitExposure(ours.engineer, second, nothing))?.page.rows[0]?.exposure.fda.outcome).toBe(
      'uncontrolled',
    );
    const seen = own?.ok ? own.id : '';
    await answerForUnit(
      ours.engineer,
      first,
      input({ answer: 'unknown', about: 'unit', reason: 'Asked again.', seen }),
    );
    expect(await risk()).toBeNull();
    const rows = await as(
      ours,
      (tx) => tx`select answer, superseded_at from exposure_answers where unit_id = ${first} order by said_at`,
    );
    expect(rows).toMatchObject([
      { answer: 'no', superseded_at: expect.any(Date) },
      { answer: 'unknown', superseded_at: null },
    ]);
    const events = await as(
      ours,
      (tx) =>
        tx`select count(*)::int as n from audit_events where org_id = ${ours.orgId} and action = 'exposure.answered'`,
    );
    expect(events).toMatchObject([{ n: 4 }]);
  });

  it('tell the second of two, and lose nothing', async () => {
    const wish = input({ question: 'CR', answer: 'low', reason: 'Numbers of beds only.' });
    const both = await Promise.all([
      answerForModel(ours.engineer, ours.modelId, wish),
      answerForModel(ours.safety, ours.modelId, { ...wish, answer: 'high', reason: 'Names.' }),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const later = await answerForModel(ours.colleague, ours.modelId, { ...wish, answer: 'medium', reason: 'Both.' });
    expect(later).toMatchObject({ ok: false, conflict: { differences: [{ typed: 'medium: Both.' }] } });
  });

  it.each([
    [{ question: 'NO', answer: 'yes', reason: 'x' }, 'question'],
    [{ question: 'CR', answer: 'yes', reason: 'x' }, 'answer'],
    [{ question: 'PV1', answer: 'yes', reason: '  ' }, 'reason'],
    [{ question: 'PV1', answer: 'yes', reason: 'x', cve: '<script>' }, 'cve'],
    [{ question: 'PV1', answer: 'yes', reason: 'x', about: 'fleet' }, 'about'],
  ])('%j is refused at %s', (fields, field) =>
    expect(Object.keys(posted(AnswerForm, fields).errors ?? {})).toContain(field),
  );
});
