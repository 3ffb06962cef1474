import { describe, expect, it } from 'vitest';
import { compare, optionsFor } from './compare';
import { FACTS } from './facts/dictionary';
import { EFFECT_RULES, VECTORS } from './options/exposure-rules';
import { KEPT_FACTS } from './options/kept-facts';
import { MEASURE_IDS, MEASURES } from './options/measures';
import type { Comparison, OptionId, OptionInput } from './options/option-result';
import { device, england, read } from './testing';

const NETWORK = { cve: 'CVE-2017-0144', cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' };
const proposed = (kind: string, actor = 'hospital', more: object = {}) =>
  read({ device, site: england, change: { kind, actor }, vulnerabilities: [NETWORK], ...more });

const one = (compared: Comparison, id: OptionId) => {
  const found = compared.options.find((option) => option.option === id);
  if (!found) throw new Error(`${id} was not compared`);
  return found;
};

describe('the measures', () => {
  it('are in the order of their ids, each with rules for every way of attack', () => {
    expect(MEASURES.map((measure) => measure.id)).toEqual([...MEASURE_IDS]);
    for (const measure of MEASURES) {
      for (const vector of VECTORS) {
        const rules = EFFECT_RULES.filter(
          (rule) => rule.measure === measure.id && (rule.vectors ?? VECTORS).includes(vector),
        );
        expect(rules.length, `${measure.id} ${vector}`).toBe(measure.id === 'os_patch' ? 2 : 1);
      }
    }
    expect(new Set(EFFECT_RULES.map((rule) => rule.id)).size).toBe(EFFECT_RULES.length);
  });

  it('keep only facts that the dictionary has', () => {
    const unknown = [...KEPT_FACTS].filter((key) => !(key in FACTS));
    expect(unknown).toEqual([]);
  });
});

describe('options for a legacy device in England', () => {
  const compared = compare(proposed('os_patch'));

  it('are all measures; the proposal is one of them', () => {
    expect(compared.options.map((option) => option.option)).toEqual([...MEASURE_IDS]);
    expect(compared.options.filter((option) => option.proposed).map((option) => option.option)).toEqual(['os_patch']);
  });

  it('keep what is on the device apart from what is around it', () => {
    const of = (group: string) =>
      compared.options.filter((option) => option.group === group).map((option) => option.option);
    expect(of('environment')).toEqual([
      'network_firewall',
      'segmentation',
      'passive_monitoring',
      'inline_prevention',
      'isolation',
    ]);
    expect(of('neither')).toEqual(['replacement', 'accept']);
    expect(of('device')).toHaveLength(8);
  });

  it('give no tier where nothing about the certified unit changes', () => {
    for (const id of ['replacement', 'accept'] as const) {
      const option = one(compared, id);
      expect(option.certificate).toMatchObject({ state: 'no_change', tiers: null });
      expect(option.noChange).toContain('no tier to give');
      expect(option.law).toEqual([]);
    }
  });

  it("take the certificate of a network measure as untouched, and the hospital's act on the device as a forecast", () => {
    expect(one(compared, 'network_firewall').certificate).toMatchObject({
      state: 'untouched',
      tiers: { least: 'none', worst: 'none' },
    });
    expect(one(compared, 'antivirus').certificate).toMatchObject({ state: 'forecast', tiers: { worst: 'hold' } });
    expect(one(compared, 'vendor_patch').certificate.state).toBe('judged');
  });

  it('say who may act apart from the certificate, and what to ask first', () => {
    expect(one(compared, 'os_patch').mayAct).toMatchObject({ state: 'open', tiers: { worst: 'hold' } });
    expect(one(compared, 'vendor_patch').mayAct.state).toBe('makers_act');
    expect(one(compared, 'passive_monitoring').mayAct.state).toBe('settled');
    expect(one(compared, 'os_patch').decidesMost).toEqual(one(compared, 'os_patch').open[0]);
  });

  it('leave less exposure the more a measure does, each with a derived reason', () => {
    const left = (id: OptionId) => one(compared, id).residual;
    expect(left('accept')).toMatchObject({
      least: 'high',
      greatest: 'very_high',
      unknown: ['whether attacks are known'],
    });
    expect(left('isolation')).toMatchObject({ least: 'low', greatest: 'low', unknown: [] });
    expect(left('os_patch')).toMatchObject({ least: 'none', greatest: 'none' });
    expect(left('segmentation')).toMatchObject({ least: 'moderate', greatest: 'high' });
    for (const option of compared.options) {
      expect(option.residual.reasons.length).toBeGreaterThan(1);
      expect(option.residual.reasons.every((reason) => reason.confidence === 'D' && reason.says.length > 20)).toBe(
        true,
      );
    }
  });

  it('invent nothing: no cost, no lead time, no evidence that nobody gave', () => {
    for (const option of compared.options) {
      expect([option.downtimeHours, option.staffHours, option.leadTimeDays, option.evidence]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(option.evidenceState).toBe('none');
      expect([...option.dominatedBy, ...option.nearlyDominatedBy]).toEqual([]);
    }
  });
});

describe('what is known of the vulnerability', () => {
  it('gives a range, never a guess, where nobody said from where it is attacked', () => {
    const compared = compare(proposed('os_patch', 'hospital', { vulnerabilities: [] }));
    expect(compared.threat).toEqual({ vector: null, exploited: null, because: [] });
    expect(one(compared, 'accept').residual).toMatchObject({ least: 'low', greatest: 'very_high' });
    expect(one(compared, 'accept').residual.unknown).toContain('from where the vulnerability can be attacked');
  });

  it('says that a patch of the operating system may miss a fault of the application', () => {
    expect(one(compare(proposed('av_install')), 'os_patch').residual).toMatchObject({
      least: 'none',
      greatest: 'very_high',
      unknown: ['whether attacks are known', 'in which part of the device the fault lies'],
    });
    expect(one(compare(proposed('app_patch', 'manufacturer')), 'os_patch').residual.least).toBe('high');
  });

  it('counts a network measure for nothing against somebody at the device', () => {
    const facts = { attack_vector: 'local', public_exploit: true };
    const compared = compare(proposed('os_patch', 'hospital', { vulnerabilities: [], facts }));
    for (const id of ['network_firewall', 'segmentation', 'isolation', 'accept'] as const) {
      expect(one(compared, id).residual).toMatchObject({ least: 'moderate', greatest: 'moderate' });
    }
  });
});

describe('the change that was proposed', () => {
  it('keeps its facts and answers to itself', () => {
    const facts = {
      manufacturer_authorised: true,
      covered_by_manufacturer_instructions: false,
      done_as_instructed: true,
    };
    const compared = compare(proposed('os_patch', 'hospital', { facts }));
    expect(one(compared, 'os_patch').mayAct.outcomes.map((outcome) => outcome.code)).toEqual(['O-CONSENT']);
    expect(one(compared, 'antivirus').mayAct.outcomes.map((outcome) => outcome.code)).toContain('O-ASK');
  });

  it('is an option of its own where it is none of the measures', () => {
    const dossier = proposed('remote_access');
    expect(optionsFor(dossier)[0]).toBe('as_proposed');
    const option = one(compare(dossier), 'as_proposed');
    expect(option).toMatchObject({ proposed: true, kinds: ['remote_access'], group: 'device', lands: null });
    expect(option.residual.unknown).toContain('what this change does to the vulnerability');
  });

  it("is the maker's patch where the maker proposes a patch of the operating system", () => {
    const compared = compare(proposed('os_patch', 'manufacturer'));
    expect(one(compared, 'vendor_patch')).toMatchObject({ proposed: true, kinds: ['os_patch'] });
    expect(one(compared, 'os_patch').proposed).toBe(false);
  });
});

describe('duties that may pass', () => {
  const facts = {
    covered_by_manufacturer_instructions: false,
    manufacturer_authorised: false,
    serious_harm_likely_before_answer: false,
    alters_clinical_or_essential_function: false,
  };
  const decided = proposed('av_install', 'hospital', {
    facts,
    change: { kind: 'av_install', actor: 'hospital', status: 'approved' },
  });

  it('are said at the option, with the clause and what avoids them', () => {
    const warning = one(compare(decided), 'antivirus').warnings.find(({ instrument }) => instrument === 'UK-MDR-H');
    expect(warning).toMatchObject({ outcomes: ['O-USERMOD'], becomes: 'user at own risk', certain: true });
    expect(warning?.clause).toContain('MHRA');
    expect(warning?.avoidedBy[0]).toBe('vendor_patch');
    expect(warning?.avoidedBy).toContain('isolation');
    expect(warning?.avoidedBy).not.toContain('accept');
    expect(warning?.avoidedBy).not.toContain('antivirus');
  });

  it('are said of no option whose act is the maker’s', () => {
    expect(one(compare(decided), 'vendor_patch').warnings).toEqual([]);
  });
});

describe('dominated options', () => {
  const hours = (least: number, most = least) => ({ least, most, source: 'estates, March' });
  const all = (option: OptionId, lead: number, work = 1): OptionInput => ({
    option,
    facts: { within_network_requirements: true },
    downtimeHours: hours(0),
    staffHours: hours(work),
    leadTimeDays: hours(lead),
  });
  // One instrument, so that the example stays what it is while the library grows.
  const dossier = proposed('segmentation', 'hospital', {
    instruments: ['UK-MDR-H'],
    facts: { public_exploit: true },
  });

  it('are named with who dominates them and on what', () => {
    const compared = compare(dossier, [all('isolation', 1), all('network_firewall', 20), all('segmentation', 1)]);
    expect(one(compared, 'network_firewall').dominatedBy).toEqual([
      { by: 'segmentation', worseOn: ['lead_time'], unknownOn: [] },
      { by: 'isolation', worseOn: ['exposure', 'lead_time'], unknownOn: [] },
    ]);
    expect(one(compared, 'segmentation').dominatedBy).toEqual([
      { by: 'isolation', worseOn: ['exposure'], unknownOn: [] },
    ]);
    expect(one(compared, 'isolation').dominatedBy).toEqual([]);
  });

  it('are not those that are better on one axis, were it only that an attack is noticed', () => {
    const compared = compare(dossier, [all('isolation', 1), all('passive_monitoring', 30)]);
    expect(compared.options.flatMap((option) => option.dominatedBy)).toEqual([]);
  });

  it('are not marked while something about them is not known, and that is said', () => {
    const compared = compare(dossier, [all('isolation', 1), { ...all('network_firewall', 20), staffHours: undefined }]);
    const option = one(compared, 'network_firewall');
    expect(option.dominatedBy).toEqual([]);
    expect(option.nearlyDominatedBy).toEqual([
      { by: 'isolation', worseOn: ['exposure', 'lead_time'], unknownOn: ['staff'] },
    ]);
  });

  it('are never marked by an option of which something is not known', () => {
    for (const vague of [
      { ...all('isolation', 1), staffHours: undefined },
      { ...all('isolation', 1), facts: {} },
    ]) {
      const option = one(compare(dossier, [vague, all('network_firewall', 20)]), 'network_firewall');
      expect([...option.dominatedBy, ...option.nearlyDominatedBy]).toEqual([]);
    }
  });

  it('are never marked by a replacement: nobody has judged what another device would bring', () => {
    const compared = compare(dossier, [all('replacement', 1, 0), all('network_firewall', 20)]);
    const option = one(compared, 'network_firewall');
    expect([...option.dominatedBy, ...option.nearlyDominatedBy]).toEqual([]);
  });
});

describe('what people give', () => {
  it('is refused as a defect when it is no range or comes twice', () => {
    const bad = { option: 'accept' as const, staffHours: { least: 3, most: 1, source: '' } };
    expect(() => compare(proposed('os_patch'), [bad])).toThrow('3 to 1 is no range');
    expect(() => compare(proposed('os_patch'), [{ option: 'accept' }, { option: 'accept' }])).toThrow('twice');
  });

  it('goes with its option; evidence past its day is expired', () => {
    const evidence = { says: 'Rule export', document: 'FW-12', validUntil: '2026-01-01' };
    const compared = compare(proposed('os_patch'), [{ option: 'network_firewall', evidence }]);
    expect(one(compared, 'network_firewall')).toMatchObject({ evidence, evidenceState: 'expired' });
  });
});
