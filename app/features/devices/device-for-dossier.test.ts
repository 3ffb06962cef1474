import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { parseDossier } from '../../regulation/dossier';
import { addCertification } from '../certifications/add-certification.server';
import { CertificationForm } from '../certifications/certification-form';
import { retireCertification } from '../certifications/retire-certification.server';
import { addVersion } from './add-version.server';
import { deviceForDossier } from './device-for-dossier.server';
import { knownVulnerabilities } from './known-vulnerabilities.server';
import { Mds2Form, recordMds2 } from './record-mds2.server';
import { VersionForm } from './software-form';
import { accepted, aModel, type Fields, savedId } from './testing';

testDatabase();
afterAll(closeDatabase);

let regulatory: TestPerson;
let foreign: TestPerson;
beforeAll(async () => {
  regulatory = await aPerson(await anOrganisation(), 'regulatory_affairs');
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
});

const dossierOf = async (id: string, actor = regulatory) => {
  const found = await inOrganisation(actor, (tx) => deviceForDossier(tx, id));
  if (found) expect(parseDossier({ dossier: 1, device: found.device })).toMatchObject({ ok: true });
  return found;
};
const certify = async (id: string, fields: Fields) =>
  savedId(
    await addCertification(regulatory, id, accepted(CertificationForm, { ends: 'never', reallySo: 'yes', ...fields })),
  );

describe('the device block of a dossier', () => {
  it('has what is known, in the words of the contract, and where it comes from', async () => {
    const model = {
      ...{
        name: 'XTR',
        modelNumber: '96280',
        udiDi: '00844588003288',
        kind: 'telemetry receiver',
        newSupplier: 'Spacelabs',
      },
      ...{
        softwareVersion: '4.2.0',
        osProduct: 'Windows',
        osRelease: '7 SP1',
        networkConnected: 'yes',
        saidBy: 'Maker',
      },
    };
    const id = await aModel(regulatory, model);
    savedId(await addVersion(regulatory, id, accepted(VersionForm, { release: '4.2.0', releasedOn: '2019-11-04' })));
    await certify(id, {
      market: 'EU',
      basis: 'mdd',
      class: 'IIb',
      number: 'G1',
      body: '0123',
      ends: 'on',
      expiresOn: '2024-05-26',
    });
    await certify(id, { market: 'US', basis: '510k', class: 'II', number: 'K031234', sourceDocument: 'FDA' });
    const gone = await certify(id, { market: 'GB', basis: 'ukca', class: 'IIb' });
    savedId(await retireCertification(regulatory, id, gone, { reason: 'withdrawn', withUnits: undefined }));
    const form = { version: '1', formDate: '2019-11-20', pasted: 'CSUP-2.4 no', sourceDocument: 'MDS2' };
    savedId(await recordMds2(regulatory, id, accepted(Mds2Form, form), {}));
    const found = await dossierOf(id);
    expect(found?.device).toEqual({
      name: 'XTR',
      manufacturer: 'Spacelabs',
      model: '96280',
      udi_di: '00844588003288',
      kind: 'telemetry receiver',
      software: { version: '4.2.0', released: '2019-11-04', os: { product: 'Windows', release: '7 SP1' } },
      certifications: [
        { market: 'EU', basis: 'mdd', class: 'IIb', body: '0123', certificate: 'G1', expires: '2024-05-26' },
        { market: 'US', basis: '510k', class: 'II', number: 'K031234' },
      ],
      mds2: { 'DOC-7': '2019-11-20', 'CSUP-2.4': 'no' },
      network_interfaces: ['network'],
    });
    const paths = Object.fromEntries((found?.provenance ?? []).map(({ path, source }) => [path.join('.'), source]));
    expect(paths).toMatchObject({
      'software.os': { saidBy: 'Maker' },
      manufacturer: { saidBy: 'Maker' },
      'certifications.1': { document: 'FDA' },
      'mds2.CSUP-2.4': { document: 'MDS2' },
    });
  });

  it('leaves out what nobody knows; a no on the network says nothing', async () => {
    const id = await aModel(regulatory, {
      newSupplier: 'Bare Ltd',
      networkConnected: 'no',
      unknown: ['softwareVersion'],
    });
    expect((await dossierOf(id))?.device).toEqual({
      ...{ name: 'Infusomat Space', manufacturer: 'Bare Ltd', kind: 'infusion pump', certifications: [] },
    });
  });

  it('leaves out what the rule library cannot read, instead of being refused by it', async () => {
    const id = await aModel(regulatory, { newSupplier: 'Odd Ltd' });
    await certify(id, { market: 'EU', basis: 'ukca', class: 'IIb' });
    await certify(id, { market: 'EU', basis: 'mdr', class: 'List A' });
    await certify(id, { market: 'CA', basis: 'licence', class: 'III', number: 'L1' });
    expect((await dossierOf(id))?.device.certifications).toEqual([
      { market: 'EU', class: 'IIb' },
      { market: 'EU', basis: 'mdr' },
      { market: 'CA', class: 'III', certificate: 'L1' },
    ]);
  });

  it('is not there for another organisation', async () => {
    const id = await aModel(regulatory, { newSupplier: 'Ours Ltd' });
    expect(await dossierOf(id, foreign)).toBeNull();
    expect(await inOrganisation(foreign, (tx) => knownVulnerabilities(tx, foreign.orgId, id))).toEqual([]);
  });
});
