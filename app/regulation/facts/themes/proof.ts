import { facts } from '../fact-type';

/** Proof and submission details: 16 facts. */
export const proofFacts = facts('Proof and submission details', {
  clinical_data_needed: {
    type: 'enum',
    values: ['none', 'confirmatory', 'substantial', 'entirely_new'],
    meaning:
      'Clinical data needed for the change; entirely_new = new preclinical and new clinical data because the old ones no longer support the device.',
    aliases: ['new_clinical_data_needed'],
  },
  verification_unexpected_results: {
    type: 'boolean',
    meaning: 'Routine verification or validation gives unexpected safety or effectiveness issues.',
    aliases: ['unexpected_vv_issues'],
  },
  new_acceptance_criteria_needed: {
    type: 'boolean',
    meaning: 'The change needs a new test scheme, other methods or new acceptance criteria.',
  },
  performance_data_needed: {
    type: 'boolean',
    meaning: 'Performance data are needed to evaluate the change.',
  },
  established_test_method_exists: {
    type: 'boolean',
    meaning:
      'An accepted or well-established test method exists (own authorised protocol, recognised standard, guidance, qualified tool).',
    aliases: ['well_established_method', 'accepted_test_method'],
  },
  scientific_disciplines_needed: {
    type: 'number',
    meaning: 'Number of scientific disciplines needed to review the change.',
    aliases: ['single_discipline (= 1)'],
  },
  data_reviewable_in_summary: {
    type: 'boolean',
    meaning: 'All data can be reviewed in summary or risk-analysis form.',
  },
  special_510k_exclusion: {
    type: 'boolean',
    meaning:
      'A Special 510(k) exclusion applies (unrelated bundled changes, relevant violative design-control inspection, novel methods, clinical or animal data).',
  },
  minor_change: {
    type: 'boolean',
    meaning: 'The change is minor and of a kind expected for this type of device.',
  },
  device_specific_guidance_names_change: {
    type: 'boolean',
    meaning:
      'A device-specific final guidance or classification regulation names this change or expects a submission for it.',
  },
  submission_required: {
    type: 'boolean',
    meaning: 'Another instrument requires a premarket submission for the change.',
  },
  change_could_affect_cybersecurity: {
    type: 'boolean',
    meaning:
      'The change could affect cybersecurity (authentication, encryption, connectivity, update process, architecture, software structure).',
  },
  cyber_risk_above_predicate: {
    type: 'boolean',
    meaning: 'The cybersecurity risk of the device under review is higher than that of its predicate.',
  },
  supporting_data_adequate: {
    type: 'boolean',
    meaning: 'The supporting data supplied are adequate.',
  },
  qms_or_range_change_substantial: {
    type: 'boolean',
    meaning: 'The quality system or the product range that the certificate covers changes substantially.',
  },
  nb_contract_requirement: {
    type: 'enum',
    values: ['none', 'notify', 'prior_approval'],
    meaning: 'What the contract with the notified body asks for this kind of change.',
  },
});
