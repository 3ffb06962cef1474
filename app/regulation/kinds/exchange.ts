import type { ChangeKind } from './change-kind';

export const reimage: ChangeKind = {
  id: 'reimage',
  label: "Reinstallation of the maker's software",
  what: "The maker's released software installed again, for instance after an infection",
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    specification_changed: false,
    solely_strengthens_cybersecurity: false,
    feature_disabled: false,
    software_service_activity: 'reinstall_manufacturer_software',
    solely_restores_specification: true,
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
  notImplied: "That image, version and configuration are the maker's for this unit.",
};

export const rollback: ChangeKind = {
  id: 'rollback',
  label: 'Return to an earlier configuration',
  what: 'The device returned to an earlier configuration',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    alters_alarm_system: false,
    solely_strengthens_cybersecurity: false,
    software_service_activity: 'revert_configuration',
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
      'remediates_known_vulnerability',
      'could_change_clinical_risk',
    ],
    manufacturer: ['solely_restores_specification', 'other_impact_on_device'],
  },
  notImplied: 'That the earlier state is still supported; it may open a vulnerability again.',
};

export const hardwareSwap: ChangeKind = {
  id: 'hardware_swap',
  label: 'Exchange of hardware',
  what: 'A part, drive, interface or computer of the device exchanged',
  certain: {
    change_location: 'device',
    part_replaced: true,
    new_feature: 'none',
    user_input_replaced_by_closed_loop: false,
    solely_strengthens_cybersecurity: false,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'plain', without: [] },
  ],
  assumed: {
    change_domains: ['design'],
    os_change: 'none',
    component_change: 'none',
  },
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'within_manufacturer_specification',
      'replacement_has_same_function',
      'tissue_contact_part',
      'new_or_modified_risk',
      'hardware_platform_changed',
    ],
    manufacturer: [
      'change_domains',
      'hardware_platform_changed',
      'replacement_has_same_function',
      'alters_energy_source',
      'alters_control_mechanism',
      'os_change',
      'component_change',
      'risk_significantly_changed',
      'verification_unexpected_results',
    ],
  },
  notImplied:
    'That only design changes: this holds where a part of the same function is exchanged, with the driver it needs. Where image or operating system change too, software changes as well.',
};

export const virtualisation: ChangeKind = {
  id: 'virtualisation',
  label: 'Move to another host or the cloud',
  what: 'The device software moved to a virtual machine, another host or a cloud',
  alsoInEnvironment: true,
  certain: {
    hardware_platform_changed: true,
    other_impact_on_device: true,
    user_input_replaced_by_closed_loop: false,
    solely_strengthens_cybersecurity: false,
    solely_restores_specification: false,
    new_feature: 'none',
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'change_location',
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'within_network_requirements',
      'network_requirements_known',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'change_domains',
      'architecture_change',
      'os_change',
      'component_change',
      'new_or_modified_hazard',
      'risk_control_changed',
      'could_significantly_affect_clinical_performance',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    "Whose platform it is: supplied or named by the maker is device; the hospital's own computer under a software-only device is environment.",
};

export const securityNotice: ChangeKind = {
  id: 'security_notice',
  label: 'Security notice of the maker',
  what: "The maker's warning, hardening guide or notice; the device stays as it is",
  onlyBy: 'manufacturer',
  certain: {
    change_location: 'device',
    change_domains: ['labelling'],
    single_use_to_reusable: false,
  },
  blocks: [
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [],
    manufacturer: [
      'warnings_or_precautions_changed',
      'instructions_for_use_affected',
      'editorial_only',
      'indications_statement_changed',
      'contraindication_added',
      'risk_significantly_changed',
      'reduces_risk_of_serious_incident',
      'applies_to_supplied_units',
      'intended_as_significant_improvement',
    ],
  },
  notImplied: 'That it is no field action: a notice can be a correction or a field safety notice.',
};

export const decommission: ChangeKind = {
  id: 'decommission',
  label: 'Decommissioning',
  what: 'The unit withdrawn and its data wiped',
  certain: {
    change_location: 'device_connection',
    change_domains: ['environment'],
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: ['transferred_to_other_legal_entity', 'is_health_it_system', 'could_change_clinical_risk'],
    manufacturer: [],
  },
  notImplied: 'That the data are gone, or that nobody else gets the unit. No certificate is touched.',
};
