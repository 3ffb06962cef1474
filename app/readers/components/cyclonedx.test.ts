import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Advisory } from '../records';
import { changed, firstFault, readPath, readWith, waysIn } from '../xml/testing';
import { readCycloneDxJson } from './cyclonedx-json.server';
import { CYCLONEDX_VERSIONS } from './cyclonedx-shape';
import { readCycloneDxXml } from './cyclonedx-xml.server';
import { bom, bomXml, componentXml } from './testing';

const json = (value: unknown) => readWith(readCycloneDxJson, JSON.stringify(value));
const xml = (text: string | Uint8Array) => readWith(readCycloneDxXml, text);

describe('CycloneDX in JSON', () => {
  it.each(CYCLONEDX_VERSIONS)('reads version %s and keeps names as written', async (version) => {
    const { head, records } = await json(bom(version));
    expect(head).toMatchObject({ kind: 'cyclonedx', format: `CycloneDX ${version}`, valid: true, warnings: [] });
    expect(head?.facts).toEqual({
      spec_version: version,
      name: 'Pump 4',
      component_count: 1,
      components: [{ name: ' Lib  One ', version: '1.0', purl: 'pkg:npm/lib@1.0' }],
    });
    expect(records).toMatchObject([{ kind: 'component', place: '/components/0', value: { ref: 'lib' } }]);
  });

  it('counts components that stand in each other, each before those it holds', async () => {
    const part = (name: string, components: unknown[] = []) => ({ type: 'library', name, components });
    const { head } = await json(
      bom('1.6', { components: [part('a', [part('b', [part('c')]), part('d')]), part('e')] }),
    );
    expect(head?.facts.component_count).toBe(5);
    expect(head?.facts.components).toMatchObject(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
  });

  it('takes the end of support over when it is a day, and says so when it is none', async () => {
    const properties = (ends: string) => [
      { name: 'End-of-Support', value: ends },
      { name: 'Level of Support', value: 'Deprecated' },
    ];
    const list = ['2027-03-31', 'Until hardware ends', '2027-02-30'].map((ends) => ({
      type: 'library',
      name: 'x',
      version: ends,
      properties: properties(ends),
    }));
    const { records } = await json(bom('1.6', { components: list }));
    expect(records.map(({ value }) => value)).toMatchObject([
      { supportEnds: '2027-03-31', supportLevel: 'Deprecated' },
      { supportEnds: null },
      { supportEnds: null },
    ]);
    expect(records.map(({ warnings }) => warnings.length)).toEqual([0, 1, 1]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown version', { specVersion: '1.8' }, 'CycloneDX version @ /specVersion'],
    ['a version that is a number', { specVersion: 1.6 }, 'CycloneDX version @ /specVersion'],
    ['no version', { specVersion: undefined }, 'CycloneDX version @ /specVersion'],
    ['another format', { bomFormat: 'cyclonedx' }, 'CycloneDX 1.6 schema @ /bomFormat'],
    ['no format', { bomFormat: undefined }, 'CycloneDX 1.6 schema @ '],
    ['a bad serial number', { serialNumber: '3e671687' }, 'CycloneDX 1.6 schema @ /serialNumber'],
    ['version nought', { version: 0 }, 'CycloneDX 1.6 schema @ /version'],
    ['a bad day', { metadata: { timestamp: '2026-02-30T10:00:00Z' } }, 'CycloneDX 1.6 schema @ /metadata/timestamp'],
    ['an unknown name', { nonsense: 1 }, 'CycloneDX 1.6 schema @ '],
    ['no name', { components: [{ type: 'library' }] }, 'CycloneDX 1.6 schema @ /components/0'],
    ['a bad kind', { components: [{ type: 'lib', name: 'a' }] }, 'CycloneDX 1.6 schema @ /components/0/type'],
    [
      'a component twice',
      {
        components: [
          { type: 'file', name: 'a' },
          { name: 'a', type: 'file' },
        ],
      },
      'CycloneDX 1.6 schema @ /components',
    ],
    [
      'one id for two',
      { components: ['a', 'b'].map((name) => ({ type: 'file', name, 'bom-ref': 'x' })) },
      'CycloneDX 1.6 bom-ref @ /components/1/bom-ref',
    ],
    [
      'an id of the subject',
      { components: [{ type: 'file', name: 'a', 'bom-ref': 'pump' }] },
      'CycloneDX 1.6 bom-ref @ /components/0/bom-ref',
    ],
    [
      'the schema of another version',
      { $schema: 'http://cyclonedx.org/schema/bom-1.4.schema.json' },
      'CycloneDX 1.6 schema @ /$schema',
    ],
  ])('refuses %s', async (_, more, fault) => {
    const read = await json(bom('1.6', more));
    expect(firstFault(read)).toBe(fault);
    expect(read.records).toEqual([]);
  });

  it('wants a version of the list itself before 1.5, as the standard did', async () => {
    expect(firstFault(await json(bom('1.4', { version: undefined })))).toBe('CycloneDX 1.4 schema @ ');
    expect(firstFault(await json(bom('1.5', { version: undefined })))).toBe('');
  });

  it('warns of a package URL that is none, and of ids that point nowhere', async () => {
    const { head } = await json(
      bom('1.6', {
        components: [{ type: 'library', name: 'a', 'bom-ref': 'a', purl: 'npm/a' }],
        dependencies: [{ ref: 'a', dependsOn: ['gone', 'urn:cdx:other'] }],
      }),
    );
    expect(head?.valid).toBe(true);
    expect(head?.warnings.map(({ place }) => place)).toEqual(['/dependencies/0/dependsOn/0', '/components/0']);
    expect(head?.facts.components).toMatchObject([{ purl: 'npm/a' }]);
  });

  it('reads what it says on vulnerabilities as statements', async () => {
    const { head, records } = await json(
      bom('1.6', {
        vulnerabilities: [
          {
            id: 'X-1',
            references: [{ id: 'CVE-2024-12345', source: { name: 'NVD' } }],
            ratings: [{ score: 9.8, method: 'CVSSv31', vector: 'CVSS:3.1/AV:N' }],
            cwes: [79],
            recommendation: 'Wait for 1.1.',
            analysis: { state: 'exploitable', response: ['will_not_fix'], detail: 'Reachable.' },
            affects: [
              { ref: 'lib', versions: [{ range: 'vers:npm/<1.1' }, { version: '1.1', status: 'unaffected' }] },
              { ref: 'pump' },
            ],
          },
        ],
      }),
    );
    const advisory = records.find(({ kind }) => kind === 'advisory')?.value as Advisory;
    expect(advisory.statements.map((one) => [one.vulnerability, one.productId, one.status])).toEqual([
      ['CVE-2024-12345', 'lib vers:npm/<1.1', 'known_affected'],
      ['CVE-2024-12345', 'lib 1.1', 'known_not_affected'],
      ['CVE-2024-12345', 'pump', 'known_affected'],
    ]);
    expect(advisory.products[0]).toMatchObject({
      version: 'vers:npm/<1.1',
      versionIsRange: true,
      product: ' Lib  One ',
    });
    expect(advisory.vulnerabilities[0]).toMatchObject({ cve: 'CVE-2024-12345', otherIds: ['X-1'], cwe: 'CWE-79' });
    expect(advisory.vulnerabilities[0]?.remediations.map(({ meaning }) => meaning)).toEqual(['unclear', 'no_fix']);
    expect(head?.facts).toMatchObject({ cve_ids: ['CVE-2024-12345'] });
  });

  it('says what is wrong wherever a value of another type is put, and never breaks', async () => {
    const whole = bom('1.6', {
      components: [
        {
          type: 'library',
          name: 'a',
          supplier: { name: 'S' },
          properties: [{ name: 'p', value: 'v' }],
          licenses: [{ license: { id: 'MIT' } }],
        },
      ],
      vulnerabilities: [{ id: 'CVE-2024-1234', affects: [{ ref: 'pump', versions: [{ version: '1' }] }] }],
    });
    for (const way of [...waysIn(whole)].filter(({ length }) => length > 0)) {
      for (const value of [null, 7.5, [[]], { a: 1 }]) {
        const read = await json(changed(whole, way, () => value));
        expect(read.errors, `${way.join('/')} = ${JSON.stringify(value)}`).not.toEqual([]);
      }
    }
  });

  it('reads 200,000 components and refuses one more', async () => {
    const list = (count: number) =>
      `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${Array.from({ length: count }, (_, n) => `{"type":"file","name":"c${n}"}`).join()}]}`;
    expect((await readWith(readCycloneDxJson, list(200_000))).head?.facts.component_count).toBe(200_000);
    expect(firstFault(await readWith(readCycloneDxJson, list(200_001)))).toBe('limit @ /components/200000');
  });
});

describe('CycloneDX in XML', () => {
  it.each(CYCLONEDX_VERSIONS)('reads version %s', async (version) => {
    const { head, records } = await xml(
      bomXml(
        version,
        `<metadata><timestamp>2026-11-18T10:00:00Z</timestamp>${componentXml('pump', '', 'device')}</metadata>
        <components>${componentXml('a', `<purl>pkg:npm/a@1</purl><components>${componentXml('b')}</components>`)}${componentXml('c')}</components>`,
      ),
    );
    expect(head).toMatchObject({
      format: `CycloneDX ${version} (XML)`,
      valid: true,
      errors: [],
      asOf: '2026-11-18T10:00:00Z',
    });
    expect(head?.facts).toMatchObject({ spec_version: version, name: 'pump', component_count: 3 });
    expect(records.map(({ value }) => value)).toMatchObject([
      { name: 'a', purl: 'pkg:npm/a@1' },
      { name: 'b' },
      { name: 'c' },
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['another namespace', '<bom xmlns="urn:x"/>', /^CycloneDX namespace @ line 1$/],
    ['no namespace', '<bom/>', /^CycloneDX namespace @ line 1$/],
    ['an older version', bomXml('1.1', ''), /^CycloneDX version @ line 2$/],
    ['a later version', bomXml('1.8', ''), /^CycloneDX version @ line 2$/],
    [
      'elements in another order',
      bomXml(
        '1.6',
        '<components><component type="library"><version>1</version><name>a</name></component></components>',
      ),
      /^CycloneDX 1.6 schema @ line 2$/,
    ],
    [
      'an unknown kind',
      bomXml('1.6', `<components>${componentXml('a', '', 'lib')}</components>`),
      /^CycloneDX 1.6 schema @ line 2$/,
    ],
    ['an unknown element', bomXml('1.6', '<nonsense/>'), /^CycloneDX 1.6 schema @ line 2$/],
    [
      'one id for two',
      bomXml('1.6', `<components>${componentXml('a')}${componentXml('a')}</components>`),
      /^CycloneDX 1.6 schema @ line 2$/,
    ],
    [
      'an element of another version',
      bomXml(
        '1.6',
        `<components>${componentXml('a', '<x:y xmlns:x="http://cyclonedx.org/schema/bom/1.4"/>')}</components>`,
      ),
      /^CycloneDX namespace @ line 2$/,
    ],
    ['a bad serial number', bomXml('1.6', '', 'serialNumber="urn:uuid:1"'), /^CycloneDX 1.6 schema @ line 2$/],
    [
      'a bad moment',
      bomXml('1.6', '<metadata><timestamp>yesterday</timestamp></metadata>'),
      /^CycloneDX 1.6 schema @ line 2$/,
    ],
    ['an end that is missing', bomXml('1.6', '').replace('</bom>', ''), /^XML @ line 2$/],
    ['something after the end', `${bomXml('1.6', '')}<bom/>`, /^XML @ line 2$/],
  ])('refuses %s', async (_, text, fault) => {
    const read = await xml(text);
    expect(firstFault(read)).toMatch(fault);
    expect(read.records).toEqual([]);
  });

  it('reads vulnerabilities as it does in JSON', async () => {
    const { records } = await xml(
      bomXml(
        '1.6',
        `<components>${componentXml('a')}</components><vulnerabilities><vulnerability><id>CVE-2024-12345</id>
        <analysis><state>resolved</state><detail>Gone.</detail></analysis>
        <affects><target><ref>a</ref><versions><version><range>vers:npm/&lt;2</range><status>affected</status></version></versions></target></affects>
        </vulnerability></vulnerabilities>`,
      ),
    );
    expect(records.find(({ kind }) => kind === 'advisory')?.value).toMatchObject({
      statements: [{ vulnerability: 'CVE-2024-12345', productId: 'a vers:npm/<2', status: 'fixed', impact: 'Gone.' }],
    });
  });

  it('refuses one component too many', async () => {
    const text = bomXml(
      '1.6',
      `<components>${'<component type="file"><name>a</name></component>'.repeat(200_001)}</components>`,
    );
    expect(firstFault(await xml(text))).toBe('limit @ line 2');
  });
});

const SHARED = new URL('../../../../shared/data/sbom/cyclonedx/', import.meta.url).pathname;

describe.runIf(existsSync(SHARED))('the public lists', () => {
  it.each(existsSync(SHARED) ? readdirSync(SHARED) : [])('%s', async (name) => {
    const reader = name.endsWith('.xml') ? readCycloneDxXml : readCycloneDxJson;
    const { head, errors } = await readPath(reader, SHARED + name);
    expect(errors).toEqual([]);
    if (name.endsWith('.json')) {
      const count = (list: { components?: unknown }[]): number =>
        list.reduce((sum, { components }) => sum + 1 + count(Array.isArray(components) ? components : []), 0);
      const written = JSON.parse(readFileSync(SHARED + name, 'utf8'));
      expect(head?.facts.component_count).toBe(count(written.components));
    }
  });
});
