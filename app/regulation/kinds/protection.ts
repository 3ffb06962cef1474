import type { ChangeKind } from './change-kind';

export const avInstall: ChangeKind = {
  id: 'av_install',
  label: 'Anti-malware, first installation',
  what: 'Anti-malware put on the device for the first time',
  certain: {
    component_change: 'new_security_component',
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    component_already_documented: false,
    component_same_product_line: false,
    solely_restores_specification: false,
    adds_listener_or_privileged_process: true,
    third_party_product_in_release: true,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['ui_change'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'av_forbidden_use_compensation',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'other_impact_on_device',
      'solely_strengthens_cybersecurity',
      'regression_tests_unchanged',
      'device_software_change_needed',
      'alters_alarm_system',
      'ui_change',
      'benefit_risk_worse',
      'remediates_known_vulnerability',
    ],
  },
  notImplied:
    'That function, timing and alarms stay (scan load, quarantine, updates), or that it is permitted: an MDS2 form points to the instructions, it permits nothing.',
};

export const avSignatureUpdate: ChangeKind = {
  id: 'av_signature_update',
  label: 'Anti-malware signatures',
  what: 'New signatures for anti-malware that already belongs to the validated configuration',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    device_software_change_needed: false,
    solely_restores_specification: false,
    component_already_documented: true,
    solely_strengthens_cybersecurity: true,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'could_change_clinical_risk',
    ],
    manufacturer: ['other_impact_on_device', 'benefit_risk_worse'],
  },
  notImplied:
    'That the agent is allowed at all (if not, it is a first installation), or that no clinical file is quarantined.',
};

export const edrAgent: ChangeKind = {
  id: 'edr_agent',
  label: 'Detection or management agent',
  what: 'An endpoint detection or management agent put on the device',
  certain: {
    component_change: 'new_security_component',
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    component_already_documented: false,
    component_same_product_line: false,
    solely_restores_specification: false,
    adds_listener_or_privileged_process: true,
    third_party_product_in_release: true,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['ui_change', 'new_interoperability_channel'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'network_ids_only',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'new_interoperability_channel',
      'other_impact_on_device',
      'solely_strengthens_cybersecurity',
      'regression_tests_unchanged',
      'alters_alarm_system',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    "What anti-malware does not imply either; and nothing about the agent's traffic to its console or its power to stop processes.",
};

export const allowListing: ChangeKind = {
  id: 'allow_listing',
  label: 'Application allow-listing',
  what: 'Only listed applications may run: allow-listing switched on',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    solely_restores_specification: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['component_change', 'ui_change'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'component_change',
      'other_impact_on_device',
      'solely_strengthens_cybersecurity',
      'feature_disabled',
      'alters_alarm_system',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'Whether it is a function of the product (no component changes) or a new agent (a new security component).',
};

export const hostFirewall: ChangeKind = {
  id: 'host_firewall',
  label: 'Firewall on the device',
  what: 'The firewall of the device itself switched on or altered',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    solely_restores_specification: false,
    third_party_product_in_release: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['wireless_change'] },
    { block: 'plain', without: ['host_firewall_only_protection'] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'host_firewall_only_protection',
      'feature_disabled',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'other_impact_on_device',
      'solely_strengthens_cybersecurity',
      'feature_disabled',
      'disabled_feature_interacts',
      'alters_alarm_system',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'That alarm, data and service traffic still flows, or that it suffices alone on a system without patches.',
};

export const encryptionOrAuth: ChangeKind = {
  id: 'encryption_or_auth',
  label: 'Encryption or authentication',
  what: 'Encryption or authentication added to a channel that exists',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    solely_restores_specification: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['component_change', 'infrastructure_change'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'other_impact_on_device',
      'component_change',
      'solely_strengthens_cybersecurity',
      'alters_alarm_system',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    "That timing and behaviour on failure stay as they were. Cryptographic routines are no algorithm of the device's function (our reading).",
};

export const mfaOrLock: ChangeKind = {
  id: 'mfa_or_lock',
  label: 'Second factor, log-off or screen lock',
  what: 'A second factor, automatic log-off or a screen lock added',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    solely_restores_specification: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['ui_change', 'new_feature'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'clinical_workflow_affected',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'ui_change',
      'alters_alarm_system',
      'clinical_workflow_affected',
      'other_impact_on_device',
      'new_or_modified_hazard',
      'benefit_risk_worse',
    ],
  },
  notImplied: 'That the device can be reached in an emergency and that alarms and vital signs stay visible.',
};
