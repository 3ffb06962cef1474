import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, firstFault, readPath, readWith, waysIn } from '../xml/testing';
import { readSpdxJson } from './spdx-json.server';
import { readSpdxTagValue } from './spdx-tag-value.server';
import { spdx, spdx3, TAG_VALUE } from './testing';

const json = (value: unknown) => readWith(readSpdxJson, JSON.stringify(value));
const tags = (text: string) => readWith(readSpdxTagValue, text);

describe('SPDX 2 in JSON', () => {
  it.each(['2.2', '2.3'])('reads version %s', async (version) => {
    const { head, records } = await json(spdx(`SPDX-${version}`));
    expect(head).toMatchObject({ kind: 'spdx', format: `SPDX ${version}`, valid: true, asOf: '2026-11-18T10:00:00Z' });
    expect(head?.facts).toEqual({
      spec_version: version,
      name: 'Pump 4',
      component_count: 1,
      components: [{ name: 'Lib A', version: '1.0', purl: 'pkg:npm/a@1.0' }],
    });
    expect(records[0]?.value).toMatchObject({
      supplier: 'ACME',
      cpe: expect.stringMatching(/^cpe:2\.3/),
      ref: 'SPDXRef-a',
    });
  });

  const [part] = spdx().packages as Record<string, unknown>[];
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown version', { spdxVersion: 'SPDX-2.1' }, 'SPDX version @ /spdxVersion'],
    ['no version', { spdxVersion: undefined }, 'SPDX version @ /spdxVersion'],
    ['another licence of the data', { dataLicense: 'MIT' }, 'SPDX 2.3 @ /dataLicense'],
    ['no namespace', { documentNamespace: undefined }, 'SPDX 2.3 @ '],
    ['a namespace with a part', { documentNamespace: 'https://a.example/#b' }, 'SPDX 2.3 @ /documentNamespace'],
    [
      'no makers',
      { creationInfo: { created: '2026-11-18T10:00:00Z', creators: [] } },
      'SPDX 2.3 @ /creationInfo/creators',
    ],
    [
      'a day that does not exist',
      { creationInfo: { created: '2026-02-30T10:00:00Z', creators: ['Tool: a'] } },
      'SPDX 2.3 @ /creationInfo/created',
    ],
    [
      'a moment with a zone',
      { creationInfo: { created: '2026-02-20T10:00:00+01:00', creators: ['Tool: a'] } },
      'SPDX 2.3 @ /creationInfo/created',
    ],
    ['an unknown name', { nonsense: 1 }, 'SPDX 2.3 @ '],
    ['a bad id', { packages: [{ ...part, SPDXID: 'SPDXRef-a b' }] }, 'SPDX 2.3 @ /packages/0/SPDXID'],
    ['no name', { packages: [{ ...part, name: undefined }] }, 'SPDX 2.3 @ /packages/0'],
    ['an id twice', { packages: [part, part] }, 'SPDX 2.3 @ /packages/1/SPDXID'],
    [
      'a short checksum',
      { packages: [{ ...part, checksums: [{ algorithm: 'SHA256', checksumValue: 'ab' }] }] },
      'SPDX 2.3 @ /packages/0/checksums/0',
    ],
    [
      'a relationship to nothing',
      {
        relationships: [
          { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-z' },
        ],
      },
      'SPDX 2.3 @ /relationships/0/relatedSpdxElement',
    ],
    [
      'a relationship into a document that is not listed',
      {
        relationships: [
          { spdxElementId: 'SPDXRef-a', relationshipType: 'CONTAINS', relatedSpdxElement: 'DocumentRef-x:SPDXRef-z' },
        ],
      },
      'SPDX 2.3 @ /relationships/0/relatedSpdxElement',
    ],
    [
      'an unknown relationship',
      { relationships: [{ spdxElementId: 'SPDXRef-a', relationshipType: 'LIKES', relatedSpdxElement: 'NONE' }] },
      'SPDX 2.3 @ /relationships/0/relationshipType',
    ],
    ['a description of nothing', { documentDescribes: ['SPDXRef-z'] }, 'SPDX 2.3 @ /documentDescribes/0'],
  ])('refuses %s', async (_, more, fault) => {
    const read = await json(spdx('SPDX-2.3', more));
    expect(firstFault(read)).toBe(fault);
    expect(read.records).toEqual([]);
  });

  it('refuses in 2.2 what came with 2.3, and what 2.2 still wanted', async () => {
    const with22 = (more: object) => json(spdx('SPDX-2.2', { packages: [{ ...part, ...more }] }));
    expect(firstFault(await with22({ validUntilDate: '2027-01-01T00:00:00Z' }))).toBe('SPDX 2.2 @ /packages/0');
    expect(firstFault(await with22({ licenseConcluded: undefined }))).toBe('SPDX 2.2 @ /packages/0');
  });

  it('says what is wrong wherever a value of another type is put', async () => {
    const whole = spdx();
    for (const way of [...waysIn(whole)].filter(({ length }) => length > 0)) {
      for (const value of [null, 7.5, [[]], { a: 1 }]) {
        const read = await json(changed(whole, way, () => value));
        expect(read.errors, `${way.join('/')} = ${JSON.stringify(value)}`).not.toEqual([]);
      }
    }
  });

  it('refuses 200,001 packages', async () => {
    const list = Array.from({ length: 200_001 }, () => '{}').join();
    expect(firstFault(await readWith(readSpdxJson, `{"spdxVersion":"SPDX-2.3","packages":[${list}]}`))).toBe(
      'limit @ /packages/200000',
    );
  });
});

