import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { retireModel } from '../devices/retire-model.server';
import { accepted, aModel, type Fields, posted, savedId, someUnits } from '../devices/testing';
import { addContact } from './add-contact.server';
import { createSupplier } from './create-supplier.server';
import { editContact } from './edit-contact.server';
import { editSupplier } from './edit-supplier.server';
import { getContact } from './get-contact.server';
import { getSupplier } from './get-supplier.server';
import { listSuppliers } from './list-suppliers.server';
import { restoreSupplier } from './restore-supplier.server';
import { retireContact } from './retire-contact.server';
import { retireSupplier } from './retire-supplier.server';
import { ContactForm, EditContactForm, EditSupplierForm, SupplierForm } from './supplier-form';

testDatabase();
afterAll(closeDatabase);

let engineer: TestPerson;
let colleague: TestPerson;
let foreign: TestPerson;
beforeAll(async () => {
  const org = await anOrganisation();
  engineer = await aPerson(org, 'engineer');
  colleague = await aPerson(org, 'engineer', { name: 'Mei Tanaka' });
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
});

const add = async (over: Fields = {}) =>
  savedId(await createSupplier(engineer, accepted(SupplierForm, { name: 'B. Braun', ...over })));
const one = async (id: string) => {
  const found = await getSupplier(engineer, id);
  if (!found) throw new Error('the supplier is gone');
  return found;
};
const why = { reason: 'merged', withUnits: undefined };
const listed = async (query = '') => (await listSuppliers(engineer, new URLSearchParams(query))).page;

describe('a supplier', () => {
  it('keeps its address line by line, and the source of each field', async () => {
    const id = await add({ address: 'Musterweg 8\n\n 34212 Melsungen ', saidBy: 'Invoice' });
    const found = await one(id);
    expect(found.values.address).toEqual(['Musterweg 8', '34212 Melsungen']);
    expect(found.facts.address).toMatchObject({ value: 'Musterweg 8\n34212 Melsungen', source: { saidBy: 'Invoice' } });
  });

  it('is refused without a name, with a website that is none, or twice', async () => {
    expect(posted(SupplierForm, { name: ' ' }).errors).toHaveProperty('name');
    expect(posted(SupplierForm, { name: 'X', website: 'javascript:alert(1)' }).errors).toHaveProperty('website');
    expect(await createSupplier(engineer, accepted(SupplierForm, { name: 'b. braun' }))).toMatchObject({
      ok: false,
      errors: { name: [expect.any(String)] },
    });
  });

  it('is edited with a word to the second of two editors', async () => {
    const id = await add({ name: 'Edited Ltd' });
    const edit = (actor: TestPerson, over: Fields) =>
      editSupplier(actor, id, accepted(EditSupplierForm, { name: 'Edited Ltd', version: '1', ...over }));
    savedId(await edit(colleague, { country: 'Germany' }));
    expect(await edit(engineer, { country: 'Austria' })).toMatchObject({
      conflict: { savedBy: 'Mei Tanaka', differences: [{ label: 'Country', theirs: 'Germany', typed: 'Austria' }] },
    });
    expect(await edit(engineer, { version: '2', name: 'B. Braun' })).toMatchObject({
      errors: { name: [expect.any(String)] },
    });
  });

  it('is retired only when its models are, and can be restored', async () => {
    const model = await aModel(engineer, { newSupplier: 'Parting Ltd' });
    await someUnits(engineer, model, ['1', '2']);
    const [row] = (await listed('q=parting')).rows;
    expect(row).toMatchObject({ models: 1, units: 2, contact: '' });
    const id = row?.id ?? '';
    expect(await retireSupplier(engineer, id, why)).toMatchObject({ ok: false });
    savedId(await retireModel(engineer, model, { reason: 'gone', withUnits: 'yes' }));
    savedId(await retireSupplier(engineer, id, why));
    expect((await listed('q=parting')).rows).toEqual([]);
    expect((await listed('q=parting&status=retired')).rows.map((one) => one.id)).toEqual([id]);
    expect(await addContact(engineer, id, accepted(ContactForm, { name: 'X' }))).toMatchObject({ ok: false });
    savedId(await restoreSupplier(engineer, id, why));
    expect(await restoreSupplier(engineer, id, why)).toMatchObject({ ok: false });
    expect((await one(id)).models[0]).toMatchObject({ name: 'Infusomat Space', retired: true, units: 0 });
  });
});

describe('a contact', () => {
  it('is added, edited and removed', async () => {
    const supplier = await add({ name: 'Contacts Ltd' });
    const form = { name: 'Product security', email: 'psirt@contacts.example' };
    const id = savedId(await addContact(engineer, supplier, accepted(ContactForm, form)));
    const edit = (actor: TestPerson, over: Fields) =>
      editContact(actor, supplier, id, accepted(EditContactForm, { ...form, version: '1', ...over }));
    savedId(await edit(colleague, { role: 'disclosure' }));
    expect(await edit(engineer, { role: 'sales' })).toMatchObject({
      conflict: { differences: [{ theirs: 'disclosure' }] },
    });
    expect((await one(supplier)).contacts).toMatchObject([
      { name: 'Product security', role: 'disclosure', version: 2 },
    ]);
    expect((await listed('q=contacts')).rows[0]?.contact).toBe('Product security · psirt@contacts.example');
    savedId(await retireContact(engineer, supplier, id));
    expect(await getContact(engineer, supplier, id)).toBeNull();
    expect(await edit(engineer, { version: '3' })).toMatchObject({ ok: false });
    expect((await one(supplier)).contacts).toEqual([]);
  });

  it('is refused with an address that is none', () => {
    expect(posted(ContactForm, { name: 'X', email: 'nobody' }).errors).toHaveProperty('email');
    expect(posted(ContactForm, { name: 'X', email: 'a b@c.example' }).errors).toHaveProperty('email');
    expect(posted(ContactForm, { name: '' }).errors).toHaveProperty('name');
  });
});

it('pages without skipping or repeating names that begin alike', async () => {
  const long = 'Same beginning '.repeat(10);
  for (let n = 0; n < 60; n += 1) await add({ name: `${long}${n}` });
  const first = await listed('q=same beginning');
  const second = await listed(`q=same beginning&after=${first.after}`);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(60);
  expect((await listed(`q=same beginning&before=${second.before}`)).rows).toEqual(first.rows);
  expect((await listed('after=nonsense')).rows.length).toBe(50);
});

it('shows nothing of another organisation, and changes nothing there', async () => {
  const id = await add({ name: 'Ours Ltd' });
  const contact = savedId(await addContact(engineer, id, accepted(ContactForm, { name: 'X' })));
  expect(await getSupplier(foreign, id)).toBeNull();
  expect(await editSupplier(foreign, id, accepted(EditSupplierForm, { name: 'Y', version: '1' }))).toBeNull();
  expect(await retireSupplier(foreign, id, why)).toBeNull();
  expect(await restoreSupplier(foreign, id, why)).toBeNull();
  expect(await addContact(foreign, id, accepted(ContactForm, { name: 'Y' }))).toBeNull();
  expect(await getContact(foreign, id, contact)).toBeNull();
  expect(await editContact(foreign, id, contact, accepted(EditContactForm, { name: 'Y', version: '1' }))).toBeNull();
  expect(await retireContact(foreign, id, contact)).toBeNull();
  expect((await listSuppliers(foreign, new URLSearchParams())).page.rows).toEqual([]);
});
