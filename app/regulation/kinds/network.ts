import type { ChangeKind } from './change-kind';

export const networkFirewall: ChangeKind = {
  id: 'network_firewall',
  label: 'Firewall outside the device',
  what: 'A firewall, access list or admission control outside the device',
  certain: {
    change_location: 'environment',
    change_domains: ['environment'],
    name_or_identifier_changed: false,
    specification_changed: false,
    solely_restores_specification: false,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'within_network_requirements',
      'network_requirements_known',
      'connection_needed',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: ['instructions_for_use_affected'],
  },
  notImplied: 'That the device needs none of the traffic that is blocked.',
};

export const segmentation: ChangeKind = {
  id: 'segmentation',
  label: 'Network segmentation',
  what: 'A VLAN, subnet or zone drawn around the device',
  certain: {
    change_location: 'environment',
    change_domains: ['environment'],
    name_or_identifier_changed: false,
    specification_changed: false,
    solely_restores_specification: false,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'clinical_safety_officer_involved',
      'segment_holds_single_device_type',
      'within_network_requirements',
      'network_requirements_known',
      'connection_needed',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: ['instructions_for_use_affected'],
  },
  notImplied:
    'That the device needs none of the traffic that is cut, nor that latency, discovery, time and directory services stay.',
};

export const passiveIds: ChangeKind = {
  id: 'passive_ids',
  label: 'Passive monitoring',
  what: 'A tap or mirror port that only listens',
  certain: {
    change_location: 'environment',
    change_domains: ['environment'],
    name_or_identifier_changed: false,
    specification_changed: false,
    solely_restores_specification: false,
    connection_needed: false,
    feature_disabled: false,
    within_network_requirements: true,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: ['is_health_it_system', 'could_change_clinical_risk'],
    manufacturer: [],
  },
  notImplied: 'That altering a switch to create the tap is harmless: plan it like any network change.',
};

export const inlineIps: ChangeKind = {
  id: 'inline_ips',
  label: 'Inline prevention',
  what: 'Inline prevention or virtual patching in the network',
  certain: {
    change_location: 'environment',
    change_domains: ['environment'],
    name_or_identifier_changed: false,
    specification_changed: false,
    solely_restores_specification: false,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'within_network_requirements',
      'network_requirements_known',
      'connection_needed',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: ['instructions_for_use_affected'],
  },
  notImplied: 'That no clinical packet is dropped or delayed (false alarms, failing closed).',
};

export const isolation: ChangeKind = {
  id: 'isolation',
  label: 'Isolation from the network',
  what: 'The device taken off the network, or cut off from parts of it',
  certain: {
    change_location: 'device_connection',
    change_domains: ['environment'],
    name_or_identifier_changed: false,
    specification_changed: false,
    solely_restores_specification: false,
  },
  blocks: [
    { block: 'no-purpose', without: [] },
    { block: 'no-hardware', without: [] },
    { block: 'no-software', without: [] },
    { block: 'plain', without: [] },
  ],
  askFirst: {
    hospital: [
      'connection_needed',
      'disconnected_operation_documented',
      'within_network_requirements',
      'network_requirements_known',
      'is_health_it_system',
      'could_change_clinical_risk',
    ],
    manufacturer: ['instructions_for_use_affected'],
  },
  notImplied:
    'That the purpose works without the link: alarms, orders, results, time, updates. Switching off the radio in the device is hardening.',
};
