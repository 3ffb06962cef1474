import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import kev from './kev/samples/three-entries.json';
import { changed, readContent, readJsonContent } from './testing';

describe('the KEV catalogue', () => {
  it('is read with its date, its count and what is known of ransomware', async () => {
    const { head, records } = await readJsonContent(kev);
    expect(head).toMatchObject({
      format: 'KEV',
      valid: true,
      warnings: [],
      asOf: kev.dateReleased,
      counts: { kev: 3 },
    });
    expect(head.facts).toMatchObject({ catalog_version: '2025.08.25', count: 3 });
    const found = records.find((one) => one.kind === 'kev' && one.value.cve === 'CVE-2019-0708');
    expect(found).toMatchObject({
      value: { vendor: 'Microsoft', ransomware: true, added: '2021-11-03', due: '2022-05-03' },
    });
    expect(records).toContainEqual(expect.objectContaining({ value: expect.objectContaining({ ransomware: null }) }));
  });

  it.each([
    ['/catalogVersion', undefined, ''],
    ['/dateReleased', 'soon', '/dateReleased'],
    ['/vulnerabilities', {}, '/vulnerabilities'],
    ['/vulnerabilities/1', null, '/vulnerabilities/1'],
    ['/vulnerabilities/0/cveID', 'CVE-1', '/vulnerabilities/0/cveID'],
    ['/vulnerabilities/0/dateAdded', '2025-02-30', '/vulnerabilities/0/dateAdded'],
    ['/vulnerabilities/2/vendorProject', undefined, '/vulnerabilities/2'],
    ['/vulnerabilities/2/cwes', ['79'], '/vulnerabilities/2/cwes/0'],
    ['/vulnerabilities/1', kev.vulnerabilities[0], '/vulnerabilities/1/cveID'],
  ])('is refused when %s is %j', async (pointer, value, place) => {
    const { head, records } = await readJsonContent(changed(kev, pointer, value));
    expect(head.valid).toBe(false);
    expect(head.errors[0]).toMatchObject({ place, rule: expect.stringMatching(/^KEV/) });
    expect(records).toEqual([]);
  });

  it('says when it has not as many entries as it says', async () => {
    const { head } = await readJsonContent(changed(kev, '/count', 1404));
    expect(head).toMatchObject({ valid: true, warnings: [{ place: '/count' }] });
  });
});

const EPSS = '#model_version:v2026.06.15,score_date:2026-09-29T12:00:22Z\ncve,epss,percentile\n';
const ROWS = 'CVE-1999-0001,0.03351,0.88255\nCVE-2019-0708,1e-05,1.0\n';

