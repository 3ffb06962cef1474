/**
 * Published worked examples and printed figures of the British documents: outcome and path as the document gives them.
 */
import { describe, expect, it } from 'vitest';
import { findingOf, judge } from '../../testing';
import type { FactValue } from '../../vocabulary';

interface Example {
  what: string;
  citation: string;
  instrument: string;
  facts: Record<string, FactValue>;
  outcome: string;
  path: string[];
}

const SERIOUS = { made_in_house: false, investigational_or_exceptional_use: false, event_occurred_or_foreseen: true };
const SYSTEM = { is_health_it_system: true, deployed_system_changed: true, could_change_clinical_risk: true };

const EXAMPLES: readonly Example[] = [
  {
    what: 'a device made by a hospital is passed to an external body on the same site',
    citation: 'MHRA, health institution exemption, illustrative examples, general device row 1',
    instrument: 'UK-HIE',
    facts: {
      actor: 'health_institution',
      maker_is_health_institution: true,
      used_only_on_own_premises: true,
      transferred_to_other_legal_entity: true,
      gb_marking: 'none',
    },
    outcome: 'O-FULLMFR',
    path: ['UK-E1:yes', 'UK-E2:yes', 'UK-E3:no'],
  },
  {
    what: 'a gym adapts a device for its members',
    citation: 'MHRA news of 17 December 2025: gyms, spas and fitness centres are no health institutions',
    instrument: 'UK-HIE',
    facts: { maker_is_health_institution: false },
    outcome: 'O-FULLMFR',
    path: ['UK-E1:no'],
  },
  {
    what: 'a device is adapted to new needs without the approval of its manufacturer',
    citation: 'MHRA, off-label use of a medical device',
    instrument: 'UK-OFFLABEL',
    facts: { used_outside_instructions: true, manufacturer_authorised: false },
    outcome: 'O-USERMOD',
    path: ['UK-O1:yes', 'UK-O2:yes'],
  },
  {
    what: 'harm was avoided only because a carer stepped in',
    citation: 'MHRA, examples of reportable incidents, rationale',
    instrument: 'UK-MDR-P4A',
    facts: { ...SERIOUS, harm_averted_by_intervention: true, device_contribution: 'suspected' },
    outcome: 'V-REPORT',
    path: ['UK-V8:yes'],
  },
  {
    what: 'the assessment cannot tell whether the device contributed: reported all the same',
    citation: 'MHRA, examples of reportable incidents, rationale',
    instrument: 'UK-MDR-P4A',
    facts: { ...SERIOUS, harm_averted_by_intervention: false, device_contribution: 'undetermined' },
    outcome: 'V-REPORT',
    path: ['UK-V7:yes'],
  },
  {
    what: 'a death: ten days',
    citation: 'MHRA, vigilance reporting requirements',
    instrument: 'UK-MDR-P4A-TIME',
    facts: { serious_public_health_threat: false, death_occurred: true },
    outcome: 'V-10-DAYS',
    path: ['UK-V4:no', 'UK-V5:yes'],
  },
  {
    what: 'a modification of a deployed system that changes clinical risk',
    citation: 'DCB0129 7.3.3',
    instrument: 'DCB0129',
    facts: { ...SYSTEM, clinical_risk_changed: true },
    outcome: 'DCB-NEW-REPORT',
    path: ['NHS-C1:yes', 'NHS-C2:yes', 'NHS-C4:yes', 'NHS-C7:yes'],
  },
  {
    what: 'likelihood medium and severity catastrophic score 4: unacceptable',
    citation: 'DCB0129 risk matrix in NHS practice',
    instrument: 'DCB0160',
    facts: { ...SYSTEM, clinical_likelihood: 'medium', clinical_severity: 'catastrophic' },
    outcome: 'DCB-UNACCEPTABLE',
    path: ['NHS-C1:yes', 'NHS-C2:yes', 'NHS-C4:yes', 'NHS-C5:yes'],
  },
  {
    what: 'a high-severity alert two days old without a response',
    citation: 'NHS cyber alert service, guidance',
    instrument: 'NHS-ALERT',
    facts: { alert_high_severity: true, hours_since_alert: 48, alert_response_recorded: false },
    outcome: 'ALERT-OVERDUE',
    path: ['NHS-A1:yes', 'NHS-A2:yes'],
  },
  {
    what: 'affected medical devices that cannot be patched yet',
    citation: 'DSPT guide 6.3.2',
    instrument: 'NHS-ALERT',
    facts: {
      alert_high_severity: true,
      hours_since_alert: 20,
      alert_response_recorded: true,
      alert_applies: true,
      patch_available_from_manufacturer: false,
    },
    outcome: 'ALERT-EXTENDED',
    path: ['NHS-A1:yes', 'NHS-A2:no', 'NHS-A4:yes', 'NHS-A5:yes'],
  },
  {
    what: 'a software firewall on an unpatched system as the only protection',
    citation: 'NHS connected medical devices guidance 4.2',
    instrument: 'NHS-CMD',
    facts: { supplier_remote_access: 'none', host_firewall_only_protection: true },
    outcome: 'CMD-INSUFFICIENT',
    path: ['NHS-D11:no', 'NHS-D9:yes'],
  },
  {
    what: 'directive CE device with a valid certificate supplied on the last day of its acceptance',
    citation: 'UK MDR 2002 reg 1ZA(1)',
    instrument: 'GB-CE',
    facts: {
      used_in_northern_ireland: false,
      made_in_house: false,
      gb_marking: 'ce_mdd',
      certificate_valid: true,
      supply_date: '2028-06-30',
      legacy_significant_change_made: false,
    },
    outcome: 'GB-CE-2028',
    path: ['UK-M1:no', 'UK-M2:no', 'UK-M3:no', 'UK-M4:no', 'UK-M5:yes', 'UK-L3:no'],
  },
  {
    what: 'a change inside the device without the manufacturer, its instructions or its permission',
    citation: 'IEC 80001-1:2010 4.4.4.3, as quoted in IMDRF N60 6.4.2',
    instrument: 'IEC-80001-1',
    facts: {
      change_location: 'device',
      manufacturer_makes_change: false,
      covered_by_manufacturer_instructions: false,
      manufacturer_authorised: false,
    },
    outcome: 'NOT-RECOMMENDED',
    path: ['4.4.4.3:yes'],
  },
];

describe('what the British documents print', () => {
  it.each(EXAMPLES.map((one) => [`${one.instrument}: ${one.what} (${one.citation})`, one] as const))('%s', (_, one) => {
    const finding = findingOf(judge({ instruments: [one.instrument], facts: one.facts }), one.instrument);
    expect(finding?.outcome).toBe(one.outcome);
    expect(finding?.path).toEqual(one.path);
  });
});
