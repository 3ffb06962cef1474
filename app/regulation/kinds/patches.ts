import type { ChangeKind } from './change-kind';

export const osPatch: ChangeKind = {
  id: 'os_patch',
  label: 'Operating-system security patch',
  what: 'A security patch of the operating-system release that is installed',
  certain: {
    os_change: 'patch',
    infrastructure_change: 'minor',
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    device_software_change_needed: false,
    alters_alarm_system: false,
    third_party_product_in_release: true,
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
      'risk_treatable_outside_device',
      'manufacturer_will_authorise',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'solely_strengthens_cybersecurity',
      'other_impact_on_device',
      'remediates_known_vulnerability',
      'residual_patient_harm_risk_acceptable',
      'applies_to_supplied_units',
      'reduces_risk_of_serious_incident',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'That it is only security (a roll-up is not), that nothing else is affected, that the maker allows it, or that the operating system is a standard product: the register says that.',
};

export const appPatch: ChangeKind = {
  id: 'app_patch',
  label: 'Application security patch',
  what: "A security patch of the device's own application",
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    os_change: 'none',
    new_feature: 'none',
    wireless_change: 'none',
    user_input_replaced_by_closed_loop: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
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
      'solely_strengthens_cybersecurity',
      'other_impact_on_device',
      'algorithm_changed',
      'ui_change',
      'alters_alarm_system',
      'component_change',
      'database_structure_changed',
      'architecture_change',
      'new_interoperability_channel',
      'remediates_known_vulnerability',
      'residual_patient_harm_risk_acceptable',
      'applies_to_supplied_units',
      'reduces_risk_of_serious_incident',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'That algorithm, interface, alarms or database stay as they were. A feature or an unrelated fix in the same release makes it a release with a new function.',
};

export const firmwareUpdate: ChangeKind = {
  id: 'firmware_update',
  label: 'Firmware, BIOS or driver update',
  what: 'A security update of firmware, BIOS or a driver',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    os_change: 'none',
    new_feature: 'none',
    user_input_replaced_by_closed_loop: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    {
      block: 'no-hardware',
      without: ['hardware_platform_changed', 'part_dimension_or_performance_changed', 'alters_control_mechanism'],
    },
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
      'solely_strengthens_cybersecurity',
      'other_impact_on_device',
      'alters_control_mechanism',
      'algorithm_changed',
      'alters_alarm_system',
      'component_change',
      'infrastructure_change',
      'wireless_change',
      'remediates_known_vulnerability',
      'residual_patient_harm_risk_acceptable',
      'applies_to_supplied_units',
      'reduces_risk_of_serious_incident',
      'benefit_risk_worse',
    ],
  },
  notImplied: 'That control, timing, radio or alarms stay as they were.',
};

export const featureUpdate: ChangeKind = {
  id: 'feature_update',
  label: 'Release with a new function',
  what: 'A release that brings a function or an unrelated fix beside its security part',
  certain: {
    change_location: 'device',
    solely_strengthens_cybersecurity: false,
    solely_restores_specification: false,
    software_service_activity: 'other',
  },
  blocks: [{ block: 'plain', without: [] }],
  assumed: {
    change_domains: ['software'],
  },
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'could_change_clinical_risk',
    ],
    manufacturer: [
      'change_domains',
      'new_feature',
      'extends_intended_purpose',
      'ui_change',
      'algorithm_changed',
      'new_or_modified_hazard',
      'risk_control_changed',
      'could_significantly_affect_clinical_performance',
      'os_change',
      'component_change',
      'benefit_risk_worse',
    ],
  },
  notImplied: 'Anything else: split the release and judge each part; the strictest result counts.',
};

export const osUpgrade: ChangeKind = {
  id: 'os_upgrade',
  label: 'Operating-system upgrade',
  what: 'A newer version of the same operating-system family',
  alsoInEnvironment: true,
  certain: {
    os_change: 'same_family_version',
    change_location: 'device',
    change_domains: ['software'],
    name_or_identifier_changed: false,
    third_party_product_in_release: true,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    {
      block: 'no-software',
      without: ['component_change', 'architecture_change', 'infrastructure_change', 'ui_change'],
    },
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
      'device_software_change_needed',
      'component_change',
      'other_impact_on_device',
      'solely_strengthens_cybersecurity',
      'architecture_change',
      'alters_alarm_system',
      'new_or_modified_hazard',
      'risk_control_changed',
      'could_significantly_affect_clinical_performance',
      'benefit_risk_worse',
    ],
  },
  notImplied:
    'That the device software, drivers and other components stay as they are; "no other impact" needs evidence. Where the device is software on the hospital\'s own computer, the change lands in the environment.',
};

export const osReplacement: ChangeKind = {
  id: 'os_replacement',
  label: 'Another operating system',
  what: "Another operating system, or the hospital's own build of one",
  certain: {
    change_location: 'device',
    os_change: 'different_family',
    other_impact_on_device: true,
    solely_restores_specification: false,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'plain', without: ['amounts_to_making_own_device'] },
  ],
  assumed: {
    change_domains: ['software'],
  },
  askFirst: {
    hospital: [
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'done_as_instructed',
      'alters_clinical_or_essential_function',
      'amounts_to_making_own_device',
    ],
    manufacturer: [
      'change_domains',
      'architecture_change',
      'component_change',
      'new_or_modified_hazard',
      'risk_control_changed',
      'could_significantly_affect_clinical_performance',
    ],
  },
  notImplied: 'Anything in its favour: without the maker nobody may do it.',
};

export const componentUpdate: ChangeKind = {
  id: 'component_update',
  label: 'Third-party component',
  what: 'A third-party component in the device (database, runtime, library) exchanged or updated',
  certain: {
    change_location: 'device',
    change_domains: ['software'],
    os_change: 'none',
    new_feature: 'none',
    wireless_change: 'none',
    user_input_replaced_by_closed_loop: false,
    new_data_presentation: false,
    third_party_product_in_release: true,
    software_service_activity: 'other',
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
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
      'component_same_product_line',
      'device_software_change_needed',
      'regression_tests_unchanged',
      'database_structure_changed',
      'solely_strengthens_cybersecurity',
      'other_impact_on_device',
      'benefit_risk_worse',
    ],
  },
  notImplied: 'That the change is minor: the five checks CM-1 to CM-5 say that.',
};
