/** Groups of facts that several kinds of change settle together. */
import type { FactValues } from './change-kind';

/** Holds for every kind. */
export const EVERY_KIND: FactValues = {
  legal_manufacturer_changes: false,
  repackaging_or_translation_only: false,
  adapted_for_individual_patient_only: false,
  own_facility_added_same_specifications: false,
  single_use_to_reusable: false,
  prescription_to_otc: false,
  human_or_animal_origin_material_changed: false,
  medicinal_substance_changed: false,
  contact_over_30d_or_absorbed: false,
  terminal_sterilisation_method_changed: false,
  novel_sterilisation_method: false,
  sterility_assurance_level_worse: false,
  packaging_change_affects_sterility: false,
  shelf_life_extended: false,
  critical_validated_process_changed: false,
  qms_or_range_change_substantial: false,
  certificate_details_changed: false,
  register_entry_wrong: false,
  sponsor_or_kind_changes: false,
};

/** Assumed for every kind until somebody says otherwise: each would need a document. */
export const EVERY_KIND_ASSUMED: FactValues = {
  required_by_other_eu_law: false,
  corrective_action_accepted_by_authority: false,
};

/** A hospital that changes a unit it uses. */
export const HOSPITAL_UNIT_IN_USE: FactValues = {
  unit_already_in_service: true,
  applies_to_supplied_units: true,
  deployed_system_changed: true,
  maker_is_health_institution: true,
  commercial_name_used: false,
  makes_available_on_market: false,
};

export const BLOCKS = {
  'no-purpose': {
    limits_intended_purpose: false,
    extends_intended_purpose: false,
    new_user_or_patient_population: false,
    new_clinical_application: false,
    indications_statement_changed: false,
    contraindication_added: false,
    contraindication_removed: false,
    warning_removed: false,
    risk_class_changes: false,
  },
  'no-hardware': {
    hardware_platform_changed: false,
    part_replaced: false,
    part_added_or_removed: false,
    part_dimension_or_performance_changed: false,
    tissue_contact_part: false,
    biocompatibility_or_reprocessing_changed: false,
    alters_energy_source: false,
    alters_operating_principle: false,
    alters_control_mechanism: false,
  },
  'no-software': {
    os_change: 'none',
    component_change: 'none',
    architecture_change: 'none',
    infrastructure_change: 'none',
    code_restructuring: 'none',
    ui_change: 'none',
    new_feature: 'none',
    wireless_change: 'none',
    database_structure_changed: false,
    algorithm_changed: false,
    core_algorithm_changed: false,
    user_input_replaced_by_closed_loop: false,
    new_interoperability_channel: false,
    new_data_presentation: false,
    changes_interpretation_of_data: false,
  },
  // A patch, agent or setting is never a full refurbishment; the other two speak of what the proposal contains.
  plain: {
    supplier_remote_access: 'none',
    host_firewall_only_protection: false,
    amounts_to_making_own_device: false,
  },
} as const satisfies Record<string, FactValues>;

export type BlockName = keyof typeof BLOCKS;
