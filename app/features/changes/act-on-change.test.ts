import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { actOnChange } from './act-on-change.server';
import { getChange } from './get-change.server';
import { draft, type House, house, submitted } from './testing';

const database = testDatabase();
let at: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
});
afterAll(closeDatabase);

type Fields = Record<string, string | string[]>;

const form = (fields: Fields): FormData => {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
};
const act = (actor: Actor, fields: Fields, id = changeId) =>
  actOnChange({ actor, changeId: id, form: form({ csrf: 'secret', ...fields }) });
const view = async (id = changeId) => {
  const found = await getChange(at.engineer, id);
  if (!found) throw new Error('not found');
  return found;
};

describe('forms on the page of a change', () => {
  it('answers a chart question, assesses again and keeps the answer with its source', async () => {
    const before = await view();
    const outcome = await act(at.regulatory, {
      intent: 'answer-question',
      key: 'UK-MDR-H/UK-H3',
      value: 'no',
      because: 'The service manual does not name it.',
      said_by: 'Spacelabs',
      document: 'Service manual',
      page: '14',
    });
    expect(outcome).toMatchObject({ ok: true, redirect: `/changes/${changeId}` });
    const after = await view();
    expect(after.answers).toMatchObject([
      { key: 'UK-MDR-H/UK-H3', value: 'no', source: { saidBy: 'Spacelabs', page: '14' }, recordedByName: 'Amara Osei' },
    ]);
    expect(after.assessment?.number).toBe((before.assessment?.number ?? 0) + 1);
    expect(after.assessments.length).toBe(before.assessments.length + 1);
    const finding = after.assessment?.result.findings.find(({ instrument }) => instrument === 'UK-MDR-H');
    expect(finding?.path).toContain('UK-H3:no');
  });

  it('takes the answer to one flag as a fact, so that every chart that hangs on it has it', async () => {
    const id = await submitted(at);
    const answer = { intent: 'answer-question', key: 'UK-MDR-H/manufacturer_authorised', value: 'no' };
    expect(await act(at.engineer, answer, id)).toMatchObject({
      ok: false,
      errors: { because: ['Say why: an auditor reads the reason beside the answer.'] },
    });
    expect(await act(at.engineer, { ...answer, because: 'Nothing in the file.' }, id)).toMatchObject({ ok: true });
    const after = await view(id);
    expect(after.facts).toMatchObject([
      { key: 'manufacturer_authorised', value: false, because: 'Nothing in the file.' },
    ]);
    const asked = after.assessment?.result.ask.flatMap(({ facts }) => facts);
    expect(asked).not.toContain('manufacturer_authorised');
  });

  it('refuses an answer without a reason and keeps what was typed', async () => {
    const refused = await act(at.engineer, {
      intent: 'answer-question',
      key: 'UK-MDR-H/UK-H4',
      value: 'yes',
      document: 'Letter of 3 May',
    });
    expect(refused).toMatchObject({
      ok: false,
      key: 'UK-MDR-H/UK-H4',
      errors: { because: [expect.any(String)] },
      kept: { document: ['Letter of 3 May'], value: ['yes'] },
    });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  it('refuses questions, facts and prompts that do not exist', async () => {
    for (const fields of [
      { intent: 'answer-question', key: 'UK-MDR-H/UK-H99', value: 'yes', because: 'x' },
      { intent: 'answer-question', key: 'UK-MDR-H/__proto__', value: 'yes', because: 'x' },
      { intent: 'answer-question', key: 'NOWHERE', value: 'yes', because: 'x' },
      { intent: 'state-fact', key: 'constructor', value: 'yes' },
      { intent: 'answer-safety', key: 'toString', verdict: 'fine' },
      { intent: 'no-such-intent' },
      {},
    ] as Fields[]) {
      expect(await act(at.engineer, fields)).toMatchObject({ ok: false });
    }
  });

  it('states a fact from an open question of the list', async () => {
    await act(at.engineer, {
      intent: 'state-fact',
      key: 'is_health_it_system',
      value: 'yes',
      because: 'It sends alarms.',
    });
    expect((await view()).facts).toMatchObject([{ key: 'is_health_it_system', value: true, valueInWords: 'yes' }]);
    expect(await act(at.engineer, { intent: 'state-fact', key: 'os_change', value: 'sideways' })).toMatchObject({
      ok: false,
      errors: { value: [expect.any(String)] },
    });
  });

  it('tells the second of two people what the first said, and lets them decide', async () => {
    const key = 'UK-MDR-H/UK-H6';
    const first = { intent: 'answer-question', key, value: 'no', because: 'Nobody knows a way.', seen: '' };
    expect(await act(at.engineer, first)).toMatchObject({ ok: true });
    const second = { ...first, value: 'yes', because: 'A ward firewall would do.' };
    const refused = await act(at.colleague, second);
    if (refused.ok) throw new Error('the second was not told');
    expect(refused.conflict).toMatchObject({ theirs: 'no', yours: 'yes', by: 'Jonas Lindqvist' });
    expect(refused.kept.because).toEqual(['A ward firewall would do.']);
    const again = await act(at.colleague, { ...second, seen: refused.conflict?.statementId ?? '' });
    expect(again).toMatchObject({ ok: true });
    expect((await view()).answers.find((one) => one.key === key)?.value).toBe('yes');
  });

  it('takes safety judgements, which change neither law nor permission', async () => {
    const before = await view();
    const prompts = before.safety.prompts;
    expect(before.safety.summary).toMatchObject({ state: 'open', of: prompts.length });
    for (const prompt of prompts.slice(1)) {
      await act(at.safety, { intent: 'answer-safety', key: prompt.key, verdict: 'fine' });
    }
    const first = { intent: 'answer-safety', key: prompts[0]?.key ?? '', verdict: 'fine_with_condition' };
    expect(await act(at.safety, first)).toMatchObject({ ok: false, errors: { condition: [expect.any(String)] } });
    await act(at.safety, { ...first, condition: 'one unit first, for 7 days' });
    const after = await view();
    expect(after.safety.summary).toMatchObject({
      state: 'yes_with_conditions',
      label: 'yes, with 1 condition',
      conditions: ['one unit first, for 7 days'],
    });
    expect(after.assessment?.number).toBe(before.assessment?.number);
  });

  it('drafts a report and letters with references of their own, never used again', async () => {
    const { reference } = await view();
    const report = await act(at.engineer, { intent: 'draft-report' });
    const letters = [
      await act(at.engineer, { intent: 'draft-letter', contact: at.contactId }),
      await act(at.regulatory, { intent: 'draft-letter', contact: '', reply_by: tomorrow() }),
    ];
    expect([report, ...letters].every(({ ok }) => ok)).toBe(true);
    const { documents } = await view();
    expect(documents.map((one) => one.reference).sort()).toEqual([
      `${reference}-L01`,
      `${reference}-L02`,
      `${reference}-R01`,
    ]);
    expect(letters[0]).toMatchObject({
      redirect: `/letters/${documents.find((d) => d.reference.endsWith('L01'))?.id}`,
    });
  });

  it('refuses a letter to somebody of another supplier, or with a day that has gone by; no number is lost', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    for (const contact of [elsewhere.contactId, randomUUID(), 'nobody']) {
      const refused = await act(at.engineer, { intent: 'draft-letter', contact });
      expect(refused).toMatchObject({ ok: false, errors: { contact: [expect.any(String)] } });
    }
    for (const reply_by of ['2020-01-01', '2026-02-30', 'soon', '2999-01-01']) {
      expect(await act(at.engineer, { intent: 'draft-letter', contact: '', reply_by })).toMatchObject({ ok: false });
    }
    await act(at.engineer, { intent: 'draft-letter', contact: '' });
    const references = (await view()).documents.map((one) => one.reference);
    expect(references.some((one) => one.endsWith('-L03'))).toBe(true);
  });

  it('drafts nothing for a change that was not submitted', async () => {
    const id = await draft(at);
    expect(await act(at.engineer, { intent: 'draft-report' }, id)).toMatchObject({ ok: false });
    expect((await view(id)).may.draftDocuments).toBe(false);
  });

  it('withdraws with a reason, and nothing moves afterwards', async () => {
    const id = await submitted(at);
    const { version } = await view(id);
    const stale = { intent: 'withdraw', version: String(version - 1), reason: 'replaced' };
    expect(await act(at.engineer, stale, id)).toMatchObject({ ok: false });
    expect(await act(at.engineer, { ...stale, version: String(version), reason: ' ' }, id)).toMatchObject({
      ok: false,
      errors: { reason: [expect.any(String)] },
    });
    expect(await act(at.engineer, { ...stale, version: String(version) }, id)).toMatchObject({ ok: true });
    const after = await view(id);
    expect(after).toMatchObject({ status: 'withdrawn', may: { edit: false, answer: false, withdraw: false } });
    expect(after.history[0]).toMatchObject({ action: 'change.withdrawn', reason: 'replaced' });
    const answered = { intent: 'answer-question', key: 'UK-MDR-H/UK-H4', value: 'yes', because: 'late' };
    expect(await act(at.engineer, answered, id)).toMatchObject({ ok: false });
  });

  it('lets each role do only what the matrix gives it', async () => {
    await expect(act(at.auditor, { intent: 'draft-report' })).rejects.toMatchObject({ status: 403 });
    await expect(
      act(at.auditor, { intent: 'answer-question', key: 'UK-MDR-H/UK-H4', value: 'yes', because: 'x' }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(act(at.safety, { intent: 'withdraw', version: '1', reason: 'x' })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('is a 404 for a change of another organisation, whatever is sent', async () => {
    const elsewhere = await house(database, 'Far away');
    for (const fields of [
      { intent: 'answer-question', key: 'UK-MDR-H/UK-H4', value: 'yes', because: 'x' },
      { intent: 'state-fact', key: 'is_health_it_system', value: 'yes' },
      { intent: 'answer-safety', key: 'downtime', verdict: 'fine' },
      { intent: 'draft-letter', contact: '' },
      { intent: 'draft-report' },
      { intent: 'assess-again' },
      { intent: 'submit', version: '1' },
      { intent: 'withdraw', version: '1', reason: 'x' },
    ] as Fields[]) {
      await expect(act(elsewhere.engineer, fields)).rejects.toMatchObject({ status: 404 });
    }
  });
});

const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
