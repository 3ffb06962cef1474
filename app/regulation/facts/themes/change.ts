import { facts } from '../fact-type';

/** What the change touches: 12 facts. */
export const changeFacts = facts('What the change touches', {
  change_domains: {
    type: 'set',
    values: [
      'software',
      'design',
      'labelling',
      'intended_purpose',
      'material',
      'sterilisation',
      'packaging',
      'supplier',
      'production',
      'organisation',
      'quality_system',
      'environment',
    ],
    meaning:
      'Complete list of what the change alters: design = engineering, hardware, electronics, alarms, controls, and driver adaptation that only lets an exchanged part of the same function work; packaging includes shelf life and sterile barrier; sterilisation includes cleaning and reprocessing; environment = outside the device.',
    aliases: [
      'change_domain',
      'concerns_design (any of design software material sterilisation packaging)',
      'concerns_intended_purpose',
      'organisational_or_production_only',
      'labeling_change',
      'design_change',
      'material_changed',
    ],
  },
  applies_to_supplied_units: {
    type: 'boolean',
    meaning:
      'The change or action concerns units already supplied to users: they are repaired, modified, adjusted, relabelled, inspected or removed.',
    aliases: ['field_action', 'device_made_available'],
  },
  specification_changed: {
    type: 'boolean',
    meaning:
      'An approved requirement or specification of the device, or of the part concerned, is altered; also true when an original requirement was wrong and is rewritten.',
    aliases: ['spec_changed', 'requirement_was_wrong', 'specification_unchanged (inverse)'],
  },
  risk_class_changes: {
    type: 'boolean',
    meaning: 'The change moves the device into another risk class.',
  },
  name_or_identifier_changed: {
    type: 'boolean',
    meaning:
      'The name of the device or manufacturer, the model or catalogue identifier, or another detail of the market register entry changes.',
  },
  legal_manufacturer_changes: {
    type: 'boolean',
    meaning: 'The device passes to another legal manufacturer than the one certified or registered.',
  },
  feature_disabled: {
    type: 'boolean',
    meaning: 'An existing function is switched off or removed.',
    aliases: ['function_removed'],
  },
  disabled_feature_interacts: {
    type: 'boolean',
    meaning: 'Another function depends on the function that is switched off or removed.',
  },
  clinical_workflow_affected: {
    type: 'boolean',
    meaning: 'The change alters the clinical workflow.',
  },
  significantly_affects_use: {
    type: 'boolean',
    meaning: 'The change significantly affects how, by whom or where the device is used.',
  },
  alters_clinical_or_essential_function: {
    type: 'boolean',
    meaning:
      'The change would alter intended purpose, clinical performance, an essential function, alarms, dose or measurement, or parts that touch the patient.',
  },
  sum_of_changes_significant: {
    type: 'boolean',
    meaning:
      'Judged together, the changes made at once or since the last authorisation are significant although each alone is not.',
    aliases: ['cumulative_change'],
  },
});
