import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { getModel } from '../devices/get-model.server';
import { listModels } from '../devices/list-models.server';
import { accepted, aModel, type Fields, posted, savedId } from '../devices/testing';
import { today } from '../today';
import { addCertification } from './add-certification.server';
import { CertificationForm, certificationFormDefaults, EditCertificationForm } from './certification-form';
import { editCertification } from './edit-certification.server';
import { getCertification } from './get-certification.server';
import { retireCertification } from './retire-certification.server';

testDatabase();
afterAll(closeDatabase);

let regulatory: TestPerson;
let colleague: TestPerson;
let foreign: TestPerson;
let model: string;
beforeAll(async () => {
  const org = await anOrganisation();
  regulatory = await aPerson(org, 'regulatory_affairs');
  colleague = await aPerson(org, 'regulatory_affairs', { name: 'Mei Tanaka' });
  foreign = await aPerson(await anOrganisation('Southfield'), 'regulatory_affairs');
  model = await aModel(regulatory);
});

const MDD: Fields = { market: 'EU', basis: 'mdd', class: 'IIb', ends: 'on', expiresOn: '2028-12-31' };
const add = async (over: Fields = {}) =>
  savedId(await addCertification(regulatory, model, accepted(CertificationForm, { ...MDD, ...over })));
const one = async (id: string) => {
  const found = await getCertification(regulatory, model, id);
  if (!found) throw new Error('the certification is gone');
  return found;
};
const edit = async (actor: TestPerson, id: string, over: Fields) => {
  const { certification } = await one(id);
  const fields = { ...certificationFormDefaults(certification, []), version: String(certification.version), ...over };
  return editCertification(actor, model, id, accepted(EditCertificationForm, fields));
};

describe('a certification', () => {
  it('keeps its source as a whole and for each field, and what is not known', async () => {
    const id = await add({
      ends: 'unknown',
      expiresOn: '',
      unknown: ['number'],
      sourceDocument: 'Certificate',
      sourcePage: '2',
    });
    const { certification, history } = await one(id);
    expect(certification).toMatchObject({
      source: { document: 'Certificate', page: '2' },
      number: '',
      expiresOn: null,
    });
    const facts = Object.fromEntries(history.map(({ field, value }) => [field, value]));
    expect(facts).toMatchObject({ market: 'EU', basis: 'mdd', class: 'IIb', number: null, expiresOn: null });
    expect(facts).not.toHaveProperty('body');
  });

  it('may have no end date, which is another thing than not knowing it', async () => {
    const id = await add({ market: 'US', basis: '510k', class: 'II', ends: 'never', expiresOn: '', number: 'K031234' });
    const { certification, history } = await one(id);
    expect(certification).toMatchObject({ doesNotExpire: true, expiresOn: null });
    expect(history.find(({ field }) => field === 'expiresOn')?.value).toBe('no end date');
  });

  it.each([
    ['no market', { market: '' }, 'market'],
    ['a basis nobody knows', { basis: 'abc' }, 'basis'],
    ['a class nobody knows', { class: 'V' }, 'class'],
    ['no word on its end', { ends: '' }, 'ends'],
    ['an end without a day', { expiresOn: '' }, 'expiresOn'],
    ['a day against the answer', { ends: 'never' }, 'expiresOn'],
    ['a day that is none', { expiresOn: '2028-02-30' }, 'expiresOn'],
    ['an end before its issue', { issuedOn: '2029-01-01', reallySo: 'yes' }, 'expiresOn'],
    ['a number that is given and not known', { number: 'X', unknown: ['number'] }, 'number'],
  ])('is refused with %s', (_, over, field) => {
    expect(Object.keys(posted(CertificationForm, { ...MDD, ...over }).errors ?? {})).toContain(field);
  });

  it('is questioned where market, basis and class do not go together, and saved when it really is so', async () => {
    const odd = { ...MDD, basis: 'ukca' };
    expect(posted(CertificationForm, odd).errors).toEqual({ reallySo: ['UKCA is not a basis in European Union.'] });
    await add({ basis: 'ukca', reallySo: 'yes' });
  });

  it('changes with its history, and tells the second of two editors', async () => {
    const id = await add();
    savedId(await edit(colleague, id, { expiresOn: '2027-06-30', sourceDocument: 'Addendum' }));
    const { certification, history } = await one(id);
    expect(certification).toMatchObject({ version: 2, source: { document: 'Addendum' } });
    expect(history.filter(({ field }) => field === 'expiresOn').map(({ value }) => value)).toEqual([
      '2027-06-30',
      '2028-12-31',
    ]);
    expect(await edit(regulatory, id, { version: '1', expiresOn: '2026-01-01' })).toMatchObject({
      ok: false,
      conflict: { differences: [{ label: 'Ends', theirs: '30 Jun 2027', typed: '1 Jan 2026' }] },
    });
  });

  it('stays readable when retired, but counts no more', async () => {
    const id = await add({ market: 'CH' });
    savedId(await retireCertification(regulatory, model, id, { reason: 'replaced', withUnits: undefined }));
    expect(await retireCertification(regulatory, model, id, { reason: 'again', withUnits: undefined })).toMatchObject({
      ok: false,
    });
    expect(await edit(regulatory, id, { number: 'X' })).toMatchObject({ ok: false });
    expect((await one(id)).certification.retiredAt).not.toBeNull();
    expect((await listModels(regulatory, new URLSearchParams('market=CH'))).page.rows).toEqual([]);
    expect((await getModel(regulatory, model))?.certifications.at(-1)?.id).toBe(id);
  });

  it('is found only in its organisation and under its model', async () => {
    const id = await add();
    const other = await aModel(regulatory, { newSupplier: 'Other' });
    const input = accepted(EditCertificationForm, { ...MDD, version: '1' });
    expect(await getCertification(foreign, model, id)).toBeNull();
    expect(await getCertification(regulatory, other, id)).toBeNull();
    expect(await editCertification(foreign, model, id, input)).toBeNull();
    expect(await editCertification(regulatory, other, id, input)).toBeNull();
    expect(await retireCertification(foreign, model, id, { reason: 'x', withUnits: undefined })).toBeNull();
    expect(await addCertification(foreign, model, accepted(CertificationForm, MDD))).toBeNull();
  });
});

describe('models by their papers', () => {
  it('are found when one paper meets the whole filter', async () => {
    const maker = await aModel(regulatory, { newSupplier: 'Papers Ltd', name: 'Papered' });
    const input = (over: Fields) => accepted(CertificationForm, { ...MDD, ...over });
    const soon = new Date(Date.parse(today()) + 30 * 86_400_000).toISOString().slice(0, 10);
    savedId(await addCertification(regulatory, maker, input({ class: 'III', expiresOn: soon })));
    savedId(
      await addCertification(
        regulatory,
        maker,
        input({ market: 'US', basis: 'pma', class: 'III', ends: 'never', expiresOn: '' }),
      ),
    );
    const found = async (query: string) =>
      (await listModels(regulatory, new URLSearchParams(`q=papered&${query}`))).page.rows.map(({ name }) => name);
    expect(await found('market=EU&class=III&expiring=90')).toEqual(['Papered']);
    expect(await found('market=US&expiring=90')).toEqual([]);
    expect(await found('basis=pma')).toEqual(['Papered']);
    expect(await found('expiring=expired')).toEqual([]);
    expect(await found('expiring=unknown')).toEqual([]);
    expect(await found('market=XX&class=V&basis=?')).toEqual(['Papered']);
  });
});
