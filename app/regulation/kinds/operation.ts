import type { ChangeKind } from './change-kind';

export const hardening: ChangeKind = {
  id: 'hardening',
  label: 'Hardening of the device',
  what: 'Services, ports, protocols, media or accounts switched off',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    solely_restores_specification: false,
    third_party_product_in_release: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: ['limits_intended_purpose'] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['wireless_change'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'feature_disabled',
      'disabled_feature_interacts',
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'other_impact_on_device',
      'feature_disabled',
      'disabled_feature_interacts',
      'solely_strengthens_cybersecurity',
      'limits_intended_purpose',
      'alters_alarm_system',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'That what is switched off is unused: the name of the measure decides nothing. Switching a radio off as the maker intends is its own service activity.',
};

export const credentialRotation: ChangeKind = {
  id: 'credential_rotation',
  label: 'Passwords and account keys',
  what: 'Passwords, or keys of accounts and roles, changed through a function made for it',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    device_software_change_needed: false,
    solely_restores_specification: false,
    feature_disabled: false,
    third_party_product_in_release: false,
    software_service_activity: 'manage_accounts',
    solely_strengthens_cybersecurity: true,
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
    manufacturer: ['other_impact_on_device'],
  },
  notImplied:
    'That emergency access and the interfaces that use the account keep working. A secret fixed in the code is a patch of the application.',
};

export const certificateRenewal: ChangeKind = {
  id: 'certificate_renewal',
  label: 'Certificate or key renewal',
  what: 'A certificate or key of the device renewed through a function made for it',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    device_software_change_needed: false,
    solely_restores_specification: false,
    feature_disabled: false,
    third_party_product_in_release: false,
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
    manufacturer: ['other_impact_on_device', 'solely_strengthens_cybersecurity'],
  },
  notImplied:
    "That the other side trusts the new certificate. It is not on the published list of servicing activities, so the maker's manual is needed.",
};

export const logging: ChangeKind = {
  id: 'logging',
  label: 'Logging',
  what: 'Logs switched on, or exported',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    solely_restores_specification: false,
    software_service_activity: 'collect_logs',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: ['component_change', 'new_interoperability_channel'] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'new_interoperability_channel',
      'could_change_clinical_risk',
    ],
    manufacturer: ['new_interoperability_channel', 'component_change', 'other_impact_on_device', 'benefit_risk_worse'],
  },
  notImplied: 'That nothing is installed to forward the logs (that would be an agent); nothing about disk and load.',
};

export const remoteAccess: ChangeKind = {
  id: 'remote_access',
  label: 'Remote access',
  what: 'Remote access set up, changed or ended',
  alsoInEnvironment: true,
  certain: {},
  blocks: [
    { block: 'no-purpose', without: ['risk_class_changes'] },
    { block: 'plain', without: ['supplier_remote_access'] },
  ],
  askFirst: {
    hospital: [
      'change_location',
      'supplier_remote_access',
      'remote_access_mfa',
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'within_network_requirements',
      'connection_needed',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'change_location',
      'new_interoperability_channel',
      'wireless_change',
      'alters_control_mechanism',
      'new_or_modified_hazard',
      'other_impact_on_device',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'Where it lands: jump host, gateway and their second factor are environment; an agent, or a service switched on in the device, is device.',
};

export const activeScan: ChangeKind = {
  id: 'active_scan',
  label: 'Active vulnerability scan',
  what: 'The device scanned actively for vulnerabilities',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    solely_restores_specification: false,
    feature_disabled: false,
    third_party_product_in_release: false,
    software_service_activity: 'security_assessment',
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
      'active_scan_allowed',
      'could_change_clinical_risk',
    ],
    manufacturer: [],
  },
  notImplied:
    'That the device survives it in use. It counts as a software change only so that the list of software services is asked (our reading).',
};

export const backupRestore: ChangeKind = {
  id: 'backup_restore',
  label: 'Backup or restore',
  what: 'Software, configuration or data backed up or restored',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    feature_disabled: false,
    software_service_activity: 'backup_or_recovery',
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
    manufacturer: [],
  },
  notImplied: 'That the restore point is the validated version. A backup agent is a new component.',
};
