/**
 * Published worked examples: the documents' own illustrations, each with what it says, where it stands and how far it is
 * to be walked. The expected outcome and path are the published ones.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { parseDossier } from './dossier';
import { library } from './library';
import type { Finding } from './result';
import type { FactValue } from './vocabulary';

interface Example {
  id: string;
  what: string;
  citation: string;
  instrument: string;
  facts: Record<string, FactValue>;
  outcome: string;
  outcomes: string[];
  path: string[];
}

const EXAMPLES: readonly Example[] = [
  {
    id: 'US-SW-1.2',
    what: 'encrypting a configuration file, an extra passcode and a time-out for remote users, no other effect',
    citation: 'Appendix A, example 1.2',
    instrument: 'US-FDA-SW510K-2017',
    facts: {
      actor: 'manufacturer',
      us_market_status: '510k',
      change_domains: ['software'],
      solely_strengthens_cybersecurity: true,
      other_impact_on_device: false,
      change_types: ['encryption', 'access_control', 'session_timeout'],
    },
    outcome: 'letter_to_file',
    outcomes: ['letter_to_file'],
    path: ['Q1:yes'],
  },
  {
    id: 'US-SW-2.5',
    what: 'a data-merge defect traced to a wrong requirement, mended with a new database',
    citation: 'Appendix A, example 2.5',
    instrument: 'US-FDA-SW510K-2017',
    facts: {
      actor: 'manufacturer',
      us_market_status: '510k',
      change_domains: ['software'],
      solely_strengthens_cybersecurity: false,
      solely_restores_specification: false,
      specification_changed: true,
      component_change: 'new',
      database_structure_changed: true,
      error_poses_safety_risk: true,
    },
    outcome: 'undecided',
    outcomes: ['letter_to_file', 'needs_review', 'new_510k'],
    path: ['Q1:no', 'Q2:no'],
  },
  {
    id: 'US-SW-4.4',
    what: 'more patient data on printed pages whose identity was controlled already',
    citation: 'Appendix A, example 4.4',
    instrument: 'US-FDA-SW510K-2017',
    facts: {
      actor: 'manufacturer',
      us_market_status: '510k',
      change_domains: ['software'],
      solely_strengthens_cybersecurity: false,
      solely_restores_specification: false,
      specification_changed: true,
      new_or_modified_hazard: false,
      risk_mitigated_in_current_device: true,
      risk_control_changed: true,
      redundant_or_enhancing_control: true,
    },
    outcome: 'undecided',
    outcomes: ['letter_to_file', 'needs_review', 'new_510k'],
    path: ['Q1:no', 'Q2:no', 'Q3a:no', 'Q3b:no'],
  },
  {
    id: 'EU-20-19',
    what: 'an error corrected back to the original specification',
    citation: '\u00a74.3.2.3 software, non-significant examples; Chart C',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'none',
      component_change: 'none',
      architecture_change: 'none',
      database_structure_changed: false,
      algorithm_changed: false,
      user_input_replaced_by_closed_loop: false,
      ui_change: 'none',
      new_feature: 'none',
      new_interoperability_channel: false,
      new_data_presentation: false,
      changes_interpretation_of_data: false,
      benefit_risk_worse: false,
      solely_restores_specification: true,
    },
    outcome: 'not_significant',
    outcomes: ['not_significant'],
    path: [
      'MC-0:no',
      'MC-A:no',
      'MC-B:no',
      'MC-C:yes',
      'C1:no',
      'C2:no',
      'C3:no',
      'C4:no',
      'C5:no',
      'MC-D:no',
      'MC-E:no',
    ],
  },
  {
    id: 'EU-20-21',
    what: 'a security update as such',
    citation: '\u00a74.3.2.3 software, non-significant examples; Chart C',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'none',
      component_change: 'none',
      architecture_change: 'none',
      database_structure_changed: false,
      algorithm_changed: false,
      user_input_replaced_by_closed_loop: false,
      ui_change: 'none',
      new_feature: 'none',
      new_interoperability_channel: false,
      new_data_presentation: false,
      changes_interpretation_of_data: false,
      benefit_risk_worse: false,
      solely_strengthens_cybersecurity: true,
    },
    outcome: 'not_significant',
    outcomes: ['not_significant'],
    path: [
      'MC-0:no',
      'MC-A:no',
      'MC-B:no',
      'MC-C:yes',
      'C1:no',
      'C2:no',
      'C3:no',
      'C4:no',
      'C5:no',
      'MC-D:no',
      'MC-E:no',
    ],
  },
  {
    id: 'EU-20-22',
    what: 'an update of a standard third-party operating system',
    citation: '\u00a74.3.2.3 software, non-significant examples; Chart C',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'same_family_version',
      component_change: 'none',
      architecture_change: 'none',
      database_structure_changed: false,
      algorithm_changed: false,
      user_input_replaced_by_closed_loop: false,
      ui_change: 'none',
      new_feature: 'none',
      new_interoperability_channel: false,
      new_data_presentation: false,
      changes_interpretation_of_data: false,
      benefit_risk_worse: false,
      os_is_standard_third_party: true,
      device_software_change_needed: false,
    },
    outcome: 'not_significant',
    outcomes: ['not_significant'],
    path: [
      'MC-0:no',
      'MC-A:no',
      'MC-B:no',
      'MC-C:yes',
      'C1:no',
      'C2:no',
      'C3:no',
      'C4:no',
      'C5:no',
      'MC-D:no',
      'MC-E:no',
    ],
  },
  {
    id: 'EU-20-30',
    what: 'another operating-system family',
    citation: '\u00a74.3.2.3 software, significant examples; Chart C question C1',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'different_family',
      component_change: 'none',
    },
    outcome: 'significant',
    outcomes: ['significant'],
    path: ['MC-0:no', 'MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:yes'],
  },
  {
    id: 'EU-20-31',
    what: 'a new version of the operating system for which the device software is modified',
    citation: '\u00a74.3.2.3 software, significant examples; Chart C question C1',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'same_family_version',
      os_is_standard_third_party: true,
      device_software_change_needed: true,
      component_change: 'none',
    },
    outcome: 'significant',
    outcomes: ['significant'],
    path: ['MC-0:no', 'MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:yes'],
  },
  {
    id: 'EU-20-34',
    what: 'a closed loop takes over an input that the user had to give',
    citation: '\u00a74.3.2.3 software, significant examples; Chart C question C3',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'none',
      component_change: 'none',
      architecture_change: 'none',
      database_structure_changed: false,
      algorithm_changed: false,
      user_input_replaced_by_closed_loop: true,
    },
    outcome: 'significant',
    outcomes: ['significant'],
    path: ['MC-0:no', 'MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:no', 'C2:no', 'C3:yes'],
  },
  {
    id: 'EU-20-40',
    what: 'a wireless link to another device',
    citation: '\u00a74.3.2.3 software, significant examples; Chart C question C4',
    instrument: 'EU-MDCG-2020-3-R1',
    facts: {
      actor: 'manufacturer',
      eu_device_status: 'legacy_directive',
      required_by_other_eu_law: false,
      is_corrective_action: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      alters_alarm_system: false,
      change_domains: ['software'],
      os_change: 'none',
      component_change: 'none',
      architecture_change: 'none',
      database_structure_changed: false,
      algorithm_changed: false,
      user_input_replaced_by_closed_loop: false,
      new_interoperability_channel: true,
      wireless_change: 'introduced',
    },
    outcome: 'significant',
    outcomes: ['significant'],
    path: ['MC-0:no', 'MC-A:no', 'MC-B:no', 'MC-C:yes', 'C1:no', 'C2:no', 'C3:no', 'C4:yes'],
  },
];

function findingOf(dossier: unknown): Finding | undefined {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23').findings[0];
}

describe('published worked examples', () => {
  it.each(EXAMPLES)('$id: $what ($citation)', ({ id, instrument, facts, outcome, outcomes, path }) => {
    const finding = findingOf({ dossier: 1, id, instruments: [instrument], facts });
    expect(finding).toMatchObject({ instrument, outcome, outcomes, path });
  });
});

const published = fileURLToPath(new URL('../../../shared/regulation/examples.json', import.meta.url));

interface Published {
  dossier: { id: string };
  expected: { instrument: string; outcome: string; outcomes?: string[]; path: string[] };
}

describe.runIf(existsSync(published))('the file of published examples', () => {
  it('comes out as expected wherever it names an instrument of the library', () => {
    const all = JSON.parse(readFileSync(published, 'utf8')) as Published[];
    const ours = all.filter(({ expected }) => library().has(expected.instrument));
    expect(ours.length).toBeGreaterThan(0);
    for (const { dossier, expected } of ours) {
      const finding = findingOf(dossier);
      expect(finding, dossier.id).toMatchObject(expected);
      expect(finding?.outcomes, dossier.id).toEqual(expected.outcomes ?? [expected.outcome]);
    }
  });
});
