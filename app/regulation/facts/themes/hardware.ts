import { facts } from '../fact-type';

/** Hardware, materials, sterilisation: 23 facts. */
export const hardwareFacts = facts('Hardware, materials, sterilisation', {
  alters_control_mechanism: {
    type: 'boolean',
    meaning: 'The nature of control changes: who or what controls the device, or by which technique.',
  },
  alters_operating_principle: {
    type: 'boolean',
    meaning: 'The operating principle of the device changes.',
  },
  alters_energy_source: {
    type: 'boolean',
    meaning: 'The kind of energy source or energy type changes.',
    aliases: ['energy_type_changed'],
  },
  alters_alarm_system: {
    type: 'boolean',
    meaning:
      'Conditions, suppression, handling or existence of an alarm change; parts that only emit an alarm of unchanged logic do not count.',
    aliases: ['alarm_architecture'],
  },
  part_replaced: {
    type: 'boolean',
    meaning: 'A part is exchanged, whatever its make.',
    aliases: ['part_replaced'],
  },
  part_added_or_removed: {
    type: 'boolean',
    meaning: 'A part, component or accessory is added or removed.',
    aliases: ['part_added', 'accessory_changed'],
  },
  part_dimension_or_performance_changed: {
    type: 'boolean',
    meaning: 'A part keeps its place but its dimension or performance specification is altered.',
  },
  replacement_has_same_function: {
    type: 'boolean',
    meaning: 'The new part has the same specification or the same function as the old one.',
    aliases: ['same_function', 'identical_part'],
  },
  within_manufacturer_specification: {
    type: 'boolean',
    meaning:
      "After the activity the device and its parts stay within the manufacturer's dimensional, performance and safety limits over their use life.",
    aliases: ['within_oem_spec', 'maintains_oem_spec', 'performance_spec_kept'],
  },
  tissue_contact_part: {
    type: 'boolean',
    meaning:
      'The change adds, removes, exposes or alters something that directly or indirectly contacts body tissue or fluid.',
  },
  biocompatibility_or_reprocessing_changed: {
    type: 'boolean',
    meaning:
      'A new or increased biocompatibility concern arises, or validated cleaning, disinfection or sterilisation is significantly altered.',
  },
  safety_feature_bypassed: {
    type: 'boolean',
    meaning: 'A safety feature (fuse, alert, alarm, interlock) is removed, modified or bypassed.',
  },
  human_or_animal_origin_material_changed: {
    type: 'boolean',
    meaning: 'A material of human or animal origin is added or changed.',
    aliases: ['human_or_animal_origin_material_added_or_changed'],
  },
  medicinal_substance_changed: {
    type: 'boolean',
    meaning: 'A medicinal substance or its excipient changes.',
  },
  contact_over_30d_or_absorbed: {
    type: 'boolean',
    meaning: 'The changed material is in contact with tissue or fluid for more than 30 days or is absorbed.',
  },
  material_used_in_own_similar_device: {
    type: 'boolean',
    meaning: 'The same material is already used in a similar legally marketed device of the same manufacturer.',
  },
  terminal_sterilisation_method_changed: {
    type: 'boolean',
    meaning:
      'The terminal sterilisation method changes, including parametric release or a device that becomes sterile.',
  },
  sterility_assurance_level_worse: {
    type: 'boolean',
    meaning: 'The sterility assurance level is adversely affected.',
  },
  novel_sterilisation_method: {
    type: 'boolean',
    meaning:
      'The new sterilisation method is novel or of category B, or how the device is supplied (sterile or not) changes.',
  },
  packaging_change_affects_sterility: {
    type: 'boolean',
    meaning: 'A packaging change affects sterility, stability, microbiological state or seal.',
  },
  shelf_life_extended: {
    type: 'boolean',
    meaning: 'The shelf life is extended.',
  },
  validated_by_accepted_protocol: {
    type: 'boolean',
    meaning:
      'Packaging or shelf life is validated by a protocol that the notified body approved or that an earlier clearance contains.',
    aliases: ['shelf_life_validated_by_nb_approved_protocol'],
  },
  ionising_radiation_safety_affected: {
    type: 'boolean',
    meaning: 'Software or safety features of ionising-radiation equipment change.',
  },
});
