import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { listEvents } from '../../audit/list-events.server';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { getModel } from '../devices/get-model.server';
import { retireModel } from '../devices/retire-model.server';
import { accepted, aModel, type Fields, posted, savedId, someUnits } from '../devices/testing';
import { addUnits } from './add-units.server';
import { editUnit } from './edit-unit.server';
import { exportUnits } from './export-units.server';
import { getUnit } from './get-unit.server';
import { listUnits, type UnitListRow } from './list-units.server';
import { restoreUnit } from './restore-unit.server';
import { retireUnit } from './retire-unit.server';
import { AddUnitsForm, EditUnitForm, readSerials } from './unit-form';
import { UNIT_SORTS } from './units-filter';
import { unitsOfModel } from './units-of-model.server';

testDatabase();
afterAll(closeDatabase);

let engineer: TestPerson;
let colleague: TestPerson;
let auditor: TestPerson;
let foreign: TestPerson;
/** A pump without an operating system, a scanner on Windows 7, a workstation on Windows 10. */
let pump: string;
let scanner: string;
let workstation: string;

beforeAll(async () => {
  const org = await anOrganisation();
  engineer = await aPerson(org, 'engineer');
  colleague = await aPerson(org, 'engineer', { name: 'Mei Tanaka' });
  auditor = await aPerson(org, 'auditor');
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
  pump = await aModel(engineer, { softwareVersion: 'L81' });
  scanner = await aModel(engineer, { newSupplier: 'GE', name: 'Optima CT', osProduct: 'Windows', osRelease: '7 SP1' });
  workstation = await aModel(engineer, {
    ...{ newSupplier: 'Philips', name: 'Viewer', osProduct: 'Windows', osRelease: '10 Enterprise LTSC 2019' },
  });
});

const search = (query: Fields | string = '') =>
  new URLSearchParams(typeof query === 'string' ? query : (query as Record<string, string>));
const rowsOf = async (query: string): Promise<UnitListRow[]> => (await listUnits(engineer, search(query))).page.rows;
const serials = async (query: string): Promise<string[]> => (await rowsOf(query)).map(({ serial }) => serial);

async function edit(actor: TestPerson, id: string, over: Fields) {
  const unit = await getUnit(actor, id);
  if (!unit) throw new Error('the unit is gone');
  const { suppliedOn, ...values } = unit.values;
  const fields = { ...values, suppliedOn: suppliedOn ?? '', version: String(unit.version), ...over };
  return editUnit(actor, id, accepted(EditUnitForm, fields));
}

describe('adding units', () => {
  it('takes several serial numbers with their asset tags, and says of each where it comes from', async () => {
    const typed = {
      serials: 'P-1, NUH-1\nP-2\tNUH-2\n\n  P-3  ',
      location: 'Ward 3',
      unknown: ['suppliedOn'],
      saidBy: 'Library',
    };
    const result = await addUnits(engineer, pump, accepted(AddUnitsForm, typed));
    expect(result).toMatchObject({ ok: true });
    const unit = await getUnit(engineer, result?.ok ? (result.ids[0] ?? '') : '');
    expect(unit?.values).toMatchObject({ serial: 'P-1', assetTag: 'NUH-1', location: 'Ward 3', installedVersion: '' });
    expect(unit?.facts.location).toMatchObject({ value: 'Ward 3', source: { saidBy: 'Library' } });
    expect(unit?.facts.suppliedOn?.value).toBeNull();
    expect(unit?.facts.owner).toBeUndefined();
    expect((await getModel(engineer, pump))?.model.unitsInUse).toBe(3);
  });

  it('adds all or none: a serial number that is there already is named', async () => {
    const result = await addUnits(engineer, pump, accepted(AddUnitsForm, { serials: 'P-9\nP-2' }));
    expect(result).toMatchObject({ ok: false, errors: { serials: [expect.stringContaining('“P-2”')] } });
    expect(await serials('q=P-9')).toEqual([]);
  });

  it('gives two people who add the same serial number at once one unit', async () => {
    const add = () => addUnits(engineer, scanner, accepted(AddUnitsForm, { serials: 'SAME' }));
    const results = await Promise.all([add(), add(), add()]);
    expect(results.filter((result) => result?.ok)).toHaveLength(1);
  });

  it.each([
    ['nothing', '  \n ', 'at least one'],
    ['the same twice', 'A\nB\nA', '“A” stands here twice'],
    ['a line without a number', 'A\n;tag', 'Line 2'],
    ['too many', Array.from({ length: 501 }, (_, n) => `S${n}`).join('\n'), 'More than 500'],
  ])('refuses %s', (_, typed, words) => {
    expect(posted(AddUnitsForm, { serials: typed }).errors?.serials?.join()).toContain(words);
  });

  it('reads lines as people paste them', () => {
    expect(readSerials('A;T 1\nB,T,2\nC')).toEqual([
      { serial: 'A', assetTag: 'T 1' },
      { serial: 'B', assetTag: 'T 2' },
      { serial: 'C', assetTag: '' },
    ]);
  });

  it('keeps 100,000 characters of any script in every text', async () => {
    const long = '監'.repeat(100_000);
    const texts = Object.fromEntries(
      ['site', 'location', 'networkZone', 'installedVersion', 'osProduct', 'owner', 'notes'].map((f) => [f, long]),
    );
    const [id = ''] = await someUnits(engineer, workstation, [long], texts);
    expect((await getUnit(engineer, id))?.values).toMatchObject({ serial: long, location: long, osProduct: long });
    expect((await rowsOf('q=監監監監'))[0]?.serial).toHaveLength(120);
    for (const sort of UNIT_SORTS) expect((await rowsOf(`sort=${sort}&order=desc`)).length).toBeGreaterThan(0);
    savedId(await retireUnit(engineer, id, { reason: 'test over', withUnits: undefined }));
  });
});