describe('SPDX 2 as tags', () => {
  it('reads packages, and texts over several lines', async () => {
    const { head, records } = await tags(TAG_VALUE);
    expect(head).toMatchObject({ format: 'SPDX 2.3 (tag-value)', valid: true });
    expect(head?.facts.components).toEqual([{ name: 'Lib A', version: '1.0', purl: 'pkg:npm/a@1.0' }]);
    expect(records[0]?.place).toBe('line 9');
    expect((await tags(TAG_VALUE.replaceAll('\n', '\r\n'))).errors).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['an unknown tag', TAG_VALUE.replace('PackageComment', 'PackageColour'), 'SPDX tag-value @ line 13'],
    ['a line that is no tag', `${TAG_VALUE}nonsense\n`, 'SPDX tag-value @ line 17'],
    ['a text without end', TAG_VALUE.replace('</text>', ''), 'SPDX tag-value @ line 13'],
    ['a tag without value', TAG_VALUE.replace('PackageVersion: 1.0', 'PackageVersion:'), 'SPDX tag-value @ line 11'],
    [
      'a tag twice',
      TAG_VALUE.replace('PackageVersion: 1.0', 'PackageVersion: 1.0\nPackageVersion: 2'),
      'SPDX tag-value @ line 12',
    ],
    [
      'a tag in the wrong place',
      TAG_VALUE.replace('DocumentName: Pump 4', 'PackageVersion: 1\nDocumentName: Pump 4'),
      'SPDX tag-value @ line 4',
    ],
    ['a reference that is none', TAG_VALUE.replace('purl pkg', 'pkg'), 'SPDX tag-value @ line 15'],
    ['another version', TAG_VALUE.replace('SPDX-2.3', 'SPDX-2.0'), 'SPDX version @ line 1'],
    ['another licence', TAG_VALUE.replace('CC0-1.0', 'MIT'), 'SPDX 2.3 @ line 2'],
    ['a day that does not exist', TAG_VALUE.replace('11-18', '11-31'), 'SPDX 2.3 @ line 7'],
    ['a package without a place', TAG_VALUE.replace('PackageDownloadLocation: NOASSERTION\n', ''), 'SPDX 2.3 @ line 9'],
    [
      'a relationship to nothing',
      TAG_VALUE.replace('DESCRIBES SPDXRef-a', 'DESCRIBES SPDXRef-b'),
      'SPDX 2.3 @ line 16',
    ],
  ])('refuses %s', async (_, text, fault) => {
    const read = await tags(text);
    expect(firstFault(read)).toBe(fault);
    expect(read.records).toEqual([]);
  });
});

