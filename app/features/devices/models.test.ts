import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { verifyChain } from '../../audit/verify.server';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { createModel } from './create-model.server';
import { editModel } from './edit-model.server';
import { getModel } from './get-model.server';
import { getModelHistory } from './get-model-history.server';
import { listModels } from './list-models.server';
import { EditModelForm, ModelForm, modelFormDefaults } from './model-form';
import { restoreModel } from './restore-model.server';
import { retireModel } from './retire-model.server';
import { accepted, aModel, type Fields, PUMP, posted, savedId, someUnits } from './testing';

testDatabase();
afterAll(closeDatabase);

let engineer: TestPerson;
let colleague: TestPerson;
let foreign: TestPerson;
beforeAll(async () => {
  const org = await anOrganisation();
  engineer = await aPerson(org, 'engineer', { name: 'J. Lindqvist' });
  colleague = await aPerson(org, 'engineer', { name: 'Mei Tanaka' });
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
});

const manual = { saidBy: 'B. Braun', sourceDocument: 'Service manual', sourcePage: '14', sourceDate: '2021-03-03' };

/** An edit of a model as its form posts it: everything as it is, but for `over`. */
async function edit(actor: TestPerson, id: string, over: Fields) {
  const found = await getModel(actor, id);
  if (!found) throw new Error('the model is gone');
  const fields = { ...modelFormDefaults(found.model.values), version: String(found.model.version), ...over };
  return editModel(actor, id, accepted(EditModelForm, fields));
}

describe('a new model', () => {
  it('keeps who said each thing, and says nothing about what nobody said', async () => {
    const id = await aModel(engineer, {
      newSupplier: 'Maker 1',
      udiDi: '04012345678901',
      unknown: ['softwareVersion'],
      ...manual,
    });
    const found = await getModel(engineer, id);
    expect(found?.facts.name).toMatchObject({
      value: 'Infusomat Space',
      source: { saidBy: 'B. Braun', document: 'Service manual', page: '14', date: '2021-03-03' },
      recordedByName: 'J. Lindqvist',
      supersededAt: null,
    });
    expect(found?.facts.manufacturer?.value).toBe('Maker 1');
    expect(found?.facts.softwareVersion).toMatchObject({ value: null });
    expect(found?.facts.intendedPurpose).toBeUndefined();
  });

  it('is refused without name, maker or kind, each by its own field', () => {
    const { errors } = posted(ModelForm, { supplierId: 'new' });
    expect(Object.keys(errors ?? {}).sort()).toEqual(['kind', 'name']);
    expect(posted(ModelForm, { ...PUMP, newSupplier: '' }).errors).toHaveProperty('newSupplier');
    expect(posted(ModelForm, { ...PUMP, supplierId: 'nonsense' }).errors).toHaveProperty('supplierId');
  });

  it('is refused where something is given and ticked as not known', () => {
    const { errors } = posted(ModelForm, { ...PUMP, osProduct: 'Windows', unknown: ['operatingSystem'] });
    expect(errors).toEqual({ osProduct: ['Given here, but ticked below as not known.'] });
    expect(posted(ModelForm, { ...PUMP, osRelease: '7' }).errors).toHaveProperty('osProduct');
    expect(posted(ModelForm, { ...PUMP, unknown: ['name'] }).errors).not.toBeNull();
  });

  it('is refused, and nothing is left behind, when the maker or the model is there already', async () => {
    await aModel(engineer, { newSupplier: 'Taken Ltd' });
    const again = await createModel(
      engineer,
      accepted(ModelForm, { ...PUMP, newSupplier: 'TAKEN ltd', name: 'Other' }),
    );
    expect(again).toMatchObject({ ok: false, errors: { newSupplier: [expect.stringContaining('already')] } });
    const maker = (await listModels(engineer, new URLSearchParams('q=taken'))).page.rows[0]?.maker.id ?? '';
    const twice = await createModel(
      engineer,
      accepted(ModelForm, { ...PUMP, supplierId: maker, name: 'INFUSOMAT space' }),
    );
    expect(twice).toMatchObject({ ok: false, errors: { name: [expect.stringContaining('already')] } });
  });

  it('cannot take a maker of another organisation', async () => {
    await aModel(foreign, { newSupplier: 'Theirs' });
    const theirs = (await listModels(foreign, new URLSearchParams())).page.rows[0]?.maker.id ?? '';
    const result = await createModel(engineer, accepted(ModelForm, { ...PUMP, supplierId: theirs }));
    expect(result).toMatchObject({ ok: false, errors: { supplierId: [expect.any(String)] } });
  });

  it.each([
    ['100,000 characters', 'Ω'.repeat(100_000)],
    ['HTML', '<script>alert(1)</script>'],
    ['many scripts', 'Łódź · Ωμέγα · Москва · 監視装置 · جهاز · 🩺'],
    ['U+0000', 'before\u0000after'],
    ['wildcards and quotes', `100% _under_ 'quote' "double" \\ back`],
  ])('keeps %s in every text', async (_, text) => {
    const texts = Object.fromEntries(
      ['name', 'newSupplier', 'modelNumber', 'kind', 'intendedPurpose', 'softwareVersion', 'osProduct', 'osRelease']
        .concat(['networkNeeds', 'remoteAccess', 'maintenance', 'clinicalOwner', 'tolerableDowntime', 'fallback'])
        .concat(['saidBy', 'sourceDocument', 'sourcePage', 'sourceDate'])
        .map((field) => [field, text]),
    );
    const id = await aModel(engineer, texts);
    const found = await getModel(engineer, id);
    const kept = text.replace('\u0000', '\ufffd');
    expect(found?.model.values).toMatchObject({ name: kept, fallback: kept, osRelease: kept });
    expect(found?.facts.name?.source.page).toBe(kept);
    const listed = await listModels(engineer, new URLSearchParams({ q: text.slice(0, 30) }));
    expect(listed.page.rows.some((row) => row.id === id)).toBe(true);
  });
});

