import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { setThreshold } from '../devices/cumulative-threshold.server';
import { readChange } from './change-row.server';
import { cumulativeChange, touchesDevice } from './cumulative.server';
import { draft, type House, house, submitted } from './testing';
import { withdrawChange } from './withdraw-change.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
const read = (without?: string) =>
  inOrganisation(at.engineer, (tx) => cumulativeChange(tx, at.orgId, at.modelId, without));

beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Fernwood');
});
afterAll(closeDatabase);

it('counts what touches the device, was proposed and not given up', async () => {
  const first = await submitted(at, ['os_patch']);
  const second = await submitted(at, ['hardening', 'segmentation']);
  await submitted(at, ['segmentation']);
  await draft(at);
  await submitted(elsewhere);
  const given = await submitted(at, ['av_install']);
  const change = await inOrganisation(at.engineer, (tx) => readChange(tx, at.orgId, given));
  const withdrawn = await withdrawChange(at.engineer, given, { version: change?.version ?? 0, reason: 'not needed' });
  expect(withdrawn?.ok).toBe(true);
  const all = await read();
  expect(all).toMatchObject({ baseline: null, total: 2, after: 5, reached: false });
  expect(all.counted.map(({ id }) => id)).toEqual([second, first]);
  expect(all.counted[0]?.tier).not.toBeNull();
  expect(await read(first)).toMatchObject({ total: 1 });
});

it('begins anew with a certificate, and asks for a look at all from the set number on', async () => {
  await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`update certifications set issued_on = '2019-03-01' where model_id = ${at.modelId} and market = 'EU'`;
  });
  expect(await read()).toMatchObject({ baseline: { day: '2019-03-01', of: 'EU G1 12 03' }, total: 2, reached: false });
  expect((await setThreshold(at.regulatory, at.modelId, { after: 2, was: 5 }))?.ok).toBe(true);
  expect(await read()).toMatchObject({ after: 2, reached: true });
  expect(await setThreshold(at.regulatory, at.modelId, { after: 9, was: 5 })).toMatchObject({ ok: false });
  expect(await setThreshold(elsewhere.regulatory, at.modelId, { after: 9, was: 2 })).toBeNull();
  await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`update certifications set issued_on = '2099-01-01' where model_id = ${at.modelId} and market = 'GB'`;
  });
  expect(await read()).toMatchObject({ total: 0, counted: [], reached: false });
});

it('knows what lands on the device', () => {
  expect(touchesDevice(['segmentation'])).toBe(false);
  expect(touchesDevice(['segmentation', 'os_patch'])).toBe(true);
  expect(touchesDevice(['no such kind'])).toBe(false);
});
