import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { verifyChain } from '../../audit/verify.server';
import { readChange } from '../changes/change-row.server';
import { type House, house, submitted } from '../changes/testing';
import { withdrawChange } from '../changes/withdraw-change.server';
import { describeOption } from '../options/describe-option.server';
import { OptionForm } from '../options/option-form';
import { inSignOff, reading, sign, signingHouse, stateOf } from '../sign-off/testing';
import { actOnPlanOfChange } from './act-on-plan-of-change.server';
import { planOfChange, planOfModel } from './get-plan.server';
import { plansOfModel } from './list-plans.server';
import { optionPlanForSnapshot } from './plan-for-snapshot.server';
import { PlanForm, planInput } from './plan-form';
import { removePlanOfChange, savePlanOfChange, saveSketch } from './save-plan.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await signingHouse(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(closeDatabase);

const FIELDS = {
  ...{ title: 'Isolate now, patch in March, replace in 2028', note: '' },
  ...{ option_1: 'isolation', from_1: '2026-11-01', until_1: 'next_step' },
  ...{ option_2: 'vendor_patch', from_2: '2027-03' },
  ...{ option_3: 'replacement', from_3: '2028' },
};
const plan = (version: number, over: Record<string, string> = {}) =>
  planInput(PlanForm.parse({ version: String(version), ...FIELDS, ...over }));
const readVersion = (id: string) =>
  inOrganisation(at.engineer, async (tx) => (await readChange(tx, at.orgId, id))?.version);
const events = (objectId: string) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return tx`select action, detail from audit_events where object_id = ${objectId} and action like 'plan.%' order by seq`;
  });