describe('editing, retiring, restoring', () => {
  it('makes an override visible and keeps what was said before', async () => {
    const [id = ''] = await someUnits(engineer, scanner, ['CT-1']);
    savedId(
      await edit(engineer, id, { osProduct: 'Windows', osRelease: '10 Enterprise LTSC 2019', installedVersion: '3.1' }),
    );
    const [row] = await rowsOf('q=CT-1');
    expect(row).toMatchObject({
      os: 'Windows 10 Enterprise LTSC 2019',
      osOfModel: 'Windows 7 SP1',
      version: '3.1',
      versionOfModel: '',
      support: { state: 'supported' },
    });
    savedId(await edit(engineer, id, { installedVersion: '3.2' }));
    const versions = (await getUnit(engineer, id))?.history.filter(({ field }) => field === 'installedVersion');
    expect(versions?.map(({ value }) => value)).toEqual(['3.2', '3.1']);
  });

  it('tells the second of two editors', async () => {
    const [id = ''] = await someUnits(engineer, pump, ['P-10']);
    savedId(await edit(colleague, id, { location: 'Ward 5' }));
    expect(await edit(engineer, id, { version: '1', location: 'Ward 6' })).toMatchObject({
      ok: false,
      conflict: { savedBy: 'Mei Tanaka', version: 2, differences: [{ theirs: 'Ward 5', typed: 'Ward 6' }] },
    });
  });

  it('refuses a serial number that another unit of the model has', async () => {
    const [id = ''] = await someUnits(engineer, pump, ['P-11']);
    expect(await edit(engineer, id, { serial: 'P-10' })).toMatchObject({
      ok: false,
      errors: { serial: [expect.any(String)] },
    });
  });

  it('counts as out of use while retired, and is not edited', async () => {
    const before = (await getModel(engineer, pump))?.model.unitsInUse ?? 0;
    const [id = ''] = await someUnits(engineer, pump, ['P-12']);
    savedId(await retireUnit(engineer, id, { reason: 'scrapped', withUnits: undefined }));
    expect((await getModel(engineer, pump))?.model.unitsInUse).toBe(before);
    expect(await serials('q=P-12')).toEqual([]);
    expect(await serials('q=P-12&status=retired')).toEqual(['P-12']);
    expect(await edit(engineer, id, { location: 'X' })).toMatchObject({ ok: false });
    expect(await retireUnit(engineer, id, { reason: 'again', withUnits: undefined })).toMatchObject({ ok: false });
    savedId(await restoreUnit(engineer, id, { reason: 'found' }));
    expect((await getModel(engineer, pump))?.model.unitsInUse).toBe(before + 1);
    expect((await getUnit(engineer, id))?.acts.map(({ what }) => what)).toEqual(['Restored a unit', 'Retired a unit']);
  });

  it('stays retired while its model is', async () => {
    const model = await aModel(engineer, { newSupplier: 'Gone Ltd' });
    const [id = ''] = await someUnits(engineer, model, ['G-1']);
    savedId(await retireModel(engineer, model, { reason: 'replaced', withUnits: 'yes' }));
    expect(await restoreUnit(engineer, id, { reason: 'x' })).toMatchObject({ ok: false });
  });
});

