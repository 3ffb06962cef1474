import { describe, expect, it } from 'vitest';
import { assess, knownFacts } from '../assess';
import { parseDossier } from '../dossier';

/** Facts known in a dossier of 23 November 2026, by key. */
function known(dossier: object) {
  const parsed = parseDossier({ dossier: 1, as_of: '2026-11-23', ...dossier });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return Object.fromEntries(knownFacts(parsed.dossier).map((fact) => [fact.key, fact]));
}

const values = (dossier: object) =>
  Object.fromEntries(Object.entries(known(dossier)).map(([key, fact]) => [key, fact.value]));
const certified = (...certifications: object[]) => ({ device: { certifications } });

describe('facts from certifications', () => {
  it.each<[object, Record<string, unknown>]>([
    [
      { market: 'US', basis: '510k', class: 'II' },
      { us_market_status: '510k', us_device_class: 'II', device_on_market: true },
    ],
    [
      { market: 'US', basis: 'PMA', class: 'III' },
      { us_market_status: 'pma', us_device_class: 'III' },
    ],
    [
      { market: 'EU', basis: 'mdd', class: 'IIb' },
      { eu_device_status: 'legacy_directive', directive_device_class: 'IIb', is_ivd: false, is_medical_device: true },
    ],
    [
      { market: 'NI', basis: 'aimdd' },
      { eu_device_status: 'legacy_directive', directive_device_class: 'AIMD' },
    ],
    [
      { market: 'EU', basis: 'mdd', class: 'I' },
      { eu_device_status: undefined, directive_device_class: 'I' },
    ],
    [
      { market: 'EU', basis: 'mdd' },
      { eu_device_status: undefined, directive_device_class: undefined },
    ],
    [
      { market: 'EU', basis: 'mdr', class: 'I' },
      { eu_device_status: 'mdr_class1_self', eu_device_class: 'I' },
    ],
    [
      { market: 'EU', basis: 'mdr', class: 'Is' },
      { eu_device_status: 'mdr_certificate', eu_device_class: 'Is' },
    ],
    [
      { market: 'EU', basis: 'ivdd' },
      { eu_device_status: 'legacy_ivdd', is_ivd: true },
    ],
    [
      { market: 'EU', basis: 'ivdr', class: 'A' },
      { eu_device_status: 'mdr_class1_self', is_ivd: true },
    ],
    [
      { market: 'EU', basis: 'ivdr', class: 'C' },
      { eu_device_status: 'mdr_certificate', eu_device_class: 'C' },
    ],
    [
      { market: 'EU', basis: 'in_house' },
      { eu_device_status: 'in_house', made_in_house: true, is_medical_device: undefined },
    ],
    [
      { market: 'GB', basis: 'ukca', class: 'IIb' },
      { gb_marking: 'ukca', directive_device_class: 'IIb' },
    ],
    [
      { market: 'GB', basis: 'mdd', class: 'IIa' },
      { gb_marking: 'ce_mdd', eu_device_status: undefined },
    ],
    [
      { market: 'GB', basis: 'ivdr', class: 'B' },
      { gb_marking: 'ce_ivdr', eu_device_status: 'mdr_certificate' },
    ],
    [{ market: 'CA', class: 'III' }, { ca_device_class: 'III' }],
    [{ market: 'CN', class: 'II' }, { cn_device_class: 'II' }],
    [
      { market: 'AU', body: 'TGA' },
      { is_medical_device: true, made_in_house: false },
    ],
    [{ market: 'BR', basis: 'anvisa' }, { is_medical_device: undefined }],
  ])('%j', (certification, expected) => {
    expect(values(certified(certification))).toMatchObject(
      Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
    );
    for (const [key, value] of Object.entries(expected)) {
      if (value === undefined) expect(values(certified(certification))).not.toHaveProperty(key);
    }
  });

  it('read a directive certificate by the day the unit was supplied', () => {
    const facts = { supply_date: '2019-03-01' };
    const unit = { ...certified({ market: 'EU', basis: 'mdd', class: 'IIb' }), facts };
    expect(known(unit).eu_device_status).toMatchObject({
      value: 'old_device',
      origin: 'derived',
      reason: 'certification EU mdd class IIb, unit supplied on 2019-03-01',
    });
  });

  it('take class I under the directive up only with a declaration from before the Regulation', () => {
    const device = certified({ market: 'EU', basis: 'mdd', class: 'I' });
    const facts = { notified_body_needed_under_eu_regulation: true, declaration_date: '2021-05-25' };
    expect(values({ ...device, facts }).eu_device_status).toBe('legacy_class1_upclassed');
    expect(values({ ...device, facts: { ...facts, declaration_date: '2021-05-26' } })).not.toHaveProperty(
      'eu_device_status',
    );
  });

  it('leave a fact open where two certifications disagree, and say so', () => {
    const device = certified({ market: 'US', basis: '510k' }, { market: 'US', basis: 'pma' });
    expect(values(device)).not.toHaveProperty('us_market_status');
    const parsed = parseDossier({ dossier: 1, ...device });
    expect(parsed.ok && assess(parsed.dossier).conflicts).toEqual([
      {
        key: 'us_market_status',
        message: 'certification US 510k gives 510k, certification US pma gives pma; neither counts',
      },
    ]);
  });

  it.each<[object[], boolean | undefined]>([
    [[{ market: 'EU', basis: 'mdr', expires: '2026-11-23' }], true],
    [[{ market: 'EU', basis: 'mdr', expires: '2026-11-22' }], false],
    [[{ market: 'EU', basis: 'mdd', expires: '2024-05-26' }], undefined],
    [[{ market: 'EU', basis: 'mdd', expires: '2028-12-31' }], true],
    [
      [
        { market: 'EU', basis: 'mdr', expires: '2028-01-01' },
        { market: 'GB', basis: 'ukca', expires: '2020-01-01' },
      ],
      undefined,
    ],
    [[{ market: 'EU', basis: 'mdr' }], undefined],
  ])('expiry of %j: valid is %s', (certifications, valid) => {
    expect(values({ device: { certifications } }).certificate_valid).toBe(valid);
  });
});