describe('an edit', () => {
  it('states what changed with its source, and keeps the earlier statement', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 2', softwareVersion: 'L80' });
    savedId(await edit(colleague, id, { softwareVersion: 'L81', ...manual }));
    const history = (await getModelHistory(engineer, id))?.facts.filter(({ field }) => field === 'softwareVersion');
    expect(history?.map(({ value, recordedByName }) => [value, recordedByName])).toEqual([
      ['L81', 'Mei Tanaka'],
      ['L80', 'J. Lindqvist'],
    ]);
    expect(history?.map(({ supersededAt }) => supersededAt === null)).toEqual([true, false]);
    expect((await getModel(engineer, id))?.model.version).toBe(2);
  });

  it('that changes nothing leaves version and history alone; a confirming source speaks for every field', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 3' });
    savedId(await edit(engineer, id, manual));
    expect((await getModel(engineer, id))?.model.version).toBe(1);
    savedId(await edit(engineer, id, { ...manual, confirms: 'yes' }));
    const found = await getModel(engineer, id);
    expect(found?.model.version).toBe(2);
    expect(found?.facts.kind?.source.document).toBe('Service manual');
  });

  it('may record that something is not known, once', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 4' });
    savedId(await edit(engineer, id, { unknown: ['udiDi'], networkConnected: 'unknown' }));
    savedId(await edit(engineer, id, { unknown: ['udiDi'], networkConnected: 'unknown' }));
    const found = await getModel(engineer, id);
    expect(found?.facts.udiDi?.value).toBeNull();
    expect(found?.facts.networkConnected?.value).toBeNull();
    expect(found?.model.version).toBe(2);
  });

  it('on an older version shows both values and saves nothing; sent again with the new version it stands', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 5', clinicalOwner: 'Ward 3' });
    savedId(await edit(colleague, id, { clinicalOwner: 'Theatres' }));
    const late = await edit(engineer, id, { version: '1', clinicalOwner: 'Library' });
    expect(late).toEqual({
      ok: false,
      errors: {},
      conflict: {
        version: 2,
        savedBy: 'Mei Tanaka',
        savedAt: expect.any(String),
        differences: [{ label: 'Clinical owner', theirs: 'Theatres', typed: 'Library' }],
      },
    });
    expect((await getModel(engineer, id))?.model.values.clinicalOwner).toBe('Theatres');
    savedId(await edit(engineer, id, { version: '2', clinicalOwner: 'Library' }));
    expect((await getModel(engineer, id))?.model.values.clinicalOwner).toBe('Library');
  });

  it('on an older version that says the same is no conflict', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 6' });
    savedId(await edit(colleague, id, { fallback: 'Library pump' }));
    savedId(await edit(engineer, id, { version: '1' }));
  });

  it('lets one of two writers at once win, and tells the other', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 7' });
    const results = await Promise.all([
      edit(engineer, id, { version: '1', fallback: 'A' }),
      edit(colleague, id, { version: '1', fallback: 'B' }),
    ]);
    expect(results.filter((result) => result?.ok)).toHaveLength(1);
  });
});

describe('retiring and restoring', () => {
  it('asks what becomes of the units, keeps everything, and can be undone', async () => {
    const id = await aModel(engineer, { newSupplier: 'Maker 8' });
    await someUnits(engineer, id, ['A1', 'A2']);
    expect(await retireModel(engineer, id, { reason: 'replaced', withUnits: undefined })).toMatchObject({
      ok: false,
      errors: { withUnits: [expect.stringContaining('still in use')] },
    });
    savedId(await retireModel(engineer, id, { reason: 'replaced', withUnits: 'yes' }));
    expect((await getModel(engineer, id))?.model).toMatchObject({ unitsInUse: 0, retiredAt: expect.any(String) });
    expect(await edit(engineer, id, { name: 'X' })).toMatchObject({ ok: false, errors: { '': [expect.any(String)] } });
    const retired = await listModels(engineer, new URLSearchParams('status=retired'));
    expect(retired.page.rows.map((row) => row.id)).toContain(id);
    savedId(await restoreModel(engineer, id, { reason: 'back from loan' }));
    expect((await getModel(engineer, id))?.model.retiredAt).toBeNull();
    const acts = (await getModelHistory(engineer, id))?.acts.map(({ what, reason }) => [what, reason]);
    expect(acts?.slice(0, 2)).toEqual([
      ['Restored a device model', 'back from loan'],
      ['Retired a device model', 'replaced'],
    ]);
  });
});

it('shows nothing of another organisation, and changes nothing there', async () => {
  const id = await aModel(engineer, { newSupplier: 'Maker 9' });
  const input = accepted(EditModelForm, { ...PUMP, version: '1' });
  expect(await getModel(foreign, id)).toBeNull();
  expect(await getModelHistory(foreign, id)).toBeNull();
  expect(await editModel(foreign, id, input)).toBeNull();
  expect(await retireModel(foreign, id, { reason: 'x', withUnits: undefined })).toBeNull();
  expect(await restoreModel(foreign, id, { reason: 'x' })).toBeNull();
  expect((await listModels(foreign, new URLSearchParams())).page.rows.map((row) => row.id)).not.toContain(id);
});

it('leaves an audit chain that holds', async () => {
  expect(await verifyChain(engineer.orgId, 'Northbridge')).toMatchObject({ ok: true });
});
