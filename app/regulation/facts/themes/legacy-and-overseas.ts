import { facts } from '../fact-type';

/** Legacy components, Canada, Australia: 13 facts. */
export const legacyAndOverseasFacts = facts('Legacy components, Canada, Australia', {
  component_end_of_support: {
    type: 'boolean',
    meaning: 'A component inside the device reached end of life or end of support.',
  },
  unsupported_component_affects_patient_safety: {
    type: 'boolean',
    meaning: 'The unsupported component has an effect on patient safety.',
  },
  lifecycle_stage: {
    type: 'enum',
    values: ['development', 'support', 'limited_support', 'end_of_support'],
    meaning: 'Life-cycle stage of the device in the IMDRF sense.',
  },
  supported_alternative_removes_risk: {
    type: 'boolean',
    meaning: 'An update or design change with a supported alternative can remove the risk.',
  },
  reasonably_protected: {
    type: 'boolean',
    meaning: 'With the means available the device can be reasonably protected against current cyber threats.',
  },
  within_licensed_range: {
    type: 'boolean',
    meaning: 'Data for the changed device fall inside, or can be interpolated from, the data already licensed.',
  },
  own_facility_added_same_specifications: {
    type: 'boolean',
    meaning:
      'Only an own new facility is added; name and address on the label and specifications stay, the quality certificate covers it.',
  },
  certificate_details_changed: {
    type: 'boolean',
    meaning:
      'A detail printed on the conformity assessment certificate changes (name, address, facilities, critical suppliers, scope, procedure).',
  },
  critical_validated_process_changed: {
    type: 'boolean',
    meaning: 'A process changes whose validation is what mitigates a risk.',
    derive: [{ value: true, when: 'terminal_sterilisation_method_changed' }],
  },
  noncritical_part_meets_criteria: {
    type: 'boolean',
    meaning: 'A non-critical part or supplier changes and still meets the set acceptance criteria.',
  },
  process_change_without_risk_effect: {
    type: 'boolean',
    meaning: 'An equipment or process change is unlikely to affect risk to patient or user.',
  },
  register_entry_wrong: {
    type: 'boolean',
    meaning: 'The market register entry is incomplete or wrong.',
  },
  sponsor_or_kind_changes: {
    type: 'boolean',
    meaning: 'The sponsor or manufacturer entity changes, or the device becomes a different kind of device.',
  },
});
