/** What the device is, and under which law it stands in each market. */
import { askings, closed, oneOf } from './entry';

const EU_STATUS = {
  legacy_directive: 'Legacy device with a certificate under the old directives',
  legacy_class1_upclassed: 'Legacy class I device that now needs a notified body',
  legacy_ivdd: 'Legacy in vitro diagnostic under the old directive',
  mdr_certificate: 'Certificate under the MDR or IVDR',
  mdr_class1_self: 'Self-declared under the MDR or IVDR, no certificate',
  old_device: 'Placed on the market before 26 May 2021 under the old directives',
  in_house: 'Made inside a health institution for its own use',
  not_a_device: 'Not a medical device',
};

const EU_CLASS = {
  I: 'Class I',
  Is: 'Class I sterile',
  Im: 'Class I with measuring function',
  Ir: 'Class I reusable surgical',
  IIa: 'Class IIa',
  IIb: 'Class IIb',
  III: 'Class III',
  A: 'Class A (in vitro diagnostic)',
  As: 'Class A sterile (in vitro diagnostic)',
  B: 'Class B (in vitro diagnostic)',
  C: 'Class C (in vitro diagnostic)',
  D: 'Class D (in vitro diagnostic)',
};

const GB_MARKING = {
  ukca: 'UKCA mark',
  ce_mdr: 'CE mark under the EU MDR',
  ce_ivdr: 'CE mark under the EU IVDR',
  ce_mdd: 'CE mark under Directive 93/42/EEC',
  ce_aimdd: 'CE mark under Directive 90/385/EEC',
  ce_ivdd: 'CE mark under Directive 98/79/EC',
  none: 'No mark',
};

const DIRECTIVE_CLASS = {
  I: 'Class I',
  Is: 'Class I sterile',
  Im: 'Class I with measuring function',
  IIa: 'Class IIa',
  IIb: 'Class IIb',
  III: 'Class III',
  AIMD: 'Active implantable',
};

const US_STATUS = {
  '510k': '510(k) clearance',
  de_novo: 'De Novo classification',
  preamendments: 'On the market before 28 May 1976 (preamendments)',
  pma: 'Premarket approval (PMA)',
  hde: 'Humanitarian device exemption',
  exempt: 'Exempt from 510(k)',
  '510k_pending': '510(k) submitted, not cleared yet',
};

