/** Instruments, facts, status and transition. */
import { REASONS, type SectionPlan } from '../../plan';

const SC = 'EU-MDCG-2020-3-R1';
const IVD = 'EU-MDCG-2022-6';
const CERT = 'EU-MDR-CERT';
const NBOG = 'EU-NBOG-2014-3';
const A16 = 'EU-MDR-ART16';
const A55 = 'EU-MDR-ART5-5';
const CYBER = 'EU-MDCG-2019-16';
const UDI = 'EU-MDR-UDI';
const CLASS = 'EU-MDR-CLASS';
const VIG = 'EU-MDR-VIG';
const FSCA = 'EU-MDR-FSCA';
const AIA = 'EU-AIA';
const ALL = [SC, IVD, CERT, NBOG, CYBER, A16, A55, UDI, CLASS, VIG, FSCA, AIA];

export const frameSections: Readonly<Record<string, SectionPlan>> = {
  '0.1': { title: 'Marks', why: REASONS.mark },
  '0.2': { title: 'Sources', why: REASONS.sources },
  '0.3': {
    title: 'Instruments and outcomes',
    charts: ALL,
    rows: {
      'EU-MDCG-2020-3-R1': { as: ['EU-MDCG-2020-3-R1'] },
      'EU-MDCG-2022-6': { as: ['EU-MDCG-2022-6'] },
      'EU-MDR-CERT': { as: ['EU-MDR-CERT'] },
      'EU-NBOG-2014-3': { as: ['EU-NBOG-2014-3'] },
      'EU-MDR-ART16': { as: ['EU-MDR-ART16'] },
      'EU-MDR-ART5-5': { as: ['EU-MDR-ART5-5'] },
      'EU-MDCG-2019-16': { as: ['EU-MDCG-2019-16'] },
      'EU-MDR-UDI': { as: ['EU-MDR-UDI'] },
      'EU-MDR-CLASS': { as: ['EU-MDR-CLASS'] },
      'EU-MDR-VIG': { as: ['EU-MDR-VIG'] },
      'EU-MDR-FSCA': { as: ['EU-MDR-FSCA'] },
      'EU-AIA': { as: ['EU-AIA'] },
      '#13': { name: 'NIS2 and Cyber Resilience Act', as: ['EU-MDCG-2019-16/N-1', 'EU-MDCG-2019-16/C-1'] },
      '#17': { as: ['EU-MDCG-2020-3-R1/significant', 'EU-MDCG-2022-6/significant'] },
      '#21': { as: ['EU-NBOG-2014-3/substantial', 'EU-NBOG-2014-3/not_substantial'] },
      '#26': {
        as: [
          'EU-MDR-ART16/no_manufacturer_obligations',
          'EU-MDR-ART16/no_art16_4_certificate',
          'EU-MDR-ART16/art16_4_certificate',
        ],
      },
      '#28': { as: ['EU-MDR-UDI/new_udi_di', 'EU-MDR-UDI/new_udi_pi', 'EU-MDR-UDI/udi_unchanged'] },
      '#29': { as: ['EU-MDR-FSCA/fsca', 'EU-MDR-FSCA/not_fsca'] },
      '#30': { as: ['EU-MDR-VIG/serious_incident', 'EU-MDR-VIG/not_serious_incident'] },
      '#31': { as: ['EU-AIA/substantial_modification', 'EU-AIA/not_substantial_modification'] },
      '#33': { name: 'undecided: several outcomes still possible', as: ['file:app/regulation/walk.ts'] },
    },
  },
  '0.4': {
    title: 'Facts',
    as: ['file:app/regulation/facts/dictionary.ts'],
    rows: {
      '#1': { as: ['fact:actor'] },
      eu_device_status: { as: ['fact:eu_device_status'] },
      '#3': {
        as: [
          'fact:eu_device_class',
          'fact:directive_device_class',
          'fact:implantable',
          'fact:listed_simple_implant',
          'fact:eu_certificate_type',
        ],
      },
      '#4': { as: ['fact:change_location', 'fact:change_status'] },
      '#5': {
        as: [
          'fact:covered_by_manufacturer_instructions',
          'fact:manufacturer_authorised',
          'fact:manufacturer_will_authorise',
          'fact:done_as_instructed',
          'fact:risk_treatable_outside_device',
          'fact:network_requirements_known',
          'fact:within_network_requirements',
          'fact:disconnected_operation_documented',
        ],
      },
      change_domains: { as: ['fact:change_domains'] },
      '#7': { as: ['fact:specification_changed', 'fact:legal_manufacturer_changes'] },
      required_by_other_eu_law: { as: ['fact:required_by_other_eu_law'] },
      '#9': { as: ['fact:is_corrective_action', 'fact:corrective_action_accepted_by_authority'] },
      '#10': { as: ['fact:editorial_only', 'fact:clarification_only'] },
      '#11': {
        as: [
          'fact:limits_intended_purpose',
          'fact:extends_intended_purpose',
          'fact:new_user_or_patient_population',
          'fact:new_clinical_application',
        ],
      },
      '#12': {
        as: [
          'fact:alters_control_mechanism',
          'fact:alters_operating_principle',
          'fact:alters_energy_source',
          'fact:alters_alarm_system',
        ],
      },
      '#13': { as: ['fact:replacement_has_same_function'] },
      adversely_affects_safety_or_performance: { as: ['fact:adversely_affects_safety_or_performance'] },
      benefit_risk_worse: { as: ['fact:benefit_risk_worse'] },
      os_change: { as: ['fact:os_change'] },
      '#17': { as: ['fact:os_is_standard_third_party', 'fact:device_software_change_needed'] },
      component_change: { as: ['fact:component_change'] },
      architecture_change: { as: ['fact:architecture_change'] },
      database_structure_changed: { as: ['fact:database_structure_changed'] },
      '#21': { as: ['fact:algorithm_changed', 'fact:affects_device_control', 'fact:may_alter_diagnosis_or_therapy'] },
      user_input_replaced_by_closed_loop: { as: ['fact:user_input_replaced_by_closed_loop'] },
      ui_change: { as: ['fact:ui_change'] },
      new_feature: { as: ['fact:new_feature'] },
      new_interoperability_channel: { as: ['fact:new_interoperability_channel'] },
      new_data_presentation: { as: ['fact:new_data_presentation'] },
      changes_interpretation_of_data: { as: ['fact:changes_interpretation_of_data'] },
      '#28': {
        as: [
          'fact:solely_restores_specification',
          'fact:solely_strengthens_cybersecurity',
          'fact:improves_operating_efficiency',
        ],
      },
      '#29': {
        as: [
          'fact:human_or_animal_origin_material_changed',
          'fact:medicinal_substance_changed',
          'fact:contact_over_30d_or_absorbed',
        ],
      },
      '#30': {
        as: [
          'fact:terminal_sterilisation_method_changed',
          'fact:sterility_assurance_level_worse',
          'fact:packaging_change_affects_sterility',
          'fact:shelf_life_extended',
          'fact:validated_by_accepted_protocol',
        ],
      },
      '#31': {
        as: [
          'fact:changes_original_performance',
          'fact:affects_safety_or_effectiveness',
          'fact:udi_required',
          'fact:identification_or_traceability_affected',
        ],
      },
      software_is_device_in_itself: { as: ['fact:software_is_device_in_itself'] },
      connection_needed: { as: ['fact:connection_needed'] },
      '#34': {
        as: [
          'fact:makes_available_on_market',
          'fact:commercial_name_used',
          'fact:compliance_may_be_affected',
          'fact:adapted_for_individual_patient_only',
          'fact:repackaging_or_translation_only',
        ],
      },
      '#35': {
        as: ['fact:error_poses_safety_risk', 'fact:new_hazard', 'fact:risk_raised', 'fact:clinical_data_needed'],
      },
      '#36': {
        as: [
          'fact:applies_to_supplied_units',
          'fact:reduces_risk_of_serious_incident',
          'fact:event_could_cause_serious_harm',
          'fact:device_malfunction',
          'fact:confidentiality_only',
          'fact:safety_or_essential_performance_affected',
        ],
      },
      patient_safety_impact: { as: ['fact:patient_safety_impact'] },
      '#38': {
        as: ['fact:is_high_risk_ai_system', 'fact:covered_by_authorised_change_plan', 'fact:affects_ai_compliance'],
      },
    },
  },
  '1': { title: 'Order of the instruments', charts: ALL },
  '2.1': {
    title: 'Status of a device',
    rows: {
      legacy_directive: {
        name: 'legacy device under a directive',
        as: ['fact:eu_device_status', 'file:app/regulation/derivations/from-device.ts', 'EU-MDCG-2020-3-R1/T1'],
      },
      legacy_class1_upclassed: {
        name: 'class I device, now in a higher class',
        as: ['fact:eu_device_status', 'file:app/regulation/derivations/from-device.ts', 'EU-MDCG-2020-3-R1/T4'],
      },
      old_device: {
        name: 'unit on the market before 26 May 2021',
        as: ['fact:eu_device_status', 'file:app/regulation/derivations/from-device.ts', 'row:EU-MDCG-2020-3-R1'],
      },
      mdr_certificate: { name: 'device with an MDR certificate', as: ['fact:eu_device_status', 'row:EU-MDR-CERT'] },
      mdr_class1_self: { name: 'class I device under the MDR', as: ['fact:eu_device_status', 'EU-MDR-CERT/CI-1'] },
      '#6': { name: 'directive certificate, seen from its notified body', as: ['row:EU-NBOG-2014-3'] },
      legacy_ivdd: { name: 'legacy in vitro diagnostic', as: ['fact:eu_device_status', 'row:EU-MDCG-2022-6'] },
      in_house: { name: 'device made in-house', as: ['fact:eu_device_status', 'row:EU-MDR-ART5-5'] },
      not_a_device: { name: 'no device', as: ['fact:eu_device_status'] },
    },
  },
  '2.2': { title: 'Transition to the MDR', charts: ALL },
  '2.3': {
    title: 'Later amendments',
    rows: {
      '#1': { name: 'amendment of 2024', as: ['EU-MDCG-2022-6/4 transition end'] },
      '#2': { as: ['EU-MDR-VIG/2.3 EUDAMED', 'EU-MDR-UDI/2.3 EUDAMED'] },
      '#3': { name: 'EUDAMED dates for devices on the market', as: ['EU-MDR-UDI~known ambiguity 14'] },
      '#4': { name: 'EUDAMED module on vigilance', as: ['EU-MDR-VIG/2.3 EUDAMED'] },
      '#5': { as: ['EU-MDR-CERT/2.3 notified body times'] },
      '#6': { as: ['EU-MDR-CERT/2.3 reform', 'EU-MDR-VIG/2.3 Art. 87a', 'EU-MDCG-2019-16/C-4'] },
      '#7': { as: ['EU-MDCG-2022-6/4 transition end'] },
    },
  },
};
