/** Which printed rule of the United States documents decides; their worked examples stand in ../../examples/us.ts. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../assess';
import { parseDossier } from '../../dossier';
import type { Finding } from '../../result';
import type { FactValue } from '../../vocabulary';

function findingOf(dossier: unknown): Finding | undefined {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return assess(parsed.dossier, '2026-11-23').findings[0];
}

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

  it('asks for a report where one of the four conditions on an uncontrolled risk is missing', () => {
    const facts = {
      applies_to_supplied_units: true,
      remediates_known_vulnerability: true,
      safety_or_essential_performance_affected: true,
      residual_patient_harm_risk_acceptable: false,
      already_reported_to_fda: false,
      known_serious_adverse_event: false,
      customer_communication_within_30d: true,
      fix_within_60d: true,
    };
    expect(decided('US-CFR-806', { ...facts, isao_active_member: true }, 'F6')).toBe('UR2');
    expect(decided('US-CFR-806', { ...facts, isao_active_member: false }, 'F6')).toBe('UR2 (4)');
    expect(decided('US-CFR-806', { ...facts, fix_within_60d: false }, 'F6')).toBe('UR2 (3)');
    expect(decided('US-CFR-806', { ...facts, known_serious_adverse_event: true }, 'F6')).toBe('UR2 (1)');
  });
});
