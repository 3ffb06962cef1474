/**
 * Published worked examples of the United States documents, each with what it says, where it stands and how far it is
 * walked. The expected outcome and path are the published ones; examples of the software guidance stand in
 * ../../examples.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { assess } from '../../assess';
import { parseDossier } from '../../dossier';
import type { Finding } from '../../result';
import type { FactValue } from '../../vocabulary';

interface Example {
  id: string;
  what: string;
  citation: string;
  instrument: string;
  facts: Record<string, FactValue>;
  outcome: string;
  path: string[];
}

const PORT_CLOSED_ROUTINELY = {
  actor: 'manufacturer',
  change_location: 'device',
  remediates_known_vulnerability: true,
  safety_or_essential_performance_affected: false,
  residual_patient_harm_risk_acceptable: true,
  risk_mitigated_in_current_device: true,
  attack_vector: 'physical',
  change_types: ['port_closure'],
} as const satisfies Record<string, FactValue>;

const OPEN_PORT_WITHOUT_DEFENCE = {
  actor: 'manufacturer',
  change_location: 'device',
  remediates_known_vulnerability: true,
  safety_or_essential_performance_affected: true,
  risk_mitigated_in_current_device: false,
  residual_patient_harm_risk_acceptable: false,
  known_serious_adverse_event: false,
  customer_communication_within_30d: true,
  fix_within_60d: true,
  isao_active_member: true,
  change_types: ['port_closure'],
} as const satisfies Record<string, FactValue>;

const EXAMPLES: readonly Example[] = [
  {
    id: 'US-PM-C3',
    what: 'an unused open port whose remote use the design blocks is closed',
    citation: 'postmarket guidance, section VII.A, controlled-risk example 3',
    instrument: 'US-FDA-POSTMARKET-CYBER-2016',
    facts: PORT_CLOSED_ROUTINELY,
    outcome: 'controlled',
    path: ['PV1:no'],
  },
  {
    id: 'US-PM-C3-806',
    what: 'the same, as a question of reporting',
    citation: 'postmarket guidance, section VII.A, controlled-risk example 3',
    instrument: 'US-CFR-806',
    facts: { ...PORT_CLOSED_ROUTINELY, remedies_violation_with_health_risk: false, applies_to_supplied_units: true },
    outcome: 'no_806_report',
    path: ['F1:yes', 'F2:no', 'F3:no'],
  },
  {
    id: 'US-PM-U1',
    what: 'an open port through which nothing stops unauthorised firmware',
    citation: 'postmarket guidance, section VII.B, uncontrolled-risk example 1',
    instrument: 'US-FDA-POSTMARKET-CYBER-2016',
    facts: OPEN_PORT_WITHOUT_DEFENCE,
    outcome: 'uncontrolled',
    path: ['PV1:yes', 'PV4:no'],
  },
  {
    id: 'US-PM-U1-806',
    what: 'the same, with communication in 30 days, fix in 60 and membership in an ISAO',
    citation: 'postmarket guidance, section VII.B, uncontrolled-risk example 1',
    instrument: 'US-CFR-806',
    facts: { ...OPEN_PORT_WITHOUT_DEFENCE, already_reported_to_fda: false, applies_to_supplied_units: true },
    outcome: '806_not_enforced',
    path: ['F1:yes', 'F2:yes', 'F5:no', 'F6:yes'],
  },
  {
    id: 'US-PM-U1-806 without ISAO',
    what: 'the same, but not an active member of an ISAO (section VII.B, condition 4)',
    citation: 'postmarket guidance, section VII.B',
    instrument: 'US-CFR-806',
    facts: {
      ...OPEN_PORT_WITHOUT_DEFENCE,
      isao_active_member: false,
      already_reported_to_fda: false,
      applies_to_supplied_units: true,
    },
    outcome: '806_report_required',
    path: ['F1:yes', 'F2:yes', 'F5:no', 'F6:no'],
  },
  {
    id: 'US-RM-E9',
    what: 'an added bulky adapter: same optical result, more risk of disconnection, shock and interference',
    citation: 'remanufacturing guidance, Appendix A(1), example E.9',
    instrument: 'US-FDA-REMAN-2024',
    facts: {
      actor: 'servicing_entity',
      manufacturer_authorised: false,
      change_domains: ['design'],
      alters_energy_source: false,
      alters_operating_principle: false,
      alters_control_mechanism: false,
      tissue_contact_part: false,
      part_added_or_removed: true,
      within_manufacturer_specification: true,
      new_or_modified_risk: true,
      risk_significantly_changed: true,
    },
    outcome: 'remanufacturing',
    path: ['RM-A1:no', 'RM-A2:yes', 'RM-A2.1:no', 'RM-A3:yes', 'RM-A3.1:yes'],
  },
  {
    id: 'US-RM-S3',
    what: 'a third party moves networked device software from Windows to Linux',
    citation: 'remanufacturing guidance, Appendix A(2), example S.3',
    instrument: 'US-FDA-REMAN-2024',
    facts: {
      actor: 'servicing_entity',
      change_domains: ['software'],
      alters_energy_source: false,
      alters_operating_principle: false,
      alters_control_mechanism: false,
      manufacturer_authorised: false,
      software_service_activity: 'other',
      specifications_significantly_changed: true,
      new_or_modified_risk: true,
      os_change: 'different_family',
    },
    outcome: 'remanufacturing',
    path: ['RP4:yes', 'RS-Q1:no', 'RS-Q2:no', 'RS-Q3:no'],
  },
  {
    id: 'US-PMA-180-4',
    what: 'new motherboard, operating system and user interface, treatment algorithm unchanged, bench data only',
    citation: 'PMA modifications guidance, section IV.C, example (4)',
    instrument: 'US-FDA-PMA-SUPP-2008',
    facts: {
      actor: 'manufacturer',
      us_market_status: 'pma',
      covered_by_authorised_change_plan: false,
      affects_safety_or_effectiveness: true,
      clinical_data_needed: 'none',
      change_domains: ['design', 'software'],
      scientific_disciplines_needed: 4,
      hardware_platform_changed: true,
      change_types: ['os_change', 'hardware_platform_change', 'ui_change'],
    },
    outcome: 'pma_180_day_supplement',
    path: ['P1:no', 'P2:yes', 'P3:no', 'P4:no', 'P5:no', 'P6:no', 'P7:no'],
  },
];

function findingOf(dossier: unknown): Finding | undefined {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23').findings[0];
}

describe('published worked examples of the United States', () => {
  it.each(EXAMPLES)('$id: $what ($citation)', ({ id, instrument, facts, outcome, path }) => {
    const finding = findingOf({ dossier: 1, id, instruments: [instrument], facts });
    expect(finding).toMatchObject({ instrument, outcome, outcomes: [outcome], path });
  });
});

/** What the guidance says of the trace: which printed rule decided. */
describe('the rule that decides', () => {
  const decided = (instrument: string, facts: Record<string, FactValue>, question: string) =>
    findingOf({ dossier: 1, instruments: [instrument], facts })?.trace.find((step) => step.question === question)?.rule;

  it('names the line of the software list of the remanufacturing guidance', () => {
    const service = {
      actor: 'health_institution',
      manufacturer_authorised: false,
      change_domains: ['software'],
      alters_energy_source: false,
      alters_operating_principle: false,
      alters_control_mechanism: false,
    };
    const by = (activity: string) =>
      decided('US-FDA-REMAN-2024', { ...service, software_service_activity: activity }, 'RS-Q2');
    expect(by('manage_accounts')).toBe('RS12');
    expect(by('collect_logs')).toBe('RS11');
    expect(by('other')).toBe('RS-Q2 not listed');
  });

  it('calls wireless that is newly introduced a new risk of the general change guidance', () => {
    const facts = {
      intended_as_significant_improvement: false,
      change_domains: ['design'],
      is_ivd: false,
      alters_control_mechanism: false,
      alters_operating_principle: false,
      alters_energy_source: false,
      significantly_affects_use: false,
      wireless_change: 'introduced',
    };
    expect(decided('US-FDA-GEN510K-2017', facts, 'B5.2')).toBe('B5.w1');
  });

  it('refuses a code patch the supplement for changes being effected', () => {
    const facts = {
      covered_by_authorised_change_plan: false,
      affects_safety_or_effectiveness: true,
      clinical_data_needed: 'none',
      change_domains: ['software'],
      only_enhances_safety: true,
    };
    expect(decided('US-FDA-PMA-SUPP-2008', facts, 'P6')).toBe('P.a');
  });
});
