import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.server';
import type { Advisory, FileRecord } from '../records';
import { changed, readJsonContent } from '../testing';
import pump from './samples/pump.json';

const advisoryIn = (records: FileRecord[]): Advisory => {
  const [record] = records;
  if (record?.kind !== 'advisory') throw new Error('no advisory');
  return record.value;
};

describe('an advisory', () => {
  it('says what inspect prints, names as written', async () => {
    const { head } = await readJsonContent(pump);
    expect(head).toMatchObject({ format: 'CSAF 2.0', valid: true, errors: [], asOf: '2026-05-04T09:00:00Z' });
    expect(Object.keys(head.facts)).toEqual([
      'id',
      'title',
      'category',
      'vendors',
      'product_names',
      'version_strings',
      'cve_ids',
      'max_cvss_base_score',
      'remediation_categories',
      'initial_release_date',
      'current_release_date',
      'statements',
    ]);
    expect(head.facts).toMatchObject({
      id: 'LQ-2026-01',
      vendors: ['Lindqvist '],
      product_names: ['Pump 4', 'Gateway'],
      version_strings: ['<= 2.1 (end-of-life)', '2.2'],
      cve_ids: ['CVE-2026-1234'],
      max_cvss_base_score: 9.8,
      remediation_categories: ['vendor_fix', 'workaround'],
    });
    expect(head.facts.statements).toEqual(
      [
        ['P1', 'known_affected', [], false],
        ['P2', 'known_not_affected', ['vulnerable_code_not_present'], true],
        ['P3', 'known_not_affected', ['vulnerable_code_not_present'], false],
        ['R1', 'known_not_affected', [], false],
      ].map(([product_id, status, justification_flags, has_impact_statement]) => ({
        vulnerability: 'CVE-2026-1234',
        product_id,
        product: expect.any(String),
        status,
        justification_flags,
        has_impact_statement,
      })),
    );
  });

  it('keeps products, relationships, scores and remedies, and says what their words come to', async () => {
    const { records } = await readJsonContent(pump);
    const { products, vulnerabilities, summary } = advisoryIn(records);
    expect(
      products.map(({ id, vendor, product, version, versionIsRange }) => [
        id,
        vendor,
        product,
        version,
        versionIsRange,
      ]),
    ).toEqual([
      ['P1', 'Lindqvist ', 'Pump 4', '<= 2.1 (end-of-life)', true],
      ['P2', 'Lindqvist ', 'Pump 4', '2.2', false],
      ['P3', 'Lindqvist ', 'Gateway', '', false],
      ['R1', 'Lindqvist ', 'Pump 4', '2.2', false],
    ]);
    expect(products[0]?.identifiers).toEqual(['LQ-4']);
    expect(vulnerabilities[0]?.remediations.map(({ meaning }) => meaning)).toEqual(['no_fix', 'workaround']);
    expect(vulnerabilities[0]?.scores[0]).toMatchObject({ version: '3.1', baseScore: 9.8, productIds: ['P1'] });
    expect(summary).toContain('invented');
  });

  it('warns of names, of words against their category, and of ranges in words', async () => {
    const { head } = await readJsonContent(pump);
    expect(head.warnings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['names', 'words', 'CSAF 2.0 6.2.18']),
    );
  });
});