describe('facts from software, network and the MDS2 form', () => {
  const os = (product: string, release: string) => values({ device: { software: { os: { product, release } } } });

  it('a standard operating system, and the end of its support', () => {
    expect(os('windows', '7')).toMatchObject({
      contains_software: true,
      os_is_standard_third_party: true,
      component_end_of_support: true,
    });
    expect(os('windows', '11 25H2')).not.toHaveProperty('component_end_of_support');
    // Paid support runs on and may have been bought.
    expect(os('windows', '10 22H2')).not.toHaveProperty('component_end_of_support');
    expect(os('QNX', '6')).not.toHaveProperty('os_is_standard_third_party');
    expect(os('linux', '4.9')).not.toHaveProperty('os_is_standard_third_party');
  });

  it('a recorded network interface; none recorded says nothing', () => {
    expect(values({ device: { network_interfaces: ['eth0'] } }).connectable_to_network).toBe(true);
    expect(values({ device: { network_interfaces: [] } })).not.toHaveProperty('connectable_to_network');
  });

  it.each<[Record<string, string>, Record<string, boolean | undefined>]>([
    [
      { 'CSUP-2.1': 'yes', 'CSUP-2.2': 'No', 'CSUP-2.4': 'Y' },
      { hospital_may_patch_os: true, needs_patch_approval: false },
    ],
    [
      { 'CSUP-2.1': 'yes', 'CSUP-2.2': 'no', 'CSUP-2.4': 'no' },
      { hospital_may_patch_os: undefined, needs_patch_approval: true },
    ],
    [{ 'CSUP-2.2': 'yes' }, { hospital_may_patch_os: false }],
    [
      { 'MLDP-2': 'yes', 'MLDP-2.3': 'yes' },
      { hospital_may_install_av: true, av_forbidden_use_compensation: false },
    ],
    [{ 'MLDP-2': 'no' }, { hospital_may_install_av: false, av_forbidden_use_compensation: true }],
    [{ 'MLDP-5.2': 'no' }, { network_ids_only: true }],
    [{ 'CONN-2': 'yes', 'DOC-10': 'yes', 'CONN-6': 'no' }, { segmentation_ready: true }],
    [{ 'CONN-2': 'yes', 'DOC-10': 'yes' }, { segmentation_ready: undefined }],
    [{ 'CONN-6': 'no', 'CONN-4': 'no' }, { isolation_feasible: true }],
    [{ 'PAUT-5': 'yes', 'SGUD-3.1': 'yes' }, { credential_rotation_allowed: true }],
    [{ 'SAHD-13': 'See Notes' }, { active_scan_allowed: undefined }],
    [{ 'DTBK-2': 'no', 'DTBK-5': 'yes' }, { rollback_available: true }],
    [{ 'RDMP-3': 'yes' }, { eos_known: true }],
  ])('MDS2 %j', (mds2, expected) => {
    const found = values({ device: { mds2 } });
    for (const [key, value] of Object.entries(expected)) expect(found[key], key).toBe(value);
    expect(found).not.toHaveProperty('covered_by_manufacturer_instructions');
  });

  it('an MDS2 form older than the installed version', () => {
    const form = (written: string) =>
      values({ device: { software: { released: '2025-01-01' }, mds2: { 'DOC-7': written } } });
    expect(form('2024-12-31').form_stale).toBe(true);
    expect(form('2025-01-01').form_stale).toBe(false);
  });
});

