import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { attachFiles } from '../attachments/attach-files.server';
import { takeBack } from '../attachments/take-back.server';
import { type House, house, submitted } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { spooled } from '../files/testing';
import { actOnPlan } from './act-on-plan.server';
import { getPlan } from './get-plan.server';
import { planForSnapshot } from './plan-for-snapshot.server';
import { CheckForm, PlanForm } from './plan-form';
import { recordCheck } from './record-check.server';
import { savePlan } from './save-plan.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(async () => {
  await stopExamining();
  await closeDatabase();
});

const plan = (version: number, over: Partial<PlanForm> = {}) => ({
  ...PlanForm.parse({ version: String(version), timing: 'Sunday, 02:00', backOut: 'Restore the image.' }),
  ...over,
});
const check = (key: string, state: CheckForm['state'], over: Partial<CheckForm> = {}): CheckForm => ({
  ...{ key, state, because: state === 'passed' ? '' : 'There is no spare unit.', doneOn: null, seen: '' },
  ...over,
});
const lineNow = async (changeId: string, key: string) => {
  const page = await getPlan(at.auditor, changeId);
  return page?.parts.flatMap(({ lines }) => lines).find((line) => line.key === key)?.now;
};
const forSnapshot = (changeId: string) => inOrganisation(at.engineer, (tx) => planForSnapshot(tx, at.orgId, changeId));
const recorded = (changeId: string) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return tx`select action, detail from audit_events where object_id = ${changeId} and action like 'plan.%' order by seq`;
  });

