import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { parseDossier } from './dossier';

function refusal(json: unknown) {
  const parsed = parseDossier(json);
  if (parsed.ok) throw new Error('let through');
  return parsed.refusal;
}

const full = {
  dossier: 1,
  id: 'CM-2026-000123',
  as_of: '2026-11-23',
  device: {
    name: 'Infusion pump ≤ Łódź',
    manufacturer: 'Dräger',
    model: 'P1',
    udi_di: '04012345678901',
    kind: 'infusion pump',
    software: { version: '4.2', os: { product: 'windows', release: '7' } },
    certifications: [
      { market: 'EU', basis: 'mdd', class: 'IIb', body: '0123', certificate: 'G1', expires: '2028-12-31' },
      { market: 'US', basis: '510(k)', class: 'II', number: 'K123456' },
      { market: 'GB', basis: 'UKCA', class: 'IIb' },
    ],
    mds2: { 'CSUP-2.1': 'yes', 'MLDP-2': 'no' },
  },
  site: { country: 'GB', nation: 'england' },
  change: { kind: 'os_patch', title: 'March roll-up', actor: 'hospital' },
  vulnerabilities: [{ cve: 'CVE-2017-0144', cvss: 'CVSS:3.0/AV:N/AC:L' }],
  facts: { benefit_risk_worse: 'unknown', change_types: ['patch'], hours_since_alert: 3 },
  answers: { 'US-FDA-SW510K-2017': { Q1: 'yes' } },
};

