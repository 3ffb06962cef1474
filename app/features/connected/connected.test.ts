import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { listEvents } from '../../audit/list-events.server';
import { type House, house } from '../changes/testing';
import { accepted, aModel, type Fields, posted, someUnits } from '../devices/testing';
import { udiProblem } from '../devices/udi';
import { listUdiMismatches } from '../devices/udi-mismatches.server';
import { aFlow } from '../placement/testing';
import { DetailForm } from './detail-form';
import { exportConnectedRegister } from './export-register.server';
import { isHostname, macInWords } from './mac-address';
import { REGISTER_HEADING, registerRows } from './register-rows.server';
import { putBackDetails, storeDetails } from './store-details.server';
import { getDetails, saveDetails } from './unit-details.server';

const database = testDatabase();
afterAll(closeDatabase);

let at: House;
let other: House;
let units: string[];
beforeAll(async () => {
  at = await house(database);
  other = await house(database, 'Southfield');
  const pump = await aModel(at.engineer, { networkConnected: 'no' });
  await someUnits(at.engineer, pump, ['P-1', 'P-2']);
  const rows = await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return tx`select id from units where model_id = ${at.modelId} order by id`;
  });
  units = rows.map(({ id }) => String(id));
});

const details = (over: Fields) => accepted(DetailForm, { version: '0', ...over });

describe('how a unit stands on the network', () => {
  it.each([
    ['00-1B-44-11-3A-B7', '00:1b:44:11:3a:b7'],
    ['001b.4411.3ab7', '00:1b:44:11:3a:b7'],
    ['001B44113AB7', '00:1b:44:11:3a:b7'],
    ['00:1b-44:11:3a:b7', null],
    ['00:1b:44:11:3a', null],
    ['zz:1b:44:11:3a:b7', null],
  ])('MAC address %s', (typed, spelled) => expect(macInWords(typed)).toBe(spelled));

  it('knows host names', () => {
    for (const name of ['ct-07', 'CT07.ward.example', 'x_1']) expect(isHostname(name)).toBe(true);
    for (const name of ['-ct', 'ct-', 'a..b', 'a b', 'a/b', 'é', 'a'.repeat(64)]) expect(isHostname(name)).toBe(false);
  });

  it('is saved in usual spelling, with what is not known left unknown', async () => {
    const [unit = ''] = units;
    const given = {
      ipAddress: 'FD00::0001',
      macAddress: '00-1B-44-11-3A-B7',
      holdsPatientData: 'yes',
      controls: ['segmentation', 'isolation'],
    };
    expect(await saveDetails(at.engineer, unit, details(given))).toMatchObject({ ok: true });
    expect((await getDetails(at.auditor, unit))?.details).toMatchObject({
      ...{ ipAddress: 'fd00::1', macAddress: '00:1b:44:11:3a:b7', holdsPatientData: true, internetReachable: null },
      controls: ['segmentation', 'isolation'],
    });
    for (const [field, value] of [
      ['ipAddress', '10.1'],
      ['ipAddress', '10.0.0.0/8'],
      ['macAddress', '1'],
      ['hostname', 'a b'],
      ['controls', 'accept'],
    ] as const) {
      const { value: read, errors } = posted(DetailForm, { version: '0', [field]: value });
      if (field === 'controls') expect(read?.controls).toEqual([]);
      else expect(errors).toHaveProperty(field);
    }
  });

  it('tells the second of two editors, and lets nobody else in', async () => {
    const [unit = ''] = units;
    expect(await saveDetails(at.colleague, unit, details({ hostname: 'xtr-1' }))).toMatchObject({
      ok: false,
      conflict: { version: 1, savedBy: 'Jonas Lindqvist' },
    });
    expect(await getDetails(other.engineer, unit)).toBeNull();
    expect(await saveDetails(other.engineer, unit, details({}))).toBeNull();
  });

  it('comes for many units at once, says what stood before, and is put back', async () => {
    const [first = '', second = ''] = units;
    const run = <T>(work: (tx: Parameters<Parameters<typeof inOrganisation>[1]>[0]) => Promise<T>) =>
      inOrganisation(at.engineer, work);
    const given = [
      { unitId: first, hostname: 'xtr-1' },
      { unitId: second, ipAddress: '10.0.0.2', lot: undefined },
    ];
    const stored = await run((tx) => storeDetails(tx, at.orgId, given));
    expect(stored.map(({ unitId, before }) => [unitId, before?.ipAddress ?? null])).toEqual([
      [first, 'fd00::1'],
      [second, null],
    ]);
    expect((await getDetails(at.engineer, first))?.details).toMatchObject({ ipAddress: 'fd00::1', hostname: 'xtr-1' });
    expect(await run((tx) => storeDetails(tx, at.orgId, given))).toEqual([]);
    await run((tx) => putBackDetails(tx, at.orgId, stored));
    expect((await getDetails(at.engineer, first))?.details).toMatchObject({ ipAddress: 'fd00::1', hostname: '' });
    expect((await getDetails(at.engineer, second))?.details.ipAddress).toBe('');
    await expect(
      inOrganisation(other.engineer, (tx) => storeDetails(tx, other.orgId, [{ unitId: first, lot: 'x' }])),
    ).rejects.toThrow();
  });
});

