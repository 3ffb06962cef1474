/** Worked examples that the international documents print themselves, and the verdicts that stand in their tables. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../assess';
import { parseDossier } from '../../dossier';
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

const EXAMPLES: readonly Example[] = [
  {
    id: 'N60-03',
    what: 'open, unused ports through which firmware could be loaded; risk to patients unacceptable though nothing happened',
    citation: 'IMDRF N60 6.4.3, table 3, row 3',
    instrument: 'N60',
    facts: {
      actor: 'manufacturer',
      remediates_known_vulnerability: true,
      residual_patient_harm_risk_acceptable: false,
      known_serious_adverse_event: false,
      change_types: ['port_closure'],
    },
    outcome: 'N60-HIGH',
    path: ['IM-U1:no', 'IM-U2:yes', 'IM-U3:no'],
  },
  {
    id: 'SG-4',
    what: 'an alarm added or removed so that the response of treatment changes',
    citation: 'HSA GN-21, flowchart on software changes (second-hand)',
    instrument: 'SG-GN21',
    facts: {
      actor: 'manufacturer',
      change_domains: ['software'],
      affects_device_control: false,
      algorithm_changed: false,
      new_feature: 'none',
      alters_alarm_system: true,
      may_alter_diagnosis_or_therapy: true,
    },
    outcome: 'SG-SIG',
    path: ['SG-1:no', 'SG-2:no', 'SG-3:no', 'SG-4:yes'],
  },
  {
    id: 'CN-3',
    what: 'a patch that affects neither safety nor effectiveness',
    citation: 'NMPA cybersecurity guideline (2022), major and minor updates (second-hand)',
    instrument: 'CN-CYBER',
    facts: {
      actor: 'manufacturer',
      change_domains: ['software'],
      cn_device_class: 'II',
      connectable_to_network: true,
      affects_safety_or_effectiveness: false,
    },
    outcome: 'CN-MINOR',
    path: ['CN-1:yes', 'CN-2:no'],
  },
  {
    id: 'AU-R3a',
    what: 'only the sponsor changes: no new application, the entries are updated',
    citation: 'Therapeutic Goods Regulations 1990 reg 10F',
    instrument: 'AU-ARTG',
    facts: {
      actor: 'importer_or_distributor',
      change_domains: ['organisation'],
      register_entry_wrong: false,
      risk_class_changes: false,
      legal_manufacturer_changes: false,
      sponsor_or_kind_changes: true,
    },
    outcome: 'AU-VARY',
    path: ['AU-R1:no', 'AU-R3:no', 'AU-R2:yes'],
  },
  {
    id: 'CA-minor',
    what: "the manufacturer's own new facility, label and specifications unchanged",
    citation: 'Health Canada significant change guidance (2026), process and procedures',
    instrument: 'CA-SIGCHANGE',
    facts: { actor: 'manufacturer', ca_device_class: 'III', own_facility_added_same_specifications: true },
    outcome: 'CA-MINOR',
    path: ['CA-MIN:yes'],
  },
];

describe('examples and verdicts of the international documents', () => {
  it.each(EXAMPLES)('$id: $what ($citation)', ({ id, instrument, facts, outcome, path }) => {
    const parsed = parseDossier({ dossier: 1, id, instruments: [instrument], facts });
    if (!parsed.ok) throw new Error(parsed.refusal.error.message);
    const [finding] = assess(parsed.dossier, '2026-11-23').findings;
    expect(finding).toMatchObject({ instrument, outcome, outcomes: [outcome], path });
  });
});
