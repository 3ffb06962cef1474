import { describe, expect, it } from 'vitest';
import { assess, knownFacts } from '../assess';
import { type Dossier, parseDossier } from '../dossier';
import { isFactKey } from '../facts/dictionary';
import { codeOf, knownName } from '../vocabulary';
import { CHANGE_KINDS, OLDER_KIND_NAMES, readKind } from '.';
import { factsOfKind } from './facts-of-kind';
import { KIND_IDS } from './kind-ids';

function read(json: object): Dossier {
  const parsed = parseDossier({ dossier: 1, as_of: '2026-11-23', ...json });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const values = (json: object) => Object.fromEntries(knownFacts(read(json)).map(({ key, value }) => [key, value]));
const european = { certifications: [{ market: 'EU', basis: 'mdd', class: 'IIb' }] };

describe('the kinds of change', () => {
  it('are 32, in their order, each with words for a person', () => {
    expect(CHANGE_KINDS.map((kind) => kind.id)).toEqual(KIND_IDS);
    expect(KIND_IDS).toHaveLength(32);
    for (const kind of CHANGE_KINDS) {
      expect(kind.label.length, kind.id).toBeGreaterThan(5);
      expect(kind.what.length, kind.id).toBeGreaterThan(15);
      expect(kind.notImplied.length, kind.id).toBeGreaterThan(15);
    }
  });

  it.each(CHANGE_KINDS)('$id settles only facts of the dictionary, with values they can have', (kind) => {
    for (const location of [null, 'device', 'device_connection', 'environment'] as const) {
      for (const fact of factsOfKind(kind.id, location)) {
        expect(codeOf(knownName(fact.key), fact.value), fact.key).not.toBeNull();
        expect(fact.reason, fact.key).toMatch(/kind of change/);
      }
    }
    for (const key of [...kind.askFirst.hospital, ...kind.askFirst.manufacturer])
      expect(isFactKey(key), key).toBe(true);
  });

  it.each(CHANGE_KINDS)('$id never says that nothing else is affected, nor that anybody allowed it', (kind) => {
    const settled = new Map(factsOfKind(kind.id, 'device').map((fact) => [fact.key, fact.value]));
    expect(settled.get('other_impact_on_device')).not.toBe(false);
    for (const key of [
      'benefit_risk_worse',
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'could_change_clinical_risk',
      'is_corrective_action',
    ] as const) {
      expect(settled.has(key), key).toBe(false);
    }
  });

  it('are found by their older names, unless those mean two', () => {
    for (const [name, kinds] of OLDER_KIND_NAMES) expect(readKind(name).ok, name).toBe(kinds.length === 1);
    expect(readKind('antivirus_install')).toEqual({ ok: true, kind: 'av_install' });
    expect(readKind('monitoring')).toMatchObject({
      problem: 'monitoring is an older name for passive_ids or logging: say which',
    });
    expect(readKind('__proto__').ok).toBe(false);
  });
});

describe('a kind that leaves the location open', () => {
  const located = (kind: string, change_location: string) => values({ change: { kind }, facts: { change_location } });

  it('takes the facts of a software change on the device', () => {
    expect(values({ change: { kind: 'remote_access' } })).not.toHaveProperty('change_domains');
    expect(located('remote_access', 'device')).toMatchObject({
      change_domains: ['software'],
      hardware_platform_changed: false,
    });
    expect(located('virtualisation', 'device')).toMatchObject({
      change_domains: ['software'],
      hardware_platform_changed: true,
    });
  });

  it('takes the facts of a firewall outside in the environment', () => {
    for (const kind of ['remote_access', 'virtualisation', 'os_upgrade']) {
      expect(located(kind, 'environment'), kind).toMatchObject({
        change_location: 'environment',
        change_domains: ['environment'],
        specification_changed: false,
        os_change: 'none',
      });
    }
    expect(located('remote_access', 'device_connection').change_domains).toEqual(['environment']);
  });
});

describe('a hospital', () => {
  it('changes a unit in use', () => {
    const change = { kind: 'os_patch', actor: 'hospital' };
    expect(values({ change })).toMatchObject({ unit_already_in_service: true, maker_is_health_institution: true });
    expect(values({ change, facts: { unit_already_in_service: false } })).not.toHaveProperty(
      'maker_is_health_institution',
    );
    expect(values({ change: { kind: 'os_patch', actor: 'manufacturer' } })).not.toHaveProperty(
      'deployed_system_changed',
    );
  });

  it('cannot make a change that only the manufacturer can', () => {
    const result = assess(
      read({ device: european, site: { nation: 'england' }, change: { kind: 'security_notice', actor: 'hospital' } }),
    );
    expect(result.findings).toEqual([]);
    expect(result.not_applicable.find((one) => one.instrument === 'UK-MDR-H')?.because).toBe(
      'security_notice is an act of the manufacturer only',
    );
  });
});

describe('a change of several kinds', () => {
  const change = (...kind: string[]) => ({ device: european, change: { kind, actor: 'manufacturer' } });

  it('takes what all of them agree on, every domain, and the device before its connection', () => {
    expect(values(change('os_patch', 'network_firewall'))).toMatchObject({
      change_location: 'device',
      change_domains: ['software', 'environment'],
      extends_intended_purpose: false,
    });
    expect(values(change('os_patch', 'network_firewall'))).not.toHaveProperty('os_change');
    expect(values(change('isolation', 'segmentation')).change_location).toBe('device_connection');
    expect(values(change('os_patch', 'remote_access'))).not.toHaveProperty('change_domains');
    expect(values(change('os_patch', 'os_patch')).os_change).toBe('patch');
  });

  it('counts as its strictest part does, and lists each', () => {
    const [finding] = assess(read(change('os_patch', 'os_replacement'))).findings;
    expect(finding).toMatchObject({ instrument: 'EU-MDCG-2020-3-R1', outcome: 'significant' });
    expect(finding?.notes.at(-1)).toBe(
      'Several kinds of change, judged together and each by itself; the strictest counts. os_patch + os_replacement: ask_nb or not_significant or significant; os_patch: not_significant or significant; os_replacement: significant.',
    );
  });

  it('is brought under an instrument by one of its kinds', () => {
    const operator = {
      device: european,
      site: { nation: 'wales' },
      change: { kind: ['decommission', 'os_patch'], actor: 'hospital' },
    };
    const found = assess(read(operator)).findings.map((finding) => finding.instrument);
    expect(found).toContain('UK-MDR-H');
    const both = { ...operator, change: { kind: ['decommission'], actor: 'hospital' } };
    expect(assess(read(both)).findings).toEqual([]);
  });
});