describe('a plan', () => {
  it('is kept with versions, and every change of it on record', async () => {
    const changeId = await submitted(at);
    expect(await getPlan(at.auditor, changeId)).toMatchObject({ version: 0, plan: { timing: '' }, mayEdit: false });
    expect(await savePlan(at.engineer, changeId, plan(0))).toMatchObject({ ok: true });
    expect(await savePlan(at.engineer, changeId, plan(1))).toMatchObject({ ok: true });
    expect(await savePlan(at.engineer, changeId, plan(1, { timing: 'Monday' }))).toMatchObject({ ok: true });
    expect(await getPlan(at.engineer, changeId)).toMatchObject({
      version: 2,
      plan: { timing: 'Monday' },
      mayEdit: true,
    });
    const fields = (await recorded(changeId)).map(({ detail }) =>
      detail.changed.map(({ label }: { label: string }) => label),
    );
    expect(fields).toEqual([['When', 'How it is taken back'], ['When']]);
  });

  it('tells the second of two editors, and overwrites nothing', async () => {
    const changeId = await submitted(at);
    const both = await Promise.all([
      savePlan(at.engineer, changeId, plan(0, { steps: 'Mine' })),
      savePlan(at.colleague, changeId, plan(0, { steps: 'Theirs' })),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const second = both.find((one) => one && !one.ok);
    expect(second).toMatchObject({ conflict: { version: 1, differences: [{ label: 'How it is made' }] } });
  });

  it('is part of what is signed, with the lines before the decision and of taking it back', async () => {
    const changeId = await submitted(at);
    expect(await forSnapshot(changeId)).toEqual({ plan: null, checks: [] });
    await savePlan(at.engineer, changeId, plan(0));
    await recordCheck(at.engineer, changeId, check('before.trial', 'not_tested'));
    await recordCheck(at.engineer, changeId, check('back_out.tried', 'passed'));
    await recordCheck(at.engineer, changeId, check('after.alarms', 'passed'));
    const { plan: kept, checks } = await forSnapshot(changeId);
    expect(Object.keys(kept ?? {}).sort()).toEqual(['backOut', 'steps', 'success', 'timing', 'versionAfter']);
    expect(checks.map(({ key, state }) => [key, state])).toEqual([
      ['back_out.tried', 'passed'],
      ['before.trial', 'not_tested'],
    ]);
  });
});

describe('a line of the checklist', () => {
  it('may say "not tested", with a reason', () => {
    expect(CheckForm.safeParse({ key: 'before.trial', state: 'not_tested' }).success).toBe(false);
    expect(CheckForm.safeParse({ key: 'before.trial', state: 'not_tested', because: 'No spare' }).success).toBe(true);
    expect(CheckForm.safeParse({ key: 'before.trial', state: 'passed' }).success).toBe(true);
    expect(CheckForm.safeParse({ key: 'before.nothing', state: 'passed' }).success).toBe(false);
    expect(CheckForm.safeParse({ key: 'before.trial', state: 'maybe' }).success).toBe(false);
  });

  it('is superseded by a later record, and the earlier stays', async () => {
    const changeId = await submitted(at);
    await recordCheck(at.engineer, changeId, check('before.trial', 'not_tested'));
    const first = await lineNow(changeId, 'before.trial');
    expect(first).toMatchObject({ state: 'not_tested', because: 'There is no spare unit.', byName: 'Jonas Lindqvist' });
    const again = check('before.trial', 'passed', { seen: first?.id ?? '', doneOn: '2026-11-20' });
    expect(await recordCheck(at.safety, changeId, again)).toMatchObject({ ok: true });
    expect(await lineNow(changeId, 'before.trial')).toMatchObject({ state: 'passed', doneOn: '2026-11-20' });
    const rows = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select state, superseded_at is null as now from plan_checks where change_id = ${changeId} order by id`;
    });
    expect(rows.map(({ state, now }) => [state, now])).toEqual([
      ['not_tested', false],
      ['passed', true],
    ]);
  });

  it('recorded by two at once is kept once, and the second is told what the first said', async () => {
    const changeId = await submitted(at);
    const both = await Promise.all([
      recordCheck(at.engineer, changeId, check('before.trial', 'passed')),
      recordCheck(at.colleague, changeId, check('before.trial', 'failed')),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(both.find((one) => one && !one.ok)).toMatchObject({
      errors: { '': [expect.stringContaining('meanwhile')] },
    });
  });

  it('points at a file of this change and of no other, which may be taken back later', async () => {
    const changeId = await submitted(at);
    const form = { purpose: 'test' as const, note: '' };
    const file = await attachFiles(at.engineer, changeId, form, [spooled('trial.txt', 'it ran')]);
    const attachment = (file?.ok && file.ids[0]) || '';
    expect(
      await recordCheck(at.engineer, await submitted(at), check('before.trial', 'passed', { attachment })),
    ).toMatchObject({ errors: { attachment: [expect.any(String)] } });
    expect(await recordCheck(at.engineer, changeId, check('before.trial', 'passed', { attachment }))).toMatchObject({
      ok: true,
    });
    await takeBack(at.engineer, changeId, attachment, 'Of another device');
    expect((await lineNow(changeId, 'before.trial'))?.file).toEqual({
      id: attachment,
      name: 'trial.txt',
      takenBack: true,
    });
  });

  it('is not done on a day that is still to come', async () => {
    const changeId = await submitted(at);
    expect(
      await recordCheck(at.engineer, changeId, check('before.trial', 'passed', { doneOn: '2199-01-01' })),
    ).toMatchObject({ errors: { doneOn: [expect.any(String)] } });
  });
});

it('forms that are refused keep what was typed and say which line they are about', async () => {
  const changeId = await submitted(at);
  const form = new FormData();
  for (const [name, value] of Object.entries({ key: 'before.trial', state: 'failed', because: '' }))
    form.set(name, value);
  expect(await actOnPlan(at.engineer, changeId, form)).toMatchObject({
    ...{ ok: false, line: 'before.trial', kept: { state: ['failed'] } },
    errors: { because: ['Say why: whoever decides reads the reason.'] },
  });
});

it('another organisation sees and does nothing', async () => {
  const changeId = await submitted(at);
  expect(await getPlan(elsewhere.engineer, changeId)).toBeNull();
  expect(await savePlan(elsewhere.engineer, changeId, plan(0))).toBeNull();
  expect(await recordCheck(elsewhere.engineer, changeId, check('before.trial', 'passed'))).toBeNull();
});
