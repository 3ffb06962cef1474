import { facts } from '../fact-type';

/** In-house making, own name, UDI, class, AI: 23 facts. */
export const inHouseFacts = facts('In-house making, own name, UDI, class, AI', {
  maker_is_health_institution: {
    type: 'boolean',
    meaning:
      'The body that makes or modifies the device has care or treatment of patients or public health as its purpose.',
  },
  used_only_on_own_premises: {
    type: 'boolean',
    meaning:
      'The device is used only on the premises of the institution that made it or in their immediate vicinity; for Art. 5(5) remote use by the institution itself counts as such, use by patients elsewhere does not.',
  },
  no_equivalent_device_available: {
    type: 'boolean',
    meaning:
      "A documented market scan, made when the making began and reviewed since, finds no equivalent device that meets the target group's need at the needed level; an equivalent that appears once the device is in use does not by itself make this false.",
  },
  appropriate_qms: {
    type: 'boolean',
    meaning: 'Making and use run under an appropriate quality management system.',
  },
  in_house_documentation_complete: {
    type: 'boolean',
    meaning:
      'Technical documentation, traceability and evidence for essential requirements exist and every unit is made accordingly.',
  },
  performance_monitored: {
    type: 'boolean',
    meaning: 'Experience from use is reviewed and corrective action taken.',
  },
  patients_informed: {
    type: 'boolean',
    meaning: 'Patients are told that the device is made under the exemption and concerns are reported.',
  },
  information_given_to_authority: {
    type: 'boolean',
    meaning: 'Information on making, modifying and using is given to the authority on request.',
  },
  public_declaration_made: {
    type: 'boolean',
    meaning: 'The institution publishes a declaration identifying the device and stating the requirements met.',
  },
  third_party_makes_device: {
    type: 'boolean',
    meaning: "A third party does the work on the institution's behalf.",
  },
  amounts_to_making_own_device: {
    type: 'boolean',
    meaning: 'The result is in substance a device made or adapted by the institution for its own patients.',
  },
  commercial_name_used: {
    type: 'boolean',
    meaning:
      'The actor makes the device available under its own name or mark without an agreement that shows the manufacturer as responsible.',
  },
  adapted_for_individual_patient_only: {
    type: 'boolean',
    meaning:
      'A device already on the market is only assembled or adapted for an individual patient, purpose unchanged.',
  },
  repackaging_or_translation_only: {
    type: 'boolean',
    meaning:
      'Only supplied information is translated or added, or the outer packaging, including the pack size, is changed.',
  },
  makes_available_on_market: {
    type: 'boolean',
    meaning: 'The actor makes the device available on the market.',
  },
  udi_required: {
    type: 'boolean',
    meaning: 'The unit must carry a UDI (not a legacy device without UDI duty, in-house or custom-made device).',
    derive: [
      {
        value: false,
        when: 'eu_device_status in {legacy_directive, legacy_class1_upclassed, legacy_ivdd, old_device, in_house}',
      },
    ],
  },
  udi_effect_excluded: {
    type: 'boolean',
    meaning:
      'It is shown that neither the original performance nor the safety of the software nor the interpretation of its data changes.',
    derive: [
      {
        value: true,
        when: 'not changes_original_performance and not affects_safety_or_effectiveness and not changes_interpretation_of_data',
      },
      {
        value: false,
        when: 'algorithm_changed or database_structure_changed or hardware_platform_changed or os_change in {different_family, additional_family} or architecture_change = major or ui_change = new_interface or new_interoperability_channel',
      },
    ],
  },
  identification_or_traceability_affected: {
    type: 'boolean',
    meaning:
      'The change could lead to misidentification or blur traceability (name, version, single use, sterile state, quantity, critical warnings).',
  },
  informs_diagnosis_or_therapy: {
    type: 'boolean',
    meaning: 'The software gives information used for diagnostic or therapeutic decisions.',
  },
  wrong_decision_harm: {
    type: 'enum',
    values: ['death_or_irreversible', 'serious_or_surgical', 'other'],
    meaning: "Worst harm that a decision based on the software's information may cause.",
  },
  monitors_physiological_processes: {
    type: 'boolean',
    meaning: 'The software monitors physiological processes.',
  },
  vital_parameters_immediate_danger: {
    type: 'boolean',
    meaning: 'It monitors vital parameters whose variations could mean immediate danger.',
  },
  affects_ai_compliance: {
    type: 'boolean',
    meaning: 'The change affects compliance with the high-risk AI requirements or changes the intended purpose.',
  },
});