const FIRST = '/vulnerabilities/0';
const BRANCH = '/product_tree/branches/0/branches';
describe('what the standard calls invalid is refused with its rule and place', () => {
  it.each([
    ['CSAF 2.0 schema', '/document/title', '/document/title', 7],
    ['CSAF 2.0 schema', '/document/tracking', '/document', undefined],
    ['CSAF 2.0 schema', '/document/csaf_version', '/document/csaf_version', '2.1'],
    [
      'CSAF 2.0 schema',
      '/document/tracking/current_release_date',
      '/document/tracking/current_release_date',
      '2026-02-30T00:00:00Z',
    ],
    ['CSAF 2.0 schema', `${FIRST}/cve`, `${FIRST}/cve`, 'CVE-26-1'],
    ['CSAF 2.0 schema', '/vulnerabilities', '/vulnerabilities', []],
    [
      'CSAF 2.0 schema',
      `${FIRST}/product_status/known_affected`,
      `${FIRST}/product_status/known_affected`,
      ['P1', 'P1'],
    ],
    [
      'CSAF 2.0 schema',
      `${FIRST}/scores/0/cvss_v3/vectorString`,
      `${FIRST}/scores/0/cvss_v3/vectorString`,
      'CVSS:3.1/AV:X',
    ],
    [
      'CSAF 2.0 6.1.1',
      `${FIRST}/product_status/known_affected`,
      `${FIRST}/product_status/known_affected/1`,
      ['P1', 'P9'],
    ],
    [
      'CSAF 2.0 6.1.1',
      '/product_tree/relationships/0/product_reference',
      '/product_tree/relationships/0/product_reference',
      'P9',
    ],
    ['CSAF 2.0 6.1.2', `${BRANCH}/1/product/product_id`, `${BRANCH}/0/branches/1/product/product_id`, 'P2'],
    [
      'CSAF 2.0 6.1.3',
      '/product_tree/relationships/0/product_reference',
      '/product_tree/relationships/0/product_reference',
      'R1',
    ],
    ['CSAF 2.0 6.1.4', `${FIRST}/flags/0/group_ids`, `${FIRST}/flags/0/group_ids/0`, ['G9']],
    ['CSAF 2.0 6.1.6', `${FIRST}/product_status/fixed`, `${FIRST}/product_status`, ['P1']],
    ['CSAF 2.0 6.1.9', `${FIRST}/scores/0/cvss_v3/baseScore`, `${FIRST}/scores/0/cvss_v3/baseScore`, 9.1],
    [
      'CSAF 2.0 6.1.9',
      `${FIRST}/scores/0/cvss_v3/vectorString`,
      `${FIRST}/scores/0`,
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H',
    ],
    [
      'CSAF 2.0 6.1.9',
      `${FIRST}/scores/0/cvss_v3/vectorString`,
      `${FIRST}/scores/0`,
      'CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    ],
    ['CSAF 2.0 6.1.10', `${FIRST}/scores/0/cvss_v3/attackVector`, `${FIRST}/scores/0/cvss_v3/attackVector`, 'LOCAL'],
    ['CSAF 2.0 6.1.11', `${FIRST}/cwe/name`, `${FIRST}/cwe/name`, 'Missing'],
    ['CSAF 2.0 6.1.12', '/document/lang', '/document/lang', 'xq'],
    ['CSAF 2.0 6.1.16', '/document/tracking/version', '/document/tracking/version', '3'],
    ['CSAF 2.0 6.1.21', '/document/tracking/revision_history/0/number', '/document/tracking/revision_history', '0'],
    ['CSAF 2.0 6.1.32', `${FIRST}/flags/0/group_ids`, `${FIRST}/flags/0`, undefined],
  ])('%s at %s', async (rule, pointer, place, value) => {
    const { head, records } = await readJsonContent(changed(pump, pointer, value));
    expect({ valid: head.valid, records, facts: head.facts }).toEqual({ valid: false, records: [], facts: {} });
    expect(head.errors.map((error) => error.rule)).toContain(rule);
    const places = head.errors.filter((error) => error.rule === rule).map((error) => error.place);
    expect(places.some((found) => found.startsWith(place))).toBe(true);
  });

  it('takes a property that the standard does not know for a warning, as the standard does', async () => {
    const { head } = await readJsonContent(changed(pump, '/document/x_note', 'ours'));
    expect(head.valid).toBe(true);
    expect(head.warnings).toContainEqual(expect.objectContaining({ rule: 'CSAF 2.0 6.2.20' }));
  });

  it('finds its way through relationships that meet again and again', async () => {
    const many = structuredClone(pump);
    for (let n = 0; n < 200; n += 1) {
      const before = n === 0 ? 'R1' : `D${n - 1}`;
      many.product_tree.relationships.push({
        category: 'installed_on',
        full_product_name: { name: `n${n}`, product_id: `D${n}` },
        product_reference: before,
        relates_to_product_reference: before,
      });
    }
    const { head, records } = await readJsonContent(many);
    expect(head.valid).toBe(true);
    expect(advisoryIn(records).products.at(-1)).toMatchObject({ id: 'D199', product: 'Pump 4', version: '2.2' });
  });
});

const SHARED = new URL('../../../../shared/data', import.meta.url).pathname;
const folders = [`${SHARED}/csaf`, `${SHARED}/csaf-vex`].filter(existsSync);
describe.runIf(folders.length === 2)('the published advisories', () => {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));

  it('are all read', async () => {
    expect(files).toHaveLength(48);
    for (const path of files) {
      const head = await readFile({ path, name: basename(path), size: 0 });
      expect([basename(path), head.errors]).toEqual([basename(path), []]);
      expect(head.facts.vendors).not.toEqual([]);
    }
  });

  const factsOf = async (name: string) =>
    (await readFile({ path: `${SHARED}/csaf/${name}.json`, name, size: 0 })).facts;

  it('hold what their list says', async () => {
    expect(await factsOf('icsma-23-061-01')).toMatchObject({ vendors: ['Medtronic '] });
    expect(await factsOf('icsma-21-007-01')).toMatchObject({ vendors: ['Innokas YhtymÃ¤ Oy'] });
    expect(await factsOf('icsma-24-200-01')).toMatchObject({ max_cvss_base_score: 6.8 });
    expect((await factsOf('icsma-24-200-01')).cve_ids).toHaveLength(2);
    // One name stands in two branches.
    expect((await factsOf('icsma-20-343-01')).product_names).toHaveLength(106);
    expect((await factsOf('icsma-20-343-01')).statements).toHaveLength(2 * 107);
    expect(await factsOf('icsa-24-256-09')).toMatchObject({
      remediation_categories: ['no_fix_planned', 'vendor_fix', 'workaround'],
    });
  });
});
