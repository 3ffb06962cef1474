import { facts } from '../fact-type';

/** Events: 11 facts. */
export const eventsFacts = facts('Events', {
  event_occurred_or_foreseen: {
    type: 'boolean',
    meaning: 'An event has happened, or tests or information show something that could lead to one.',
  },
  device_contribution: {
    type: 'enum',
    values: ['suspected', 'excluded', 'undetermined'],
    meaning:
      'Whether the device (malfunction, deterioration, inadequate information, security failure) is a suspected contributory cause; undetermined = assessment cannot tell.',
  },
  device_malfunction: {
    type: 'boolean',
    meaning:
      'The event is a malfunction, deterioration, ergonomic use error, wrong information or undesirable effect of a supplied device.',
  },
  event_could_cause_serious_harm: {
    type: 'boolean',
    meaning:
      'The event led, might have led or might lead, directly or indirectly, to death, serious deterioration of health or a serious public health threat.',
    aliases: ['serious_incident_occurred'],
    derive: [
      {
        value: true,
        when: 'patient_safety_impact in {indirect_unavailability, direct_loss_of_therapy, wrong_therapy_or_data}',
      },
    ],
  },
  serious_public_health_threat: {
    type: 'boolean',
    meaning: 'The event is a serious public health threat.',
  },
  death_occurred: {
    type: 'boolean',
    meaning: 'The event led to a death.',
    aliases: ['death'],
  },
  unanticipated_serious_deterioration: {
    type: 'boolean',
    meaning: 'The event led to a serious deterioration of health of a kind not anticipated in the risk file.',
  },
  harm_averted_by_intervention: {
    type: 'boolean',
    meaning: 'Harm was avoided only because a user, patient or carer intervened.',
  },
  incident_increase_significant: {
    type: 'boolean',
    meaning: 'Lesser incidents show a statistically significant increase.',
  },
  patient_safety_impact: {
    type: 'enum',
    values: ['none', 'indirect_unavailability', 'direct_loss_of_therapy', 'wrong_therapy_or_data'],
    meaning:
      'Effect of a security event on patients: indirect_unavailability = the device cannot be used because of an attack.',
  },
  awareness_date: {
    type: 'date',
    meaning: 'Date on which the manufacturer became aware (of the event or vulnerability); starts the clocks.',
  },
});
