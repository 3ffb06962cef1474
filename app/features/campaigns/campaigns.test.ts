import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house, submitted } from '../changes/testing';
import type { NewCampaign } from './campaign-form';
import { NewCampaignForm } from './campaign-form';
import { getCampaign } from './get-campaign.server';
import { listCampaigns } from './list-campaigns.server';
import { searchHits } from './new-campaign.server';
import { askMakers, startCampaign } from './start-campaign.server';

const database = testDatabase();
const CVE = 'CVE-2017-0144';
let at: House;
let other: { supplierId: string; modelIds: string[] };

beforeAll(async () => {
  at = await house(database);
  await submitted(at);
  const [supplierId, ...modelIds] = [randomUUID(), ...Array.from({ length: 40 }, () => randomUUID())];
  other = { supplierId, modelIds };
  await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`insert into suppliers (org_id, id, name) values (${at.orgId}, ${supplierId}, 'Halden')`;
    for (const [n, id] of modelIds.entries()) {
      await tx`insert into device_models (org_id, id, supplier_id, name, kind)
        values (${at.orgId}, ${id}, ${supplierId}, ${`Pump ${n + 1}`}, 'infusion pump')`;
      await tx`insert into model_advisories (org_id, model_id, advisory, title, vulnerabilities)
        values (${at.orgId}, ${id}, 'ICSMA-20-049-01', 'Pumps', ${tx.json([{ cve: CVE }, { cve: 'CVE-2019-0708' }])})`;
    }
  });
});
afterAll(closeDatabase);

const wish = (models: string[], over: Partial<NewCampaign> = {}): NewCampaign => ({
  title: 'Wormable SMB',
  why: '',
  vulnerabilities: [{ cve: CVE }],
  models,
  severity: 'exploited',
  theme: undefined,
  reply_by: null,
  ...over,
});

const campaign = async (id: string, actor = at.engineer) => {
  const view = await getCampaign(actor, id, new URLSearchParams());
  if (!view) throw new Error('no campaign');
  return view;
};

describe('a campaign', () => {
  it('finds makers and models from advisories and open changes', async () => {
    const found = await searchHits(at.engineer, new URLSearchParams({ cves: CVE }));
    expect(found.makers?.map(({ name, models }) => [name, models.length])).toEqual([
      ['Halden', 40],
      ['Spacelabs', 1],
    ]);
    expect(found.makers?.[1]?.models[0]).toMatchObject({ cves: [CVE], changes: [{ reference: expect.any(String) }] });
    expect((await searchHits(at.engineer, new URLSearchParams({ cves: 'CVE-1999-0001' }))).makers).toEqual([]);
    expect((await searchHits(at.engineer, new URLSearchParams({ cves: 'nonsense' }))).problems).toHaveLength(1);
    expect((await searchHits(at.engineer, new URLSearchParams())).makers).toBeNull();
  });

  it('makes one letter a maker for all its models, and each maker only once', async () => {
    const made = await startCampaign(at.engineer, wish([...other.modelIds]));
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    const view = await campaign(made.id);
    expect(view.letters.rows).toHaveLength(1);
    expect(view.letters.rows[0]).toMatchObject({
      supplierName: 'Halden',
      status: 'draft',
      answers: [{ cve: CVE, answer: '' }],
    });
    expect(view.letters.rows[0]?.models).toHaveLength(40);
    expect(view.totals).toMatchObject({ letters: 1, models: 40, answered: 0 });
    expect(view.unasked.map(({ name }) => name)).toEqual(['Spacelabs']);
    const again = { models: [...other.modelIds, at.modelId], severity: undefined, theme: undefined, reply_by: null };
    const both = await Promise.all([askMakers(at.engineer, made.id, again), askMakers(at.colleague, made.id, again)]);
    expect(both.map((one) => one?.ok)).toEqual([true, true]);
    const after = await campaign(made.id);
    expect(after.letters.rows.map(({ supplierName }) => supplierName)).toEqual(['Halden', 'Spacelabs']);
    expect(after.unasked).toEqual([]);
    // Each has a file of its own, also where one change alone is open.
    for (const { reference } of after.letters.rows) expect(reference).toMatch(/-L01$/);
    const list = await listCampaigns(at.auditor, new URLSearchParams());
    expect(list.rows).toMatchObject([{ title: 'Wormable SMB', letters: 2, sent: 0, answered: 0, cves: [CVE] }]);
  }, 30_000);

  it('is refused without models, with a wrong date, and unknown elsewhere', async () => {
    expect(await startCampaign(at.engineer, wish([]))).toMatchObject({ errors: { models: [expect.any(String)] } });
    const elsewhere = await house(database, 'Elsewhere');
    const made = await startCampaign(at.engineer, wish([at.modelId]));
    if (!made.ok) throw new Error('refused');
    expect(await getCampaign(elsewhere.engineer, made.id, new URLSearchParams())).toBeNull();
    expect(await askMakers(elsewhere.engineer, made.id, { ...wish([at.modelId]) })).toBeNull();
    expect((await listCampaigns(elsewhere.engineer, new URLSearchParams())).rows).toEqual([]);
    const foreign = await startCampaign(elsewhere.engineer, wish([at.modelId]));
    expect(
      foreign.ok && (await getCampaign(elsewhere.engineer, foreign.id, new URLSearchParams()))?.letters.rows,
    ).toEqual([]);
    expect(NewCampaignForm.safeParse({ title: '', vulnerabilities: 'x' }).success).toBe(false);
  }, 30_000);

  it('is listed page by page', async () => {
    for (let n = 0; n < 52; n += 1) {
      await database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx`insert into campaigns (org_id, title) values (${at.orgId}, ${`Old ${n}`})`;
      });
    }
    const first = await listCampaigns(at.engineer, new URLSearchParams());
    expect(first.rows).toHaveLength(50);
    const second = await listCampaigns(at.engineer, new URLSearchParams({ after: first.after ?? '' }));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(50 + second.rows.length);
    expect((await listCampaigns(at.engineer, new URLSearchParams({ after: 'broken' }))).rows).toEqual(first.rows);
  });
});