describe('EPSS', () => {
  it.each([
    ['as text', EPSS + ROWS],
    ['with the line ends of Windows', (EPSS + ROWS).replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${EPSS}${ROWS}`],
    ['without a last line end', (EPSS + ROWS).trimEnd()],
    ['packed', gzipSync(EPSS + ROWS)],
  ])('is read %s, numbers as written', async (_, content) => {
    const { head, records } = await readContent(content);
    expect(head).toMatchObject({ format: 'EPSS', valid: true, asOf: '2026-09-29T12:00:22Z', counts: { epss: 2 } });
    expect(head.facts).toEqual({ model_version: 'v2026.06.15', score_date: '2026-09-29T12:00:22Z', count: 2 });
    expect(records[1]).toMatchObject({ place: 'line 4', value: { score: '1e-05', percentile: '1.0' } });
  });

  it.each([
    ['no model', `cve,epss,percentile\n${ROWS}`, 'line 1'],
    ['no heading', `${EPSS.split('\n')[0]}\n${ROWS}`, 'line 2'],
    ['no headers at all', ROWS, 'line 1'],
    ['a date that is none', EPSS.replace('09-29', '09-31') + ROWS, 'line 1'],
    ['no row', EPSS, ''],
    ['a score above one', `${EPSS}CVE-1999-0001,1.2,0.5\n`, 'line 3'],
    ['a negative percentile', `${EPSS}CVE-1999-0001,0.2,-0.5\n`, 'line 3'],
    ['a comma for a point', `${EPSS}CVE-1999-0001,0,2,0,5\n`, 'line 3'],
    ['a word for a score', `${EPSS}CVE-1999-0001,NaN,0.5\n`, 'line 3'],
    ['no CVE', `${EPSS}=1+1,0.2,0.5\n`, 'line 3'],
    ['a row twice', `${EPSS}${ROWS}CVE-1999-0001,0.1,0.1\n`, 'line 5'],
    ['a missing cell', `${EPSS}CVE-1999-0001,0.2\n`, 'line 3'],
  ])('is refused with %s', async (_, content, place) => {
    const { head } = await readContent(content);
    expect(head).toMatchObject({ format: 'EPSS', valid: false, facts: {}, asOf: null });
    expect(head.errors[0]).toMatchObject({ place, rule: 'EPSS' });
  });

  it('says when it is not sorted, as text', async () => {
    const { head } = await readContent(`${EPSS}CVE-2020-0002,0.1,0.1\nCVE-2020-0001,0.1,0.1\n`);
    expect(head).toMatchObject({ valid: true, warnings: [{ place: 'line 4' }] });
  });

  it.each([
    ['NUL', EPSS + ROWS + '\0'.repeat(9), 'format'],
    ['another encoding', Buffer.concat([Buffer.from(EPSS), Buffer.from([0x43, 0xe9, 0x0a])]), 'EPSS'],
    ['a line without end', EPSS + 'x'.repeat(100_000), 'limit'],
    ['a damaged archive', gzipSync(EPSS + ROWS).subarray(0, -6), 'gzip'],
    ['an archive that grows', gzipSync(EPSS + '\n'.repeat(60 * 1024 * 1024)), 'limit'],
  ])('is refused with %s', async (_, content, rule) => {
    const { head } = await readContent(content);
    expect(head.valid).toBe(false);
    expect(head.errors.map((one) => one.rule)).toContain(rule);
  });

  it('stops telling after a hundred problems', async () => {
    const doubled = changed(kev, '/vulnerabilities', Array(250).fill(null));
    const { head } = await readJsonContent(doubled);
    expect(head.errors).toHaveLength(101);
    expect(head.errors.at(-1)?.message).toMatch(/more problems/);
    expect((await readContent(EPSS + 'x\n'.repeat(100_000))).head.errors).toHaveLength(101);
  });
});

const SUPPORT = {
  _about: { source: 'somewhere at commit 1 (2026-08-22), MIT' },
  products: [
    {
      product: 'windows',
      title: 'Microsoft Windows',
      releases: [
        { releaseCycle: '10', releaseDate: '2015-07-29', eol: '2025-10-14', eoas: true, eoes: false },
        { releaseCycle: '11', releaseLabel: '11 24H2', eol: false },
      ],
    },
  ],
};

describe('end-of-support data', () => {
  it('is read, days and booleans as they are', async () => {
    const { head, records } = await readJsonContent(SUPPORT);
    expect(head).toMatchObject({ valid: true, asOf: '2026-08-22', facts: { product_count: 1, release_count: 2 } });
    expect(records.map(({ value }) => value)).toEqual([
      {
        product: 'windows',
        title: 'Microsoft Windows',
        release: '10',
        label: '10',
        ends: '2025-10-14',
        activeEnds: true,
        extendedEnds: false,
      },
      {
        product: 'windows',
        title: 'Microsoft Windows',
        release: '11',
        label: '11 24H2',
        ends: false,
        activeEnds: null,
        extendedEnds: null,
      },
    ]);
  });

  const RELEASE = '/products/0/releases/0';
  it.each([
    ['/products', 'none', '/products'],
    ['/products', [], '/products'],
    ['/products/0', 1, '/products/0'],
    ['/products/0/product', undefined, '/products/0/product'],
    ['/products/0/releases', {}, '/products/0/releases'],
    [RELEASE, null, RELEASE],
    [`${RELEASE}/eol`, undefined, `${RELEASE}/eol`],
    [`${RELEASE}/eol`, '2025-02-29', `${RELEASE}/eol`],
    [`${RELEASE}/eoas`, 'yes', `${RELEASE}/eoas`],
    [`${RELEASE}/releaseCycle`, '11', '/products/0/releases/1/releaseCycle'],
    [`${RELEASE}/releaseDate`, 2015, `${RELEASE}/releaseDate`],
    [`${RELEASE}/latest`, [], `${RELEASE}/latest`],
  ])('is refused when %s is %j', async (pointer, value, place) => {
    const { head } = await readJsonContent(changed(SUPPORT, pointer, value));
    expect(head.errors.map((one) => one.place)).toContain(place);
  });
});