describe('the list', () => {
  const many = Array.from({ length: 137 }, (_, n) => `K-${String(n).padStart(3, '0')}`);
  let model: string;

  beforeAll(async () => {
    model = await aModel(engineer, {
      newSupplier: 'Keys Ltd',
      name: 'Keyset',
      osProduct: 'Windows',
      osRelease: 'XP SP3',
    });
    // Equal keys everywhere: same site, three locations, two zones, and serial numbers that differ by case only.
    for (const [at, chunk] of [many.slice(0, 60), many.slice(60)].entries()) {
      await someUnits(engineer, model, chunk, { site: 'General', location: `Ward ${at}`, networkZone: `Zone ${at}` });
    }
    await someUnits(
      engineer,
      model,
      ['k-000', 'K-000 '].map((s, n) => `${s.trim()}${n === 1 ? 'x' : ''}`),
      { site: 'General' },
    );
  });

  it.each(UNIT_SORTS.flatMap((sort) => [`sort=${sort}`, `sort=${sort}&order=desc`]))(
    'pages there and back without skipping or repeating (%s)',
    async (query) => {
      const all = `model=${model}&${query}`;
      const pages: string[][] = [];
      let list = await listUnits(engineer, search(all));
      for (;;) {
        pages.push(list.page.rows.map(({ id }) => id));
        if (!list.page.after) break;
        list = await listUnits(engineer, search(`${all}&after=${list.page.after}`));
      }
      const ids = pages.flat();
      expect(ids).toHaveLength(139);
      expect(new Set(ids).size).toBe(139);
      const back = [pages.at(-1) ?? []];
      while (list.page.before) {
        list = await listUnits(engineer, search(`${all}&before=${list.page.before}`));
        back.unshift(list.page.rows.map(({ id }) => id));
      }
      expect(back.flat()).toEqual(ids);
    },
  );

  it('stays in place when a unit is added before the cursor', async () => {
    const first = await listUnits(engineer, search(`model=${model}`));
    await someUnits(engineer, model, ['K-0005']);
    const second = await listUnits(engineer, search(`model=${model}&after=${first.page.after}`));
    expect(second.page.rows.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining(first.page.rows.map(({ id }) => id)),
    );
  });

  it.each([
    'after=nonsense',
    'before=W10',
    'sort=nonsense',
    'model=nonsense',
    'status=nonsense&order=sideways',
    'support=maybe',
  ])('takes %s for not given', async (query) => expect((await rowsOf(query)).length).toBe(50));

  it('finds by part of serial number, asset tag, location and model, wildcards taken literally', async () => {
    await someUnits(engineer, pump, ['Q100%'], { location: 'Room_7' });
    expect(await serials('q=q100%25')).toEqual(['Q100%']);
    expect(await serials('q=room_7')).toEqual(['Q100%']);
    expect(await serials('q=roomx7')).toEqual([]);
    expect(await serials('q=nuh-2')).toEqual(['P-2']);
    expect((await rowsOf('q=keyset')).length).toBe(50);
    expect(await serials('q=\u0000')).toEqual([]);
  });

  it('narrows by the system that counts: the unit’s own, or its model’s', async () => {
    expect(await serials(`q=CT-1&os=${encodeURIComponent('Windows/7 SP1')}`)).toEqual([]);
    expect(await serials(`q=CT-1&os=${encodeURIComponent('Windows/10 Enterprise LTSC 2019')}`)).toEqual(['CT-1']);
    expect(await serials(`q=SAME&os=${encodeURIComponent('Windows/7 SP1')}`)).toEqual(['SAME']);
    expect(await serials('q=SAME&support=ended')).toEqual(['SAME']);
    expect(await serials('q=CT-1&support=ended')).toEqual([]);
    expect(await serials('q=P-1&support=unknown')).toContain('P-1');
    expect(await serials('q=P-1&support=supported')).toEqual([]);
  });

  it('offers the zones, sites and systems there are, and counts up to a limit', async () => {
    const { choices, matching } = await listUnits(engineer, search(`model=${model}&zone=Zone 1`));
    expect(choices.zones).toEqual(expect.arrayContaining(['zone 0', 'zone 1']));
    expect(choices.systems.map(({ label }) => label)).toContain('Windows XP SP3');
    expect(matching).toEqual({ count: 77, countedTo: 1000 });
  });

  it('is that of one model under the model, and of no other organisation', async () => {
    expect((await unitsOfModel(engineer, scanner, search()))?.list.page.rows.map(({ serial }) => serial)).toEqual([
      'CT-1',
      'SAME',
    ]);
    expect(await unitsOfModel(foreign, scanner, search())).toBeNull();
    expect((await listUnits(foreign, search(`model=${scanner}`))).page.rows).toEqual([]);
  });
});

describe('the download', () => {
  it('has every unit of the filter once, in order, formulas disarmed, and is recorded', async () => {
    await someUnits(engineer, pump, ['=1+1'], { location: 'Ward "7", bay\n2', networkZone: '@zone' });
    const text = await (await exportUnits(engineer, search('q=keyset&sort=serial'))).text();
    const lines = text.split('\r\n').filter(Boolean);
    expect(lines).toHaveLength(1 + 140);
    expect(lines[0]).toMatch(/^Serial number,Asset tag,Model,/);
    const odd = await (await exportUnits(engineer, search({ q: '=1+1' }))).text();
    expect(odd).toContain(`'=1+1,`);
    expect(odd).toContain('"Ward ""7"", bay\n2"');
    expect(odd).toContain(`'@zone`);
    const { rows } = await listEvents(auditor, search('action=register.exported'));
    expect(rows[0]).toMatchObject({ action: 'register.exported' });
  });
});

it('shows nothing of another organisation, and changes nothing there', async () => {
  const [id = ''] = await someUnits(engineer, pump, ['FOREIGN']);
  const input = accepted(EditUnitForm, { serial: 'X', version: '1' });
  expect(await getUnit(foreign, id)).toBeNull();
  expect(await editUnit(foreign, id, input)).toBeNull();
  expect(await retireUnit(foreign, id, { reason: 'x', withUnits: undefined })).toBeNull();
  expect(await restoreUnit(foreign, id, { reason: 'x' })).toBeNull();
  expect(await addUnits(foreign, pump, accepted(AddUnitsForm, { serials: 'X' }))).toBeNull();
});
