import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../safety/verdict';
import { dossierOf } from './dossier-of';
import { readFact } from './fact-input';
import { isCvssVector, readVulnerabilities, vulnerabilityLines } from './vulnerability-input';

describe('vulnerabilities as people type them', () => {
  it('are read line by line, each once, the vector beside its CVE', () => {
    const typed = 'cve-2017-0144 CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H\n\n CVE-2019-0708, CVE-2017-0144';
    expect(readVulnerabilities(typed)).toEqual({
      ok: true,
      vulnerabilities: [
        { cve: 'CVE-2017-0144', cvss: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' },
        { cve: 'CVE-2019-0708' },
      ],
    });
  });

  it('are refused by line and word', () => {
    const refused = readVulnerabilities('CVE-2017-0144\nCVE-17-1\nCVSS:3.0/AV:N');
    expect(refused).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^Line 2.*CVE-17-1/), expect.stringMatching(/^Line 3/)],
    });
  });

  it('come back as they were typed', () => {
    const list = fc.uniqueArray(
      fc.integer({ min: 1000, max: 9_999_999 }).map((n) => ({ cve: `CVE-2024-${n}` })),
      {
        selector: ({ cve }) => cve,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(list, (vulnerabilities) => {
        const read = readVulnerabilities(vulnerabilityLines(vulnerabilities));
        return read.ok && JSON.stringify(read.vulnerabilities) === JSON.stringify(vulnerabilities);
      }),
    );
  });

  it('knows vectors by their pattern', () => {
    for (const vector of [
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
      'AV:N/AC:L/Au:N/C:P/I:P/A:P',
    ]) {
      expect([vector, isCvssVector(vector)]).toEqual([vector, true]);
    }
    for (const text of ['CVSS:3.1/', '9.8', 'CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'AV:N']) {
      expect([text, isCvssVector(text)]).toEqual([text, false]);
    }
  });
});

describe('facts as forms post them', () => {
  it('are read by the type the dictionary gives them', () => {
    expect(readFact('is_health_it_system', ['yes'])).toEqual({ ok: true, value: true });
    expect(readFact('os_change', ['patch'])).toEqual({ ok: true, value: 'patch' });
    expect(readFact('change_domains', ['environment', 'software'])).toEqual({
      ok: true,
      value: ['software', 'environment'],
    });
    expect(readFact('change_domains', ['none_of_these'])).toEqual({ ok: true, value: [] });
    expect(readFact('supply_date', ['2020-02-29'])).toEqual({ ok: true, value: '2020-02-29' });
    expect(readFact('os_change', ['unknown'])).toEqual({ ok: true, value: 'unknown' });
  });

  it('are not answered when nothing was posted', () => {
    for (const posted of [[], [''], [' ']]) expect(readFact('os_change', posted)).toBeNull();
  });

  it('are refused outside their type', () => {
    for (const [key, posted] of [
      ['is_health_it_system', ['true']],
      ['os_change', ['sideways']],
      ['change_domains', ['software', 'unknown']],
      ['change_domains', ['software', 'none_of_these']],
      ['change_domains', ['__proto__']],
      ['supply_date', ['2021-02-29']],
      ['nothing_like_it', ['yes']],
    ] as const) {
      expect([key, readFact(key, posted)?.ok]).toEqual([key, false]);
    }
  });
});

describe('the dossier of a change', () => {
  const parts = {
    change: {
      reference: 'CM-2026-000001',
      title: 'T',
      kinds: ['os_patch'],
      actor: 'manufacturers_service',
      status: 'draft' as const,
      softwareVersion: '4.3',
      vulnerabilities: [],
    },
    device: { name: 'X', software: { version: '4.2', os: { product: 'Windows' } } },
    site: { country: 'GB', nation: null },
    unitsSupplied: null,
    asOf: '2026-11-23',
  };

  it('carries facts and answers, and never a safety judgement', () => {
    const dossier = dossierOf({
      ...parts,
      statements: [
        { type: 'fact', key: 'os_change', value: 'patch' },
        { type: 'answer', key: 'UK-MDR-H/UK-H4', value: 'no' },
        { type: 'safety', key: 'alarms', value: { verdict: 'not_safe', condition: '' } },
      ],
    });
    expect(dossier).toMatchObject({
      id: 'CM-2026-000001',
      device: { software: { version: '4.3', os: { product: 'Windows' } } },
      change: { kind: 'os_patch', actor: "manufacturer's service" },
      facts: { os_change: 'patch' },
      answers: { 'UK-MDR-H': { 'UK-H4': 'no' } },
    });
    expect(JSON.stringify(dossier)).not.toContain('not_safe');
  });

  it('gives a supply date only when all units lie on one side of the day that matters', () => {
    const of = (unitsSupplied: { first: string; last: string } | null) =>
      dossierOf({ ...parts, statements: [], unitsSupplied }).facts?.supply_date;
    expect(of({ first: '2015-01-01', last: '2019-01-01' })).toBe('2019-01-01');
    expect(of({ first: '2022-01-01', last: '2023-01-01' })).toBe('2022-01-01');
    expect(of({ first: '2015-01-01', last: '2023-01-01' })).toBeUndefined();
    expect(of(null)).toBeUndefined();
  });
});

describe('what safety judgements add up to', () => {
  const judged = (...verdicts: (string | null)[]) =>
    summarise(
      verdicts.map((verdict, n) => ({
        title: `P${n}`,
        judgement: verdict ? { verdict: verdict as 'fine', condition: 'c' } : null,
      })),
    );

  it('is open while anything is unanswered or unknown, and no as soon as anything is not safe', () => {
    expect(judged()).toMatchObject({ state: 'open' });
    expect(judged('fine', null)).toMatchObject({ state: 'open', answered: 1, of: 2 });
    expect(judged('fine', 'unknown')).toMatchObject({ state: 'open', answered: 1 });
    expect(judged('not_safe', null)).toMatchObject({ state: 'no', objections: ['P0'] });
    expect(judged('fine', 'fine')).toMatchObject({ state: 'yes' });
    expect(judged('fine_with_condition', 'fine_with_condition')).toMatchObject({ label: 'yes, with 2 conditions' });
  });
});
