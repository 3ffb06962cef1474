import { facts } from '../fact-type';

/** Actor, permission, timing: 17 facts. */
export const actorFacts = facts('Actor, permission, timing', {
  actor: {
    type: 'enum',
    values: [
      'manufacturer',
      'manufacturer_agent',
      'health_institution',
      'servicing_entity',
      'integrator',
      'importer_or_distributor',
      'other',
    ],
    meaning:
      "Who carries out the change; manufacturer_agent acts on the manufacturer's behalf or instruction, health_institution covers hospitals, responsible organisations and their users.",
    aliases: ['actor (third_party, hospital)'],
  },
  change_status: {
    type: 'enum',
    values: ['proposed', 'decided', 'implemented'],
    meaning:
      'How far the change is: proposed = still open, decided = will be made whatever the answer, implemented = already made.',
  },
  change_location: {
    type: 'enum',
    values: ['device', 'device_connection', 'environment'],
    meaning:
      'Where the change lands: device = hardware, operating system, software, accounts or settings of the device; device_connection = only linking the device to, or cutting it from, a network; environment = IT or network assets that the device manufacturer did not supply; device wins if there are several.',
    aliases: ['asset', 'control_external_to_device (true = device_connection or environment)'],
  },
  covered_by_manufacturer_instructions: {
    type: 'boolean',
    meaning:
      "The manufacturer's published instructions for this model and version (instructions for use, service manual, security guide, release note) describe this change as a task of the actor.",
    aliases: ['covered_by_manufacturer_published_guidance'],
  },
  done_as_instructed: {
    type: 'boolean',
    meaning:
      'The change is carried out exactly as those instructions or the permission say, including software source, settings, order, checks, record and training.',
  },
  manufacturer_authorised: {
    type: 'boolean',
    meaning:
      'The manufacturer has explicitly authorised this change, for this model and version, in a document that the actor holds.',
    aliases: ['oem_authorized', 'manufacturer_validated'],
  },
  manufacturer_will_authorise: {
    type: 'boolean',
    meaning:
      'The manufacturer has been asked and states that it will give written approval for, or validate, this change.',
  },
  manufacturer_makes_change: {
    type: 'boolean',
    meaning: 'The manufacturer or its authorised service makes the change on the installed unit.',
    derive: [
      { value: true, when: 'actor in {manufacturer, manufacturer_agent}' },
      { value: false, when: 'actor in {health_institution, integrator, importer_or_distributor, other}' },
    ],
  },
  serious_harm_likely_before_answer: {
    type: 'boolean',
    meaning: 'Serious harm to patients or loss of an essential service is likely before the manufacturer can answer.',
  },
  network_requirements_known: {
    type: 'boolean',
    meaning: "The manufacturer's minimum requirements for hardware, network and IT security are known to the actor.",
    derive: [{ value: true, when: 'within_network_requirements' }],
  },
  within_network_requirements: {
    type: 'boolean',
    meaning:
      'After the change every stated network and IT requirement of the manufacturer (ports, peers, latency, bandwidth, name, time and directory services) is still met.',
  },
  connection_needed: {
    type: 'boolean',
    meaning:
      'A function of the intended purpose, an alarm path, remote service or the update path needs a link or traffic that the change cuts or blocks; filtering that lets all of that traffic through does not count.',
    aliases: ['intended_use_needs_connection', 'works_without_network (inverse)'],
  },
  disconnected_operation_documented: {
    type: 'boolean',
    meaning:
      'The manufacturer documents operation in the state that results (stand-alone, degraded or with listed flows only).',
  },
  risk_treatable_outside_device: {
    type: 'boolean',
    meaning: 'The same risk can be brought to an acceptable level by measures outside the device.',
  },
  used_outside_instructions: {
    type: 'boolean',
    meaning: "The device is used, or adapted to be used, in another way than the manufacturer's instructions describe.",
  },
  transferred_to_other_legal_entity: {
    type: 'boolean',
    meaning:
      'The unit is, or is meant to be, sold, lent or otherwise passed to a legal entity other than the one that made or modified it.',
  },
  under_contract_terms: {
    type: 'boolean',
    meaning: 'The unit is under lease, managed service or warranty terms that restrict changes.',
  },
});