describe('facts from the change block', () => {
  it.each([
    ['hospital', 'health_institution'],
    ['Hospital', 'health_institution'],
    ['manufacturer', 'manufacturer'],
    ["manufacturer's service", 'manufacturer_agent'],
    ['independent servicer', 'servicing_entity'],
    ['integrator', 'integrator'],
    ['distributor', 'importer_or_distributor'],
    ['the night watch', 'other'],
  ])('actor %s is %s', (actor, expected) => {
    expect(values({ change: { actor } }).actor).toBe(expected);
  });

  it('nobody named is nobody known', () => {
    expect(values({ change: { actor: '' } })).not.toHaveProperty('actor');
    expect(values({ change: { actor: 'unknown' } })).not.toHaveProperty('actor');
  });

  it.each([
    [undefined, 'proposed'],
    ['in sign-off', 'proposed'],
    ['approved', 'decided'],
    ['in implementation', 'decided'],
    ['verifying', 'implemented'],
    ['closed', 'implemented'],
  ])('a record that is %s means a change that is %s', (status, expected) => {
    expect(values({ change: { status } as object }).change_status).toBe(expected);
  });

  it('vulnerabilities are the reason for the change, and their vector is context', () => {
    const vulnerabilities = [{ cvss: 'CVSS:3.1/AV:L/AC:L' }, { cvss: 'CVSS:3.1/AV:A/AC:L' }, { cve: 'CVE-2020-1' }];
    expect(values({ vulnerabilities })).toMatchObject({
      remediates_known_vulnerability: true,
      attack_vector: 'adjacent',
    });
    expect(values({ vulnerabilities: [] })).not.toHaveProperty('remediates_known_vulnerability');
  });

  it('the manufacturer changes the next unit to be supplied', () => {
    expect(values({ change: { actor: 'manufacturer' } }).supply_date).toBe('2026-11-23');
    expect(values({ change: { actor: 'hospital' } })).not.toHaveProperty('supply_date');
    expect(values({ facts: { actor: 'manufacturer' } })).not.toHaveProperty('supply_date');
  });
});

describe('facts from the site', () => {
  it.each([
    [{ country: 'GB', nation: 'england' }, false],
    [{ nation: 'Northern Ireland' }, true],
    [{ country: 'XI' }, true],
    [{ country: 'GB' }, undefined],
    [{ country: 'UK' }, undefined],
    [{ country: 'de' }, false],
    [{}, undefined],
  ])('%j: used in Northern Ireland is %s', (site, expected) => {
    expect(values({ site }).used_in_northern_ireland).toBe(expected);
  });
});