export const deviceAskings = askings({
  is_medical_device: {
    question:
      'Is the thing that the change touches or protects a medical device, an accessory, or software or a part of one?',
    help: "The manufacturer's intended purpose decides, not the place where it stands. A general workstation or a switch is not a device; the monitoring software on it may be. For a network item, answer for the device behind it.",
    who: 'manufacturer',
    foundIn: 'label (CE or UKCA mark), declaration of conformity',
    letter: closed(
      'Is the product named above a medical device, an accessory, or software or a part of one, by your intended purpose?',
    ),
  },
  is_ivd: {
    question: 'Is the device an in vitro diagnostic?',
    help: 'It examines samples taken from the body, such as blood or tissue. Example: a blood gas analyser is one, a patient monitor is not.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity; label ("IVD")',
    letter: closed('Is the device an in vitro diagnostic medical device?'),
  },
  eu_device_status: {
    question: 'Under which European rules does this device stand today?',
    help: 'Look at the certificate or declaration: Directive 93/42/EEC, 90/385/EEC or 98/79/EC means a legacy device, Regulation 2017/745 (MDR) or 2017/746 (IVDR) the new law. For a unit bought before 26 May 2021 the date of supply matters.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity; certificate of the notified body',
    valueLabels: EU_STATUS,
    letter: oneOf('Under which European rules is the device placed on the market today?', EU_STATUS),
  },
  eu_device_class: {
    question: 'What is its class under the MDR or IVDR?',
    help: 'I, Is, Im, Ir, IIa, IIb, III for devices; A, As, B, C, D for in vitro diagnostics. The old directive class may differ and does not count here.',
    who: 'manufacturer',
    foundIn: 'certificate; declaration of conformity',
    valueLabels: EU_CLASS,
    letter: oneOf('Which class has the device under the MDR or IVDR?', EU_CLASS),
  },
  directive_device_class: {
    question: 'What is its class under the old directives or the UK regulations?',
    help: 'The class on a certificate under Directive 93/42/EEC or 90/385/EEC, or on a UK certificate. The UK regulations of 2002 use the same classes.',
    who: 'manufacturer',
    foundIn: 'certificate; declaration of conformity',
    valueLabels: DIRECTIVE_CLASS,
    letter: oneOf(
      'Which class does your device have under Directive 93/42/EEC or 90/385/EEC, or under the UK regulations of 2002?',
      DIRECTIVE_CLASS,
    ),
  },
  notified_body_needed_under_eu_regulation: {
    question: 'Does this self-declared device need a notified body under the MDR or IVDR?',
    help: 'Typical yes: class I software under the old directive that is class IIa or higher under the MDR. A plain class I device that stays class I is a no.',
    who: 'manufacturer',
    foundIn: "manufacturer's classification under the MDR",
    letter: closed('Does this device, self-declared under a directive, need a notified body under the MDR or IVDR?'),
  },
  certificate_valid: {
    question: 'Is the certificate or declaration the supply relies on valid today?',
    help: 'A printed date that has passed may have been extended by law for legacy devices; then the confirmation of the notified body counts: ask for it. For a class I device self-declared under Directive 93/42/EEC answer no; the date of its declaration is asked for by itself.',
    who: 'manufacturer',
    foundIn: "certificate; notified body's confirmation letter",
    letter: closed(
      'Is the certificate or declaration for this device valid today, by its date or by a documented extension?',
      {
        yes: 'Yes (certificate or confirmation enclosed)',
        unknown: 'Under clarification',
      },
    ),
  },
  gb_marking: {
    question: 'Which mark does the unit carry for Great Britain?',
    help: 'Look at the label and the declaration: UKCA, or CE with the number of the directive or regulation on the declaration.',
    who: 'manufacturer',
    foundIn: 'label; declaration of conformity',
    valueLabels: GB_MARKING,
    letter: oneOf('Under which mark and legal basis do you supply the device in Great Britain?', GB_MARKING),
  },
  us_market_status: {
    question: 'How is the device authorised in the United States?',
    help: 'A K number means 510(k), DEN a De Novo, P a premarket approval. A device listed without a number may be exempt.',
    who: 'manufacturer',
    foundIn: 'clearance letter; FDA establishment and device listing',
    valueLabels: US_STATUS,
    letter: oneOf('How is the device authorised in the United States?', US_STATUS),
  },
  us_device_class: {
    question: 'What is its class in the United States?',
    help: 'From the classification regulation named in the clearance letter. For information only: it decides no question.',
    who: 'manufacturer',
    foundIn: 'clearance letter; product classification',
    valueLabels: { I: 'Class I', II: 'Class II', III: 'Class III' },
  },
  device_on_market: {
    question: 'Is this type of device already sold or distributed?',
    help: 'The type counts, not your unit. A device still in development or only under investigation is a no.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity; product page',
    letter: closed('Is this type of device already placed on the market or distributed?'),
  },
  supply_date: {
    question: 'When was, or will, the unit be placed on the market?',
    help: 'The day the manufacturer or importer first supplied this unit, not the day it was taken into use. The delivery note is good evidence.',
    who: 'manufacturer',
    foundIn: 'delivery note, invoice',
    letter: {
      text: 'When did you place, or will you place, the unit on the market?',
      choices: [
        { label: 'Before 26 May 2021', value: '2021-05-25' },
        { label: 'From 26 May 2021 until 30 June 2028', value: '2028-06-30' },
        { label: 'From 1 July 2028 until 30 June 2030', value: '2030-06-30' },
        { label: 'After 30 June 2030', value: '2030-07-01' },
        { label: 'Not known yet', value: 'unknown' },
      ],
    },
  },
  made_in_house: {
    question: 'Was the device made inside a health institution for its own patients and never sold?',
    help: 'A device bought and then adjusted by the hospital was not made in-house.',
    who: 'hospital',
    foundIn: 'asset register; in-house documentation',
  },
  investigational_or_exceptional_use: {
    question:
      'Is the unit supplied only for a clinical investigation, a performance evaluation or under an exceptional-use permission?',
    help: 'The label or the contract says so. A trial of a marketed product before purchase does not count.',
    who: 'hospital',
    foundIn: 'label; investigation agreement',
  },
  used_in_northern_ireland: {
    question: 'Is the unit used in Northern Ireland?',
    help: 'The place of use counts, not the seat of the buyer. There the European rules apply.',
    who: 'hospital',
    foundIn: 'asset register',
  },
  unit_already_in_service: {
    question: 'Was the unit already in service with the user before the date considered?',
    help: 'A unit in the store that has never been used is not in service; one in use that is being repaired is.',
    who: 'hospital',
    foundIn: 'asset register',
  },
  contains_software: {
    question: 'Does the device contain software or firmware, or is it software?',
    help: 'Programmable logic counts too. Only software that the manufacturer authorised counts as part of the device.',
    who: 'manufacturer',
    foundIn: 'MDS2 CSUP-1, DOC-11',
    letter: closed('Does the device contain software, firmware or programmable logic, or is it software?'),
  },
  connectable_to_network: {
    question: 'Can the device connect to a network or exchange data, on purpose or not?',
    help: 'Wired, wireless, USB and service ports count, even if nobody uses them today.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-1 to CONN-8, MPII-3',
    letter: closed(
      'Can the device connect to a network or exchange data by any electronic interface, whether intended or not?',
    ),
  },
  component_end_of_support: {
    question: 'Has a component inside the device reached the end of its support?',
    help: 'Operating system, database, runtime or library. Example: Windows 7. Paid extended support that this device really receives counts as support.',
    who: 'manufacturer',
    foundIn: 'MDS2 RDMP-3, RDMP-4, SBOM-2; support dates of the component maker',
    letter: closed(
      'Has any component of this software version reached end of life or end of support? If so, please name it with the date.',
    ),
  },
  eos_known: {
    question: 'Does the MDS2 form name a source for support dates?',
    help: 'Question RDMP-3 of the form, answered yes. It points to the dates; it does not contain them.',
    who: 'manufacturer',
    foundIn: 'MDS2 RDMP-3',
  },
  software_is_device_in_itself: {
    question: 'Is the software itself the device, or sold on its own?',
    help: 'Software bought separately that has its own medical purpose counts. Software that only runs inside a machine does not.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity; MDS2 DOC-11',
    letter: closed('Is the software a device in itself, or commercially available on its own?'),
  },
});
