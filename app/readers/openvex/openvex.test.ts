import { expect, it } from 'vitest';
import { changed, readJsonContent } from '../testing';

const VEX = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://lindqvist.example/vex/1',
  author: 'Lindqvist',
  timestamp: '2026-03-02T09:00:00Z',
  version: 1,
  statements: [
    {
      vulnerability: { name: 'GHSA-1', aliases: ['CVE-2026-1234'] },
      products: [{ '@id': 'pkg:generic/pump@4.2', subcomponents: [{ '@id': 'pkg:npm/lib@1.0' }] }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    },
    {
      vulnerability: { name: 'CVE-2026-0001' },
      products: [{ '@id': 'pkg:generic/pump@4.2' }],
      status: 'affected',
      action_statement: 'Update to version 4.3.',
    },
  ],
};

it('gives an advisory with its statements', async () => {
  const { head, records } = await readJsonContent(VEX);
  expect(head).toMatchObject({ format: 'OpenVEX 0.2.0', valid: true, warnings: [] });
  expect(head.facts).toMatchObject({ id: VEX['@id'], cve_ids: ['CVE-2026-1234', 'CVE-2026-0001'] });
  expect(head.facts.statements).toMatchObject([
    {
      vulnerability: 'CVE-2026-1234',
      product_id: 'pkg:generic/pump@4.2 pkg:npm/lib@1.0',
      status: 'known_not_affected',
      justification_flags: ['vulnerable_code_not_in_execute_path'],
    },
    { vulnerability: 'CVE-2026-0001', status: 'known_affected' },
  ]);
  expect(records[0]).toMatchObject({ value: { vulnerabilities: [{}, { remediations: [{ meaning: 'fix' }] }] } });
});

it.each([
  ['/@context', 'https://openvex.dev/ns/v9', '/@context'],
  ['/@id', 'no iri', '/@id'],
  ['/author', undefined, '/author'],
  ['/timestamp', '2026-03-02', '/timestamp'],
  ['/version', '1', '/version'],
  ['/statements', [], '/statements'],
  ['/statements/0/status', 'maybe', '/statements/0/status'],
  ['/statements/0/justification', undefined, '/statements/0'],
  ['/statements/0/justification', 'because', '/statements/0/justification'],
  ['/statements/1/action_statement', undefined, '/statements/1'],
  ['/statements/1/vulnerability', 'CVE-2026-0001', '/statements/1/vulnerability'],
  ['/statements/1/colour', 'red', '/statements/1'],
])('is refused when %s is %j', async (pointer, value, place) => {
  const { head } = await readJsonContent(changed<Record<string, unknown>>(VEX, pointer, value));
  expect(head.errors).toContainEqual(expect.objectContaining({ place, rule: 'OpenVEX 0.2.0' }));
});