describe('facts that follow from facts', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ actor: 'manufacturer' }, { manufacturer_makes_change: true }],
    [{ actor: 'health_institution' }, { manufacturer_makes_change: false }],
    [
      { death_occurred: true, remediates_known_vulnerability: true },
      { known_serious_adverse_event: true, reduces_risk_to_health: true },
    ],
    [{ core_algorithm_changed: true }, { algorithm_changed: true, udi_effect_excluded: false }],
    [{ clinical_severity: 'major', clinical_likelihood: 'very_high' }, { clinical_risk_score: 5 }],
    [{ vulnerability_severity: 'serious', exploitability: 'low' }, { residual_patient_harm_risk_acceptable: true }],
    [
      { within_network_requirements: true, network_requirements_known: 'unknown' },
      { network_requirements_known: true },
    ],
    [{ solely_strengthens_cybersecurity: true }, { solely_restores_specification: false }],
    [{ solely_restores_specification: true }, { solely_strengthens_cybersecurity: false }],
  ])('%j', (facts, expected) => {
    expect(values({ facts })).toMatchObject(expected);
  });

  const checks = {
    component_same_product_line: true,
    device_software_change_needed: false,
    regression_tests_unchanged: true,
    adds_listener_or_privileged_process: false,
    component_already_documented: true,
  };

  it('five checks of a component: all met is minor, one failed leaves it open, two failed is major', () => {
    expect(known({ facts: checks }).component_change).toMatchObject({ value: 'minor', origin: 'derived' });
    expect(known({ facts: { ...checks, regression_tests_unchanged: false } })).not.toHaveProperty('component_change');
    expect(known({ facts: { ...checks, regression_tests_unchanged: 'unknown' } })).not.toHaveProperty(
      'component_change',
    );
    const two = { ...checks, regression_tests_unchanged: false, component_already_documented: false };
    expect(values({ facts: two }).component_change).toBe('major');
    expect(values({ facts: { ...two, component_change: 'minor' } }).component_change).toBe('minor');
  });
});

describe('rank', () => {
  it('stated before derived, and the disagreement is listed', () => {
    const dossier = { change: { kind: 'os_patch' }, facts: { os_change: 'same_family_version' } };
    expect(known(dossier).os_change).toEqual({
      key: 'os_change',
      value: 'same_family_version',
      origin: 'stated',
      reason: '',
    });
    const parsed = parseDossier({ dossier: 1, ...dossier });
    expect(parsed.ok && assess(parsed.dossier).conflicts).toEqual([
      {
        key: 'os_change',
        message: 'os_change = same_family_version (stated) counts; patch would be derived: kind of change os_patch',
      },
    ]);
  });

  it('what follows from a stated fact before what a kind settles', () => {
    const dossier = { change: { kind: 'os_patch' }, facts: { core_algorithm_changed: true } };
    expect(values(dossier).algorithm_changed).toBe(true);
  });

  it('a person who does not know takes an assumption back, and a derived value too', () => {
    const patch = (facts: object) => values({ change: { kind: 'os_patch' }, facts });
    expect(patch({}).required_by_other_eu_law).toBe(false);
    expect(patch({ required_by_other_eu_law: 'unknown' }).required_by_other_eu_law).toBe('unknown');
    expect(patch({ alters_alarm_system: 'unknown' }).alters_alarm_system).toBe('unknown');
  });

  it('an assumption yields without being called a disagreement', () => {
    const parsed = parseDossier({
      dossier: 1,
      change: { kind: 'os_patch' },
      facts: { required_by_other_eu_law: true },
    });
    expect(parsed.ok && assess(parsed.dossier).conflicts).toEqual([]);
    expect(known({ change: { kind: 'feature_update' } }).change_domains).toMatchObject({ origin: 'assumed' });
  });
});
