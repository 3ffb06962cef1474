import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { anOrganisation, aPerson, type TestPerson } from '../../guard/testing/people';
import { addComponents } from './add-components.server';
import { addVersion } from './add-version.server';
import { getModelSoftware } from './get-model-software.server';
import { retireComponent } from './retire-component.server';
import { ComponentsForm, readComponents, VersionForm } from './software-form';
import { accepted, aModel, posted, savedId } from './testing';

testDatabase();
afterAll(closeDatabase);

let engineer: TestPerson;
let foreign: TestPerson;
let model: string;
beforeAll(async () => {
  engineer = await aPerson(await anOrganisation(), 'engineer');
  foreign = await aPerson(await anOrganisation('Southfield'), 'engineer');
  model = await aModel(engineer, { softwareVersion: '4.9' });
});

const software = async () => {
  const found = await getModelSoftware(engineer, model);
  if (!found) throw new Error('the model is gone');
  return found;
};

describe('versions', () => {
  it('stand newest first, and may become the version of the model, with their source', async () => {
    const old = { release: '4.9', releasedOn: '2019-01-01' };
    savedId(await addVersion(engineer, model, accepted(VersionForm, old)));
    const now = {
      release: '4.10',
      releasedOn: '2020-01-01',
      osProduct: 'Windows',
      osRelease: '7 SP1',
      current: 'yes',
      saidBy: 'Maker',
    };
    savedId(await addVersion(engineer, model, accepted(VersionForm, now)));
    const { versions, model: header, facts } = await software();
    expect(versions.map(({ release }) => release)).toEqual(['4.10', '4.9']);
    expect(versions[0]?.support.state).toBe('ended');
    expect(header.values).toMatchObject({ softwareVersion: '4.10', osProduct: 'Windows', osRelease: '7 SP1' });
    expect(facts.softwareVersion).toMatchObject({ value: '4.10', source: { saidBy: 'Maker' } });
  });

  it('are refused twice', async () => {
    expect(await addVersion(engineer, model, accepted(VersionForm, { release: '4.10' }))).toMatchObject({
      ok: false,
      errors: { release: [expect.stringContaining('already')] },
    });
  });
});

describe('components', () => {
  it('are read as people paste them', () => {
    expect(
      readComponents(
        'OpenSSL; 1.0.2; OpenSSL project; pkg:generic/openssl@1.0.2\nSQL Server\t2012\npkg:npm/left-pad@1',
      ),
    ).toEqual([
      { name: 'OpenSSL', release: '1.0.2', supplier: 'OpenSSL project', purl: 'pkg:generic/openssl@1.0.2' },
      { name: 'SQL Server', release: '2012', supplier: '', purl: '' },
      { name: 'pkg:npm/left-pad@1', release: '', supplier: '', purl: 'pkg:npm/left-pad@1' },
    ]);
    const many = Array.from({ length: 1001 }, (_, n) => `C${n}`).join('\n');
    expect(posted(ComponentsForm, { components: many }).errors?.components?.join()).toContain('More than 1000');
    expect(posted(ComponentsForm, { components: ' \n ' }).errors).toHaveProperty('components');
  });

  it('are added with their source and removed one by one', async () => {
    const form = accepted(ComponentsForm, { components: 'zlib; 1.2\nOpenSSL; 1.0.2', sourceDocument: 'SBOM' });
    savedId(await addComponents(engineer, model, form));
    const [first, second] = (await software()).components;
    expect([first?.name, second?.name]).toEqual(['OpenSSL', 'zlib']);
    expect(first?.source.document).toBe('SBOM');
    savedId(await retireComponent(engineer, model, first?.id ?? ''));
    expect(await retireComponent(engineer, model, first?.id ?? '')).toBeNull();
    expect((await software()).components.map(({ name }) => name)).toEqual(['zlib']);
  });
});

it('shows nothing of another organisation, and changes nothing there', async () => {
  const [component] = (await software()).components;
  expect(await getModelSoftware(foreign, model)).toBeNull();
  expect(await addVersion(foreign, model, accepted(VersionForm, { release: '9' }))).toBeNull();
  expect(await addComponents(foreign, model, accepted(ComponentsForm, { components: 'x' }))).toBeNull();
  expect(await retireComponent(foreign, model, component?.id ?? '')).toBeNull();
});
