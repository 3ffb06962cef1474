import { facts } from '../fact-type';

/** Intended purpose and information supplied: 14 facts. */
export const purposeFacts = facts('Intended purpose and information supplied', {
  limits_intended_purpose: {
    type: 'boolean',
    meaning: 'The intended purpose is only narrowed.',
  },
  extends_intended_purpose: {
    type: 'boolean',
    meaning:
      'The intended purpose is extended, by whatever text: an indication, condition or use, or what, on what or in whom it measures, is added.',
  },
  new_user_or_patient_population: {
    type: 'boolean',
    meaning: 'A group of users or patients is added.',
  },
  new_clinical_application: {
    type: 'boolean',
    meaning: 'A new way of clinical application is added (stage or severity, site, delivery or deployment).',
  },
  indications_statement_changed: {
    type: 'boolean',
    meaning: 'The indications-for-use statement changes.',
    aliases: ['indications_changed'],
  },
  single_use_to_reusable: {
    type: 'boolean',
    meaning: 'A single-use device becomes reusable.',
  },
  prescription_to_otc: {
    type: 'boolean',
    meaning: 'A prescription device becomes available over the counter.',
  },
  contraindication_added: {
    type: 'boolean',
    meaning: 'A contraindication is added.',
  },
  contraindication_removed: {
    type: 'boolean',
    meaning: 'A contraindication is deleted.',
  },
  warnings_or_precautions_changed: {
    type: 'boolean',
    meaning: 'Warnings or precautions are added, deleted or reworded.',
  },
  warning_removed: {
    type: 'boolean',
    meaning: 'A warning is deleted.',
  },
  instructions_for_use_affected: {
    type: 'boolean',
    meaning:
      'Directions for use or conditions prescribed for use, including minimum IT requirements, change in a way that the user must act on.',
  },
  editorial_only: {
    type: 'boolean',
    meaning:
      'The change of information is purely editorial (spelling, wording, readability, layout, artwork) and required information stays.',
  },
  clarification_only: {
    type: 'boolean',
    meaning: 'The change of information only clarifies what was already approved.',
  },
});
