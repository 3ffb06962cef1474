import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from './read-file.server';
import { kindOfJson, shapeOfText } from './recognise';
import { readContent } from './testing';

it.each([
  [{ document: { csaf_version: '2.0' } }, 'csaf'],
  [{ document: { tracking: {} } }, 'csaf'],
  [{ bomFormat: 'CycloneDX' }, 'cyclonedx'],
  [{ spdxVersion: 'SPDX-2.3' }, 'spdx'],
  [{ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] }, 'spdx'],
  [{ '@context': 'https://openvex.dev/ns/v0.2.0' }, 'openvex'],
  [{ catalogVersion: '1', vulnerabilities: [] }, 'kev'],
  [{ resourceType: 'Device' }, 'fhir'],
  [{ products: [] }, 'support'],
  [['(01)09506000117843'], 'udi'],
  [{ samples: [{ input: '+A999ABC123DE0/$+1234567Y' }] }, 'udi'],
  [{}, null],
  [[], null],
  [null, null],
  ['text', null],
  [{ document: 'x' }, null],
])('%j is %s', (json, kind) => expect(kindOfJson(json)).toBe(kind));

it.each([
  ['  {"a"', 'json'],
  ['// a comment\n{}', 'json'],
  ['<?xml version="1.0"?>', 'xml'],
  ['#model_version:v1,score_date:2026-01-01', 'epss'],
  ['CVE-2020-1938,0.9,0.9\n', 'epss'],
  ['SPDXVersion: SPDX-2.2\n', 'spdx'],
  ['# a note\nSPDXVersion: SPDX-2.2\n', 'spdx'],
  ['(01)09506000117843(21)1\n+A999ABC123DE0/$+1234567Y\n', 'udi'],
  ['=/A9999XYZ100T0944=,000025\n', 'udi'],
  ['Serial,Model\n1,2', 'table'],
  ['Serial;Model\n', 'table'],
  ['UDI,Model\n(01)09506000117843,2', 'table'],
  ['Serial number\n17\n18', 'table'],
  ['Dear colleagues\nplease find attached', 'other'],
  ['', 'other'],
])('%j has the shape of %s', (text, shape) => expect(shapeOfText(text)).toBe(shape));

describe('what a file is', () => {
  it.each([
    ['nothing', '', 'file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'format'],
    ['prose', 'Dear colleagues\nplease find attached', 'format'],
    ['JSON of another kind', '{"name":"changemark"}', 'format'],
    ['JSON with comments', '/* a, b */ {"bomFormat":"CycloneDX"}', 'JSON'],
    ['another thing in gzip', gzipSync('{"bomFormat":"CycloneDX"}'), 'format'],
    ['a cut gzip', gzipSync('#model_version').subarray(0, 12), 'format'],
    ['JSON in UTF-16', Buffer.from('\ufeff{"bomFormat":"CycloneDX"}', 'utf16le'), 'JSON'],
  ])('is not taken for more than it is: %s', async (_, content, rule) => {
    const { head, records } = await readContent(content);
    expect(head).toMatchObject({ valid: false, facts: {} });
    expect([head.errors[0]?.rule, records]).toEqual([rule, []]);
  });

  it('is told by its content, whatever its name', async () => {
    const epss = '#model_version:v1,score_date:2026-01-01\ncve,epss,percentile\nCVE-2020-0001,0.1,0.1\n';
    expect((await readContent(epss, 'kev.xlsx')).head).toMatchObject({ kind: 'epss', valid: true });
    expect((await readContent('a, b\n1, 2\n', 'feed.json')).head).toMatchObject({
      valid: false,
      errors: [{ rule: 'JSON' }],
    });
  });

  it('is refused when another kind was asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'changemark-reader-'));
    writeFileSync(join(folder, 'a'), 'Serial,Model\n1,2');
    const head = await readFile({ path: join(folder, 'a'), name: 'a', size: 1 }, { kind: 'kev' });
    expect(head).toMatchObject({ kind: 'table', valid: false, errors: [{ rule: 'format' }] });
    rmSync(folder, { recursive: true });
  });

  it('never makes anything throw', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"document"',
      ':',
      ',',
      '"a"',
      '1',
      '\n',
      '<bom>',
      'SPDXVersion: ',
      '(01)',
      ';',
      '+A999',
      '\0',
      '#model_version:',
      '"resourceType":"Device"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const { head } = await readContent(pieces.join(''));
        expect(head.valid || head.errors.every(({ rule, message }) => rule && message)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is no file', () => {
  const folder = join(tmpdir(), `changemark-reader-${process.pid}`);
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    writeFileSync(join(folder, 'list'), '(01)09506000117843');
    symlinkSync(join(folder, 'list'), join(folder, 'link'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (path: string) => readFile({ path, name: 'x', size: 0 });
  it.each([
    [() => join(folder, 'nothing'), /no such file/],
    [() => folder, /folder/],
    [() => '/dev/zero', /no ordinary file/],
    [() => join(folder, 'loop'), /circle/],
    [() => join(folder, 'list', 'x'), /no such file/],
    [() => join(folder, 'a'.repeat(300)), /too long/],
  ])('is refused in words %#', async (path, message) => {
    expect((await read(path())).errors).toEqual([{ rule: 'file', place: '', message: expect.stringMatching(message) }]);
  });

  it('a link to a file is that file', async () => expect((await read(join(folder, 'link'))).valid).toBe(true));
});
