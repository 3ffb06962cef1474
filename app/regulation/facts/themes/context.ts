import { facts } from '../fact-type';

/** Context only (never decides a question): 5 facts. */
export const contextFacts = facts('Context only (never decides a question)', {
  change_types: {
    type: 'set',
    values: [
      'patch',
      'firmware_update',
      'software_change',
      'os_version_upgrade',
      'os_change',
      'additional_os_support',
      'hardware_platform_change',
      'hardware_change',
      'ui_change',
      'antivirus_install',
      'config_hardening',
      'port_closure',
      'network_segmentation',
      'network_isolation',
      'network_function_disabled',
      'monitoring',
      'encryption',
      'access_control',
      'session_timeout',
      'credential_rotation',
      'credential_fix',
      'wireless_added',
      'wireless_control',
      'alarm_architecture',
    ],
    meaning: 'Descriptive kind of security change; a change is judged by its facts, never by this name.',
    aliases: ['change_types'],
  },
  us_device_class: {
    type: 'enum',
    values: ['I', 'II', 'III'],
    meaning: 'Device class in the United States.',
    aliases: ['device_class'],
  },
  attack_vector: {
    type: 'enum',
    values: ['network', 'adjacent', 'local', 'physical'],
    meaning: 'Attack vector of the vulnerability as in CVSS.',
  },
  public_exploit: {
    type: 'boolean',
    meaning: 'Exploit code is public or the vulnerability is listed as exploited.',
  },
  malware_present: {
    type: 'boolean',
    meaning: 'Malware is present on the device.',
  },
});