describe('SPDX 3.0', () => {
  it('reads packages with their makers and the end of their support', async () => {
    const { head, records } = await json(spdx3());
    expect(head).toMatchObject({ format: 'SPDX 3.0.1', valid: true, errors: [], asOf: '2026-11-18T10:00:00Z' });
    expect(head?.facts).toMatchObject({ spec_version: '3.0.1', name: 'Pump 4', component_count: 1 });
    expect(records[0]).toMatchObject({
      place: '/@graph/3',
      value: { name: 'Lib A', supplier: 'ACME', supportEnds: '2027-03-31', supportLevel: 'limitedSupport' },
    });
  });

  const graph = (n: number, more: Record<string, unknown>) => {
    const whole = spdx3();
    return changed(whole, ['@graph', n], (old) => ({ ...(old as object), ...more }));
  };
  it.each<[string, unknown, string]>([
    [
      'a later version',
      { ...spdx3(), '@context': 'https://spdx.org/rdf/3.1/spdx-context.jsonld' },
      'SPDX version @ /@context',
    ],
    ['a graph that is no list', { ...spdx3(), '@graph': {} }, 'SPDX 3.0.1 @ /@graph'],
    ['a thing without a class', graph(3, { type: undefined }), 'SPDX 3.0.1 @ /@graph/3'],
    ['an unknown class', graph(3, { type: 'software_Parcel' }), 'SPDX 3.0.1 @ /@graph/3/type'],
    ['nobody who made it', graph(3, { creationInfo: undefined }), 'SPDX 3.0.1 @ /@graph/3/creationInfo'],
    ['a maker that is not there', graph(3, { creationInfo: '_:gone' }), 'SPDX 3.0.1 @ /@graph/3/creationInfo'],
    ['another specification', graph(0, { specVersion: '2.3' }), 'SPDX 3.0.1 @ /@graph/0/specVersion'],
    ['a day that does not exist', graph(0, { created: '2026-13-01T00:00:00Z' }), 'SPDX 3.0.1 @ /@graph/0/created'],
    ['a package without a name', graph(3, { name: undefined }), 'SPDX 3.0.1 @ /@graph/3/name'],
    ['a name that is unknown', graph(3, { colour: 'red' }), 'SPDX 3.0.1 @ /@graph/3/colour'],
    [
      'a version that is a number',
      graph(3, { software_packageVersion: 1 }),
      'SPDX 3.0.1 @ /@graph/3/software_packageVersion',
    ],
    ['an id that is none', graph(4, { spdxId: 'r' }), 'SPDX 3.0.1 @ /@graph/4/spdxId'],
    ['an id twice', graph(4, { spdxId: 'urn:x:a' }), 'SPDX 3.0.1 @ /@graph/4'],
    ['a relationship to nothing', graph(4, { to: ['urn:x:gone'] }), 'SPDX 3.0.1 @ /@graph/4/to/0'],
    ['a relationship from nothing', graph(4, { from: 'urn:x:gone' }), 'SPDX 3.0.1 @ /@graph/4/from'],
    ['an unknown relationship', graph(4, { relationshipType: 'likes' }), 'SPDX 3.0.1 @ /@graph/4/relationshipType'],
    ['no document', graph(2, { type: 'Bom' }), 'SPDX 3.0.1 @ '],
  ])('refuses %s', async (_, value, fault) => {
    const read = await json(value);
    expect(firstFault(read)).toBe(fault);
    expect(read.records).toEqual([]);
  });

  it('says what is wrong wherever a value of another type is put', async () => {
    const whole = spdx3();
    for (const way of [...waysIn(whole)].filter(({ length }) => length > 0)) {
      for (const value of [null, 7.5, [[]]]) {
        const read = await json(changed(whole, way, () => value));
        expect(read.errors, `${way.join('/')} = ${JSON.stringify(value)}`).not.toEqual([]);
      }
    }
  });
});

const SHARED = new URL('../../../../shared/data/sbom/spdx/', import.meta.url).pathname;

it.runIf(existsSync(SHARED))('reads the public lists', async () => {
  const counts: Record<string, unknown> = {};
  for (const name of readdirSync(SHARED)) {
    const { head, errors } = await readPath(name.endsWith('.spdx') ? readSpdxTagValue : readSpdxJson, SHARED + name);
    expect(errors, name).toEqual([]);
    counts[name] = head?.facts.component_count;
  }
  expect(counts).toEqual({
    'acme-v2.3.spdx.json': 4,
    'example1.spdx': 1,
    'examplemaven-enriched.spdx.json': 6,
    'examplemaven-enriched.spdx3.json': 6,
    'sbom-hello-server.spdx.json': 4,
  });
});