describe('the register of connected devices', () => {
  it('holds every unit that is or may be connected, in words where nothing is known', async () => {
    await aFlow(at.engineer, at.modelId);
    const text = await (await exportConnectedRegister(at.auditor)).text();
    const lines = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe(REGISTER_HEADING.map((one) => (one.includes(',') ? `"${one}"` : one)).join(','));
    expect(lines).toHaveLength(13);
    const first = lines.find((one) => one.includes('fd00::1')) ?? '';
    expect(first).toContain('to PACS, tcp 104');
    expect(first).toContain('Spacelabs');
    expect(first).toContain('not known');
    expect(lines.every((one) => !/(^|,)(,|$)/.test(one))).toBe(true);
    expect((await listEvents(at.auditor, new URLSearchParams({ action: 'register.exported' }))).rows).toHaveLength(1);
  });

  it('is read in batches without losing or doubling a unit, each organisation its own', async () => {
    const batch = (from: string | null) =>
      inOrganisation(at.engineer, (tx) => registerRows(tx, at.orgId, from, 5, '2026-11-23'));
    const seen: string[] = [];
    for (let read = await batch(null); ; read = await batch(read.last)) {
      seen.push(...read.records.map(([serial = '']) => serial));
      if (read.last === null) break;
    }
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
    const theirs = await inOrganisation(other.engineer, (tx) => registerRows(tx, other.orgId, null, 500, '2026-11-23'));
    expect(theirs.records.some((record) => record.includes('fd00::1'))).toBe(false);
  });
});

describe('identifiers to look at', () => {
  it('finds wrong check digits and lengths as the form does, and twins', async () => {
    const udis = [
      '04012345678901',
      '00884838043169',
      '1234',
      '+A9991HIBC',
      '09506000134352',
      '09506000134352',
      '00000000000000',
    ];
    for (const [place, udiDi] of udis.entries())
      await aModel(at.engineer, { supplierId: at.supplierId, name: `Model ${place}`, udiDi });
    const { rows } = await listUdiMismatches(at.auditor, new URLSearchParams());
    const found = new Set(rows.map(({ udiDi }) => udiDi));
    for (const udi of udis) expect(found.has(udi)).toBe(udiProblem(udi) !== null || udi === '09506000134352');
    expect(rows.filter(({ twin }) => twin).map(({ udiDi }) => udiDi)).toEqual(['09506000134352', '09506000134352']);
    expect((await listUdiMismatches(other.engineer, new URLSearchParams())).rows).toEqual([]);
  });
});
