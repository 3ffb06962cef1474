import { facts } from '../fact-type';

/** Device and market status: 32 facts. */
export const deviceFacts = facts('Device and market status', {
  is_medical_device: {
    type: 'boolean',
    meaning:
      "The device that the change touches or protects (not a network item around it) is a medical device, an accessory, or software or a part of one, by the manufacturer's intended purpose.",
  },
  is_ivd: {
    type: 'boolean',
    meaning: 'The device is an in vitro diagnostic.',
  },
  device_on_market: {
    type: 'boolean',
    meaning: 'The device type is already marketed or distributed.',
  },
  us_market_status: {
    type: 'enum',
    values: ['510k', 'de_novo', 'preamendments', 'pma', 'hde', 'exempt', '510k_pending'],
    meaning: 'How the device is authorised in the United States.',
    aliases: ['market_status'],
  },
  changes_own_device: {
    type: 'boolean',
    meaning: 'The person who would submit changes its own legally marketed device.',
    aliases: ['own_device'],
  },
  eu_device_status: {
    type: 'enum',
    values: [
      'legacy_directive',
      'legacy_class1_upclassed',
      'legacy_ivdd',
      'mdr_certificate',
      'mdr_class1_self',
      'old_device',
      'in_house',
      'not_a_device',
    ],
    meaning: 'Regulatory status of the unit in the EU on the day of the change.',
    aliases: ['device_status; value directive_certificate = legacy_directive'],
  },
  eu_device_class: {
    type: 'enum',
    values: ['I', 'Is', 'Im', 'Ir', 'IIa', 'IIb', 'III', 'A', 'As', 'B', 'C', 'D'],
    meaning: 'Class under the MDR or IVDR.',
    aliases: ['risk_class'],
  },
  implantable: {
    type: 'boolean',
    meaning: 'The device is implantable.',
    aliases: ['implantable'],
  },
  listed_simple_implant: {
    type: 'boolean',
    meaning:
      'The implant is one of the listed simple ones (sutures, staples, dental fillings, dental braces, tooth crowns, screws, wedges, plates, wires, pins, clips, connectors).',
  },
  eu_certificate_type: {
    type: 'enum',
    values: ['technical_documentation_assessment', 'type_examination', 'quality_system', 'limited_aspect', 'none'],
    meaning: 'Kind of notified-body certificate that covers the device under the MDR or IVDR.',
    derive: [
      {
        value: 'technical_documentation_assessment',
        when: 'eu_device_class = III or (eu_device_class = IIb and implantable and not listed_simple_implant)',
      },
    ],
  },
  directive_device_class: {
    type: 'enum',
    values: ['I', 'Is', 'Im', 'IIa', 'IIb', 'III', 'AIMD'],
    meaning: 'Class under the EU directives, which is also the class under the UK regulations of 2002.',
  },
  notified_body_needed_under_eu_regulation: {
    type: 'boolean',
    meaning: 'A device self-declared under a directive needs a notified body under the MDR or IVDR.',
  },
  gb_marking: {
    type: 'enum',
    values: ['ukca', 'ce_mdr', 'ce_ivdr', 'ce_mdd', 'ce_aimdd', 'ce_ivdd', 'none'],
    meaning: 'Mark and legal basis under which the unit is supplied in Great Britain.',
  },
  used_in_northern_ireland: {
    type: 'boolean',
    meaning: 'The unit is used in Northern Ireland.',
  },
  certificate_valid: {
    type: 'boolean',
    meaning:
      'The certificate or eligible declaration that the supply relies on is valid, or validly extended, on the day considered.',
  },
  declaration_date: {
    type: 'date',
    meaning: 'Date of the declaration of conformity that the supply relies on.',
  },
  supply_date: {
    type: 'date',
    meaning: 'Date on which the unit is or will be placed on the market.',
  },
  legacy_significant_change_made: {
    type: 'boolean',
    meaning: 'EU-MDCG-2020-3-R1 gives significant for this change or for any change made since 2021-05-26.',
  },
  unit_already_in_service: {
    type: 'boolean',
    meaning: 'The unit was already in service with the user before the date considered.',
  },
  made_in_house: {
    type: 'boolean',
    meaning: 'The device was made inside a health institution for its own patients and never placed on the market.',
    aliases: ['device_status in_house'],
  },
  investigational_or_exceptional_use: {
    type: 'boolean',
    meaning:
      'The unit is supplied only for clinical investigation, performance evaluation or under an exceptional-use authorisation.',
  },
  ca_device_class: {
    type: 'enum',
    values: ['I', 'II', 'III', 'IV'],
    meaning: 'Device class in Canada.',
  },
  ca_class2_affects_class3_or_4: {
    type: 'boolean',
    meaning:
      'The changed class II device works with a separately licensed class III or IV device in Canada and may affect it.',
  },
  cn_device_class: {
    type: 'enum',
    values: ['I', 'II', 'III'],
    meaning: 'Device class in China.',
  },
  connectable_to_network: {
    type: 'boolean',
    meaning:
      'The device can connect to a network or the internet, on purpose or not, by any means, or exchanges data or lets users in through an electronic interface.',
  },
  cyber_vulnerable_technology: {
    type: 'boolean',
    meaning: 'The device has technological characteristics that could be open to cyber threats.',
  },
  contains_software: {
    type: 'boolean',
    meaning:
      'Software, firmware or programmable logic is part of the device or is the device, as authorised by the manufacturer.',
  },
  drives_or_influences_device: {
    type: 'boolean',
    meaning: 'The software drives another device or influences its use.',
  },
  software_is_device_in_itself: {
    type: 'boolean',
    meaning: 'The software is available on its own or is a device in itself.',
  },
  is_high_risk_ai_system: {
    type: 'boolean',
    meaning: 'The device is, or has as safety component, an AI system and needs a notified body.',
    aliases: ['is_ai_system_high_risk'],
  },
  is_health_it_system: {
    type: 'boolean',
    meaning:
      'The product is used in England with public funding and influences, supports or manages the direct care of patients in real or near real time (no population-level service); a medical device counts where it is part of a health IT system or integrated with health IT infrastructure.',
  },
  intended_for_contraception: {
    type: 'boolean',
    meaning:
      'The device, software included, is intended for contraception (or for preventing sexually transmitted infection).',
  },
});