describe('a plan on a change', () => {
  it('is drawn up, judged by the same rules as the options, and on record', async () => {
    const id = await submitted(at);
    expect(await planOfChange(at.auditor, id)).toMatchObject({ plan: null, version: 0, mayEdit: false });
    const given = OptionForm.parse({ version: '0', downtime_least: '2', downtime_most: '4', downtime_source: 'Ward' });
    await describeOption(at.engineer, id, 'isolation', given);
    expect(await savePlanOfChange(at.engineer, id, plan(0))).toMatchObject({ ok: true });
    const page = await planOfChange(at.engineer, id);
    expect(page).toMatchObject({ version: 1, mayEdit: true, signed: false });
    expect(page?.plan?.steps.map(({ label }) => label)).toEqual([
      'Isolation',
      'Patch from the maker',
      'Replacement of the device',
    ]);
    expect(page?.plan?.downtime).toEqual({ least: 2, most: 4, given: 1, of: 3 });
    expect(page?.plan?.periods.at(-1)).toMatchObject({ from: '2028-12-31', to: null, greatest: 'none', steps: [2, 3] });
    expect(page?.plan?.exposedDays).not.toBeNull();
    expect((await events(id)).map(({ action }) => action)).toEqual(['plan.drawn']);
  });

  it('tells the second of two editors, and the first alone is kept', async () => {
    const id = await submitted(at);
    const both = await Promise.all([
      savePlanOfChange(at.engineer, id, plan(0, { title: 'Mine' })),
      savePlanOfChange(at.colleague, id, plan(0, { title: 'Theirs' })),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(both.find((one) => one && !one.ok)).toMatchObject({
      conflict: { version: 1, differences: [{ label: 'Plan' }] },
    });
    expect(await savePlanOfChange(at.regulatory, id, plan(1, { from_3: '2029' }))).toMatchObject({ ok: true });
    const detail = (await events(id)).at(-1)?.detail;
    expect(detail.changed).toContainEqual(expect.objectContaining({ label: 'Step 3' }));
  });

  it('is refused to a change that is over, for options it has not, and where there is no change', async () => {
    const id = await submitted(at);
    expect(await savePlanOfChange(at.engineer, id, plan(0, { option_3: 'as_proposed' }))).toMatchObject({
      errors: { option_3: [expect.stringContaining('no such option')] },
    });
    const version = (await readVersion(id)) ?? 0;
    expect(await withdrawChange(at.engineer, id, { version, reason: 'no longer needed' })).toMatchObject({ ok: true });
    expect(await savePlanOfChange(at.engineer, id, plan(0))).toMatchObject({ ok: false });
    expect(await savePlanOfChange(at.engineer, randomUUID(), plan(0))).toBeNull();
  });

  it('is nobody else’s', async () => {
    const id = await submitted(at);
    await savePlanOfChange(at.engineer, id, plan(0));
    expect(await planOfChange(elsewhere.engineer, id)).toBeNull();
    expect(await savePlanOfChange(elsewhere.engineer, id, plan(1))).toBeNull();
    expect(await removePlanOfChange(elsewhere.engineer, id, 1)).toBeNull();
    expect(await plansOfModel(elsewhere.engineer, at.modelId)).toBeNull();
  });

  it('is taken away once, by whoever saw what it says, and may be drawn up anew', async () => {
    const id = await submitted(at);
    await savePlanOfChange(at.engineer, id, plan(0));
    await savePlanOfChange(at.engineer, id, plan(1, { title: 'Another' }));
    expect(await removePlanOfChange(at.engineer, id, 1)).toMatchObject({ ok: false });
    const form = new FormData();
    form.set('act', 'remove');
    form.set('version', '2');
    expect(await actOnPlanOfChange(at.engineer, id, form)).toMatchObject({ ok: true });
    expect((await planOfChange(at.engineer, id))?.plan).toBeNull();
    expect(await savePlanOfChange(at.engineer, id, plan(0))).toMatchObject({ ok: true });
    expect((await events(id)).map(({ action }) => action)).toEqual([
      'plan.drawn',
      'plan.changed',
      'plan.changed',
      'plan.drawn',
    ]);
  });
});

describe('a plan and the signatures on its change', () => {
  const digest = async (id: string) => (await reading(at.engineer, id)).present.sha256;

  it('leaves no trace in the snapshot of a change that has none', async () => {
    const id = await submitted(at);
    const before = await reading(at.engineer, id);
    expect(before.present.text).not.toContain('over_time');
    await savePlanOfChange(at.engineer, id, plan(0));
    expect(await digest(id)).not.toBe(before.present.sha256);
    await removePlanOfChange(at.engineer, id, 1);
    expect(await digest(id)).toBe(before.present.sha256);
  });

  it('is signed with it: one plan, one signature, and changing it voids that signature', async () => {
    const id = await inSignOff(at);
    await savePlanOfChange(at.engineer, id, plan(0));
    const present = await reading(at.engineer, id);
    expect(present.present.content.parts.over_time?.map(({ words }) => words)).toEqual([
      'Isolate now, patch in March, replace in 2028',
      'Isolation from 1 Nov 2026, until the next step',
      'Patch from the maker from Mar 2027',
      'Replacement of the device from 2028',
    ]);
    expect(present.items.map(({ key }) => key)).toContain('over_time');
    expect(await sign(at.engineer, id, { slot: 'author', meaning: 'author' })).toMatchObject({ ok: true });
    expect(await savePlanOfChange(at.engineer, id, plan(1))).toMatchObject({ ok: true });
    expect((await stateOf(database, at.orgId, id)).live).toEqual(['author']);
    await savePlanOfChange(at.engineer, id, plan(1, { from_3: '2029' }));
    expect(await stateOf(database, at.orgId, id)).toMatchObject({ live: [], fallen: ['author'] });
    expect((await verifyChain(at.orgId, 'Northbridge')).ok).toBe(true);
  });

  it('says in it nothing that depends on the day', async () => {
    const id = await submitted(at);
    await savePlanOfChange(at.engineer, id, plan(0, { option_4: 'passive_monitoring', waits_4: 'supplier_answer' }));
    const signed = await inOrganisation(at.engineer, (tx) => optionPlanForSnapshot(tx, at.orgId, id));
    expect(signed?.steps[3]).toEqual({
      ...{ option: 'passive_monitoring', from: '', waitsFor: 'supplier_answer', until: '', note: '' },
    });
  });
});

describe('a sketch for a model', () => {
  it('is drawn up, listed beside the plans of changes, and edited by one at a time', async () => {
    const id = await submitted(at);
    await savePlanOfChange(at.engineer, id, plan(0, { title: 'On a change' }));
    const made = await saveSketch(at.engineer, at.modelId, null, plan(0, { title: 'A sketch' }));
    if (!made?.ok) throw new Error('refused');
    const listed = await plansOfModel(at.auditor, at.modelId);
    expect(listed?.mayDraw).toBe(false);
    expect(listed?.plans.slice(0, 2)).toMatchObject([
      { title: 'A sketch', change: null },
      { title: 'On a change', change: { id, statusLabel: 'assessing' } },
    ]);
    const late = [
      await saveSketch(at.engineer, at.modelId, made.id, plan(1, { note: 'mine' })),
      await saveSketch(at.colleague, at.modelId, made.id, plan(1, { note: 'theirs' })),
    ];
    expect(late).toMatchObject([{ ok: true }, { ok: false, conflict: { version: 2 } }]);
    const page = await planOfModel(at.engineer, at.modelId, made.id);
    expect(page).toMatchObject({ version: 2, change: null, mayEdit: true });
    // Nothing is known of a vulnerability here, so that the range is wide, and says why.
    expect(page?.plan?.periods[0]?.unknown.length).toBeGreaterThan(0);
    expect(page?.plan?.landmarks.map(({ what }) => what)).toEqual([
      'supplier_answer',
      'support_end',
      'support_end',
      'support_end',
    ]);
  });

  it('is refused an option that only a change has, and a plan that a change carries', async () => {
    const id = await submitted(at);
    const carried = await savePlanOfChange(at.engineer, id, plan(0));
    if (!carried?.ok) throw new Error('refused');
    expect(await saveSketch(at.engineer, at.modelId, carried.id, plan(1))).toMatchObject({ ok: false });
    expect(await planOfModel(at.engineer, at.modelId, carried.id)).toMatchObject({ mayEdit: false, change: { id } });
    expect(await saveSketch(at.engineer, at.modelId, null, plan(0, { option_1: 'as_proposed' }))).toMatchObject({
      errors: { option_1: [expect.any(String)] },
    });
  });

  it('is nobody else’s', async () => {
    const made = await saveSketch(at.engineer, at.modelId, null, plan(0));
    if (!made?.ok) throw new Error('refused');
    expect(await planOfModel(elsewhere.engineer, at.modelId, made.id)).toBeNull();
    expect(await planOfModel(elsewhere.engineer, elsewhere.modelId, made.id)).toBeNull();
    expect(await saveSketch(elsewhere.engineer, elsewhere.modelId, made.id, plan(1))).toBeNull();
    expect(await saveSketch(at.engineer, at.modelId, randomUUID(), plan(1))).toBeNull();
  });
});
