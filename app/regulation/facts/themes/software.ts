import { facts } from '../fact-type';

/** Software: 26 facts. */
export const softwareFacts = facts('Software', {
  os_change: {
    type: 'enum',
    values: ['none', 'patch', 'same_family_version', 'different_family', 'additional_family'],
    meaning:
      'Largest change of the operating system under the device software; additional_family = support for a further operating system beside the present one.',
    aliases: ['os_family_changed', 'os_version_upgrade', 'additional_os_support'],
  },
  os_is_standard_third_party: {
    type: 'boolean',
    meaning: 'The operating system is a standard third-party product, not an own or custom build.',
  },
  device_software_change_needed: {
    type: 'boolean',
    meaning:
      'The device software, or its interface to the changed component, has to be modified for the new operating system or component.',
  },
  component_change: {
    type: 'enum',
    values: ['none', 'minor', 'major', 'new', 'new_security_component'],
    meaning:
      'Largest change of a software component other than the operating system (library, runtime, database engine, driver, agent).',
  },
  component_same_product_line: {
    type: 'boolean',
    meaning:
      'The changed component is from the same supplier and product, in the same major version line or stated as drop-in compatible.',
  },
  component_already_documented: {
    type: 'boolean',
    meaning: 'The component is already listed in the technical documentation or software bill of materials.',
  },
  adds_listener_or_privileged_process: {
    type: 'boolean',
    meaning: 'The change adds a network listener or a privileged process that acts on clinical data paths.',
  },
  regression_tests_unchanged: {
    type: 'boolean',
    meaning: 'Regression tests show unchanged timing, resource use and results within the specification.',
  },
  hardware_platform_changed: {
    type: 'boolean',
    meaning: 'The computing or hardware platform on which the software runs is exchanged or extended.',
  },
  architecture_change: {
    type: 'enum',
    values: ['none', 'minor', 'major'],
    meaning: 'Change of the overall software structure.',
  },
  infrastructure_change: {
    type: 'enum',
    values: ['none', 'minor', 'major'],
    meaning: 'Change of software support systems (compiler, language, drivers, libraries) judged by complexity.',
  },
  code_restructuring: {
    type: 'enum',
    values: ['none', 'minor', 'major'],
    meaning: 'Refactoring (minor) or re-engineering (major) without a functional purpose.',
  },
  database_structure_changed: {
    type: 'boolean',
    meaning: 'The structure of a database of the device changes.',
  },
  algorithm_changed: {
    type: 'boolean',
    meaning: 'Any algorithm of the device is new or modified.',
    derive: [{ value: true, when: 'core_algorithm_changed' }],
  },
  core_algorithm_changed: {
    type: 'boolean',
    meaning:
      'An algorithm that contributes directly to the intended use (for example alarm, control, measurement, diagnosis) is new, modified or rewritten.',
  },
  affects_device_control: {
    type: 'boolean',
    meaning: 'The changed algorithm or software takes part in controlling the device.',
  },
  may_alter_diagnosis_or_therapy: {
    type: 'boolean',
    meaning: 'Because of the change a diagnosis or a treatment may come out differently.',
  },
  user_input_replaced_by_closed_loop: {
    type: 'boolean',
    meaning: 'An input that a user had to give is replaced by closed-loop control.',
  },
  ui_change: {
    type: 'enum',
    values: ['none', 'appearance_only', 'enhancement_without_performance_change', 'new_interface'],
    meaning:
      'Change of the user interface: appearance_only = look only, without loss of usability or added function; enhancement_without_performance_change = more convenient use of what exists; new_interface = another way of operating the device.',
    aliases: ['usability_worse', 'adds_function', 'user_interface_changed'],
  },
  new_feature: {
    type: 'enum',
    values: ['none', 'non_medical', 'medical'],
    meaning:
      'Function added: non_medical = neither diagnostic nor therapeutic (print, report, language), medical = may change diagnosis or therapy.',
    aliases: ['new_function'],
  },
  new_interoperability_channel: {
    type: 'boolean',
    meaning:
      'A new channel of data exchange with another device or system is added; securing or filtering an existing one is not.',
    aliases: ['interoperability'],
  },
  wireless_change: {
    type: 'enum',
    values: ['none', 'other_change', 'introduced', 'introduced_for_control'],
    meaning: 'Change of wireless communication; introduced_for_control = wireless is newly used to control the device.',
    aliases: ['wireless_added', 'wireless_control'],
  },
  new_data_presentation: {
    type: 'boolean',
    meaning:
      'Medical data appear in a format, dimension or unit, or through a presentation, that is new for this device.',
  },
  changes_interpretation_of_data: {
    type: 'boolean',
    meaning: "Users read or interpret the device's data differently than before.",
  },
  software_service_activity: {
    type: 'enum',
    values: [
      'hardware_diagnostics',
      'security_assessment',
      'reinstall_manufacturer_software',
      'revert_configuration',
      'toggle_connectivity_as_intended',
      'backup_or_recovery',
      'software_inventory',
      'collect_logs',
      'manage_accounts',
      'access_repair_information',
      'other',
    ],
    meaning: 'Kind of software servicing activity on an installed unit; other = none of the listed ones.',
  },
  third_party_product_in_release: {
    type: 'boolean',
    meaning: 'The release contains a third-party product.',
    aliases: ['ots_component'],
  },
});
