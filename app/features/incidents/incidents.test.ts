import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { ProofForm } from '../proofs/proof-form';
import { recordProof } from '../proofs/record-proof.server';
import { today } from '../today';
import { unitGroups } from './fleet-groups.server';
import { getIncident } from './get-incident.server';
import { listIncidents } from './list-incidents.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
const owner = (orgId: string, work: (tx: TransactionSql) => Promise<unknown>) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    return work(tx);
  });

beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
  // Of twelve units with Windows 7: four isolated, one on another system, one retired; all of them on a network.
  await owner(at.orgId, async (tx) => {
    await tx`update device_models set network_connected = true where id = ${at.modelId}`;
    await tx`insert into connected_details (org_id, unit_id, controls)
      select org_id, id, '{isolation}' from units where model_id = ${at.modelId} and location = 'CCU'`;
    await tx`update units set os_product = 'Ubuntu', os_release = '22.04' where serial = 'XTR-1' and org_id = ${at.orgId}`;
    await tx`update units set retired_at = now() where serial = 'XTR-3' and org_id = ${at.orgId}`;
    await tx`insert into patch_validations (org_id, model_id, patch, cves, state)
      values (${at.orgId}, ${at.modelId}, 'KB4012212', '{CVE-2017-0144}', 'refused')`;
  });
});
afterAll(closeDatabase);

const search = (over: Record<string, string> = {}) => new URLSearchParams(over);
const wannacry = async (over: Record<string, string> = {}) => getIncident(at.auditor, 'wannacry-2017', search(over));

describe('an incident played on the fleet', () => {
  it('counts every unit in use once, with the reasons', async () => {
    const page = await wannacry();
    const { counted, reasons } = page?.figures ?? {};
    expect(counted).toMatchObject({ units: 11 });
    const isolated = (await wannacry({ shown: 'unknown' }))?.units.rows.length ?? 0;
    expect(counted).toEqual({ hit: 10 - isolated, unknown: isolated, not: 1, units: 11 });
    expect(isolated).toBeGreaterThan(0);
    expect(reasons?.map(({ verdict, says }) => `${verdict}: ${says}`)).toEqual(
      expect.arrayContaining([
        'hit: the fault is open on it',
        'unknown: a fresh proof that this works: Isolation',
        'not: its operating system was not hit',
      ]),
    );
  });

  it('counts a control only once somebody has shown that it works', async () => {
    const before = await wannacry();
    const proof = ProofForm.parse({
      what: 'isolation/0',
      result: 'holds',
      taken_on: today(),
      document: 'Round of today',
    });
    expect(await recordProof(at.engineer, at.modelId, proof)).toMatchObject({ ok: true });
    const after = await wannacry();
    expect(after?.figures.counted.unknown).toBe(0);
    expect(after?.figures.counted.not).toBe(1 + (before?.figures.counted.unknown ?? 0));
    expect(after?.figures.measures.find(({ measure }) => measure === 'isolation')?.held).toBe(
      before?.figures.counted.unknown,
    );
  });

  it('opens the units behind each number, and no others', async () => {
    const page = await wannacry({ shown: 'not' });
    expect(page?.units.rows.map(({ serial }) => serial)).toContain('XTR-1');
    expect(page?.units.rows.map(({ serial }) => serial)).not.toContain('XTR-3');
    for (const shown of ['hit', 'unknown', 'not'] as const) {
      const one = await wannacry({ shown });
      expect(one?.units.rows).toHaveLength(one?.figures.counted[shown] ?? -1);
    }
    expect((await wannacry({ shown: 'nonsense' }))?.units.rows).toEqual([]);
  });

  it('is narrowed to one model, with what each measure asks of its certificate', async () => {
    const page = await wannacry({ model: at.modelId });
    expect(page?.model?.certificates.isolation).toMatchObject({ state: expect.any(String) });
    expect(page?.figures.models).toHaveLength(1);
    const list = await listIncidents(at.auditor, search({ model: at.modelId }));
    expect(list?.model?.id).toBe(at.modelId);
    expect(list?.lines).toHaveLength(9);
    expect(list?.lines.every(({ counted }) => counted.units === 11)).toBe(true);
  });

  it('is played on one’s own fleet alone', async () => {
    expect(await getIncident(elsewhere.auditor, 'wannacry-2017', search({ model: at.modelId }))).toBeNull();
    expect(await listIncidents(elsewhere.auditor, search({ model: at.modelId }))).toBeNull();
    expect((await getIncident(elsewhere.auditor, 'wannacry-2017', search()))?.figures.counted.units).toBe(12);
    expect(await getIncident(at.auditor, 'no-such-thing', search())).toBeNull();
    expect(await getIncident(at.auditor, 'wannacry-2017', search({ model: 'x' }))).toBeNull();
  });

  it('groups units that are alike, so that the fleet may be large', async () => {
    await owner(elsewhere.orgId, async (tx) => {
      await tx`insert into units (org_id, model_id, serial, location)
        select ${elsewhere.orgId}, ${elsewhere.modelId}, 'BULK-' || n, 'Ward 9' from generate_series(1, 3000) n`;
    });
    const groups = await inOrganisation(elsewhere.engineer, (tx) => unitGroups(tx, elsewhere.orgId, null));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.units).toBe(3012);
    const seen = new Set<string>();
    let after: string | null = '';
    for (let page = 0; page < 3 && after !== null; page += 1) {
      const list = await getIncident(
        elsewhere.auditor,
        'wannacry-2017',
        search({ shown: 'unknown', ...(after && { after }) }),
      );
      for (const { id } of list?.units.rows ?? []) seen.add(id);
      after = list?.units.after ?? null;
    }
    expect(seen.size).toBe(150);
  });
});