describe('a dossier', () => {
  it('is let through unchanged', () => {
    expect(parseDossier(full)).toEqual({ ok: true, dossier: full });
    expect(parseDossier({ dossier: 1 })).toEqual({ ok: true, dossier: { dossier: 1 } });
  });

  it.each<[unknown, (string | number)[], string]>([
    [null, [], 'expected an object, not null'],
    [[], [], 'expected an object, not a list'],
    ['x', [], 'expected an object, not a text'],
    [7, [], 'expected an object, not a number'],
    [undefined, [], 'expected an object, not nothing'],
    [{}, ['dossier'], 'version of the contract'],
    [{ dossier: 2 }, ['dossier'], 'version of the contract'],
    [{ dossier: '1' }, ['dossier'], 'version of the contract'],
    [{ dossier: 1, id: 7 }, ['id'], 'expected a text, not a number'],
    [{ dossier: 1, as_of: '2026-02-30' }, ['as_of'], 'not a date'],
    [{ dossier: 1, as_of: 'today' }, ['as_of'], 'not a date'],
    [{ dossier: 1, instruments: 'EU-MDCG-2020-3-R1' }, ['instruments'], 'expected a list, not a text'],
    [{ dossier: 1, instruments: [] }, ['instruments'], 'names no instrument'],
    [
      { dossier: 1, instruments: ['UK-MDR-H', 'EU-XX'] },
      ['instruments', 1],
      'no instrument is called EU-XX; known are EU-',
    ],
    [{ dossier: 1, instruments: ['constructor'] }, ['instruments', 0], 'no instrument is called constructor'],
    [{ dossier: 1, device: [] }, ['device'], 'expected an object, not a list'],
    [
      { dossier: 1, device: { certifications: [{ basis: 'mdd' }] } },
      ['device', 'certifications', 0, 'market'],
      'not nothing',
    ],
    [
      { dossier: 1, device: { certifications: [{ market: 'EU', basis: 'banana' }] } },
      ['device', 'certifications', 0, 'basis'],
      'banana: not a basis known for EU; it is one of mdd',
    ],
    [
      { dossier: 1, device: { certifications: [{ market: 'EU', basis: 'mdd', class: 'IV' }] } },
      ['device', 'certifications', 0, 'class'],
      'IV: not a class known for EU mdd',
    ],
    [
      { dossier: 1, device: { certifications: [{ market: 'EU', expires: '2028-13-01' }] } },
      ['device', 'certifications', 0, 'expires'],
      'not a date',
    ],
    [{ dossier: 1, device: { mds2: { 'CSUP-2.1': 1 } } }, ['device', 'mds2', 'CSUP-2.1'], 'expected a text'],
    [{ dossier: 1, site: { country: 'Germany' } }, ['site', 'country'], 'not a country code'],
    [{ dossier: 1, site: { country: 'DE', nation: 'england' } }, ['site', 'nation'], 'england is not in DE'],
    [{ dossier: 1, change: { kind: 'banana' } }, ['change', 'kind'], 'not a kind of change; the kinds are os_patch'],
    [{ dossier: 1, change: { kind: 'patch' } }, ['change', 'kind'], 'older name for os_patch or app_patch: say which'],
    [{ dossier: 1, change: { kind: ['os_patch', 'x'] } }, ['change', 'kind', 1], 'not a kind of change'],
    [{ dossier: 1, change: { kind: 5 } }, ['change', 'kind'], 'expected a text or a list of texts, not a number'],
    [{ dossier: 1, facts: [] }, ['facts'], 'expected an object'],
    [
      { dossier: 1, facts: { os_change: 'banana' } },
      ['facts', 'os_change'],
      'os_change cannot be "banana"; allowed: one of none, patch, same_family_version, different_family, additional_family or "unknown"',
    ],
    [{ dossier: 1, facts: { os_change: 'Patch' } }, ['facts', 'os_change'], 'cannot be "Patch"'],
    [{ dossier: 1, facts: { is_ivd: 'true' } }, ['facts', 'is_ivd'], 'allowed: true, false or "unknown"'],
    [{ dossier: 1, facts: { is_ivd: null } }, ['facts', 'is_ivd'], 'cannot be null'],
    [{ dossier: 1, facts: { is_ivd: 1 } }, ['facts', 'is_ivd'], 'cannot be 1'],
    [
      { dossier: 1, facts: { change_domains: 'software' } },
      ['facts', 'change_domains'],
      'allowed: a list of software, design',
    ],
    [
      { dossier: 1, facts: { change_domains: ['software', 'x'] } },
      ['facts', 'change_domains'],
      'cannot be ["software","x"]',
    ],
    [{ dossier: 1, facts: { supply_date: '2026-02-29' } }, ['facts', 'supply_date'], 'a date YYYY-MM-DD that exists'],
    [{ dossier: 1, facts: { hours_since_alert: '3' } }, ['facts', 'hours_since_alert'], 'a number'],
    [{ dossier: 1, answers: { 'UK-MDR-H': ['yes'] } }, ['answers', 'UK-MDR-H'], 'expected an object of answers'],
    [{ dossier: 1, answers: { 'UK-MDR-H': { 'UK-H1': true } } }, ['answers', 'UK-MDR-H', 'UK-H1'], 'true is no answer'],
    [{ dossier: 1, answers: { X: { Q: 'maybe' } } }, ['answers', 'X', 'Q'], '"maybe" is no answer'],
  ])('%j is refused at %j', (json, path, message) => {
    const { error } = refusal(json);
    expect(error.issues.map((issue) => issue.path)).toContainEqual(path);
    expect(error.issues.find((issue) => issue.path.join() === path.join())?.message).toContain(message);
    expect(error.message).toContain(error.issues[0]?.message ?? '');
  });

  it('is refused with its id and all that is wrong with it', () => {
    const { id, error } = refusal({ dossier: 1, id: 'CM-1', facts: { os_change: 1, is_ivd: 2 }, as_of: 'x' });
    expect(id).toBe('CM-1');
    expect(error.issues.map((issue) => issue.path.join('.'))).toEqual(['as_of', 'facts.os_change', 'facts.is_ivd']);
    expect(error.message).toBe('as_of: not a date YYYY-MM-DD that exists (and 2 more)');
  });

  it('may use other letter cases and spellings where people do', () => {
    const certifications = [
      { market: 'us', basis: 'De Novo', class: 'ii' },
      { market: 'eu', basis: 'In-house' },
    ];
    expect(parseDossier({ dossier: 1, device: { certifications } }).ok).toBe(true);
    expect(parseDossier({ dossier: 1, change: { kind: 'antivirus_install' } }).ok).toBe(true);
    expect(parseDossier({ dossier: 1, instruments: ['UK-MDR'] }).ok).toBe(true);
  });

  it('takes text of any script and length as it is', () => {
    const name = '<b>病院</b> \u202e مستشفى '.repeat(5_000);
    expect(parseDossier({ dossier: 1, id: name, device: { name }, change: { title: name, actor: name } }).ok).toBe(
      true,
    );
    expect(refusal({ dossier: 1, device: { name: 'x'.repeat(1_000_001) } }).error.message).toContain('longer than');
  });

  it('is refused, not choked on, when it is nested without end', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(refusal({ dossier: 1, facts: { os_change: deep } }).error.message).toContain('os_change cannot be [a list]');
    expect(refusal({ dossier: 1, answers: { 'UK-MDR-H': { 'UK-H1': deep } } }).error.message).toContain('is no answer');
    expect(parseDossier({ dossier: 1, anything: deep }).ok).toBe(true);
  });

  it('knows facts by their own name only', () => {
    const json = JSON.parse(
      '{"dossier":1,"facts":{"__proto__":true,"constructor":1,"toString":"x","security_update":true}}',
    );
    const parsed = parseDossier(json);
    expect(parsed.ok && assess(parsed.dossier).ignored).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'security_update',
    ]);
    const answers = JSON.parse(
      '{"dossier":1,"answers":{"__proto__":{"constructor":"yes"},"UK-MDR-H":{"__proto__":"no"}}}',
    );
    expect(parseDossier(answers).ok).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('whatever comes in', () => {
  it('is refused with a place, or let through and judged; nothing is ever thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const parsed = parseDossier(json);
        if (parsed.ok) assess(parsed.dossier);
        else expect(parsed.refusal.error.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('also when one part of a good dossier is replaced by garbage', () => {
    const garbage = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('unknown', 'yes', '2026-11-23', -1, 1e308));
    const places = pathsOf(full);
    fc.assert(
      fc.property(fc.constantFrom(...places), garbage, (place, value) => {
        const changed = structuredClone(full) as unknown;
        const parent = place.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], changed);
        (parent as Record<string, unknown>)[place.at(-1) ?? ''] = value;
        const parsed = parseDossier(JSON.parse(JSON.stringify(changed)));
        if (parsed.ok) return void assess(parsed.dossier);
        const [issue] = parsed.refusal.error.issues;
        // The first issue lies in the part that was replaced, or beside it where the two no longer fit together.
        const block = place.slice(0, -1);
        expect(issue?.path.slice(0, block.length).join('.')).toBe(block.slice(0, issue?.path.length).join('.'));
      }),
      { numRuns: 500 },
    );
  });
});

function pathsOf(value: unknown, before: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...before, key], ...pathsOf(part, [...before, key])]);
}
