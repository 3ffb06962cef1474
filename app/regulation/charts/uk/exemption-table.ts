/**
 * Table UK-E, the boxes and ends of the health institution exemption, in the order in which it is walked (E1, E2, E3,
 * E9, E4, E5, E6, E7). Two charts print it: the exemption by itself, and the table of hospital-side changes that leads
 * into it. Every sentence is ours.
 */
import type { ChartNode, OutcomeDefinition } from '../../chart';
import { citing } from '../../sources';

const law = citing('uk_mdr_2002');
const exemption = citing('uk_hie');
const exemptionNews = citing('uk_hie_news');
const TABLE_E = 'Table UK-E: health institution exemption';

type Box = 'UK-E1' | 'UK-E2' | 'UK-E3' | 'UK-E9' | 'UK-E4' | 'UK-E5' | 'UK-E6' | 'UK-E7';
type End = 'O-FULLMFR' | 'O-HIE' | 'O-HIE-FIX' | 'O-HIE-IVD';

export const exemptionNodes: Record<Box, ChartNode<Box | End | 'O-ASK'>> = {
  'UK-E1': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Is the body a health institution (its purpose is care or treatment of patients, or public health)?',
    short: 'health institution?',
    cite: exemptionNews(''),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'statutes or registration of the body',
    rule: { yes: 'maker_is_health_institution' },
    yes: 'UK-E2',
    no: 'O-FULLMFR',
    subRules: [
      {
        id: 'UK-E1-a',
        text: 'Gyms, spas and fitness centres are no health institutions.',
        cite: exemptionNews(''),
        confidence: 'V',
        answer: 'no',
        when: 'not maker_is_health_institution',
      },
    ],
  },
  'UK-E2': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Condition 1: does all use stay on the premises of the institution that made it, or in their immediate vicinity?',
    short: 'used on own premises only?',
    cite: exemption('general information; illustrative examples'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'where the unit is used; loan and home-care records',
    rule: { yes: 'used_only_on_own_premises' },
    yes: 'UK-E3',
    no: 'O-FULLMFR',
    note: 'For some take-home uses the MHRA may hold back with enforcement where leading practice is followed; that is no permission. The GOV.UK page lists an update of 20 January 2026 that removed a sentence of this kind from the general information: check the present wording before relying on it.',
  },
  'UK-E3': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Condition 2: is it never transferred to another legal entity?',
    short: 'never transferred?',
    cite: exemption('general information, condition 2'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'asset register; loan, sale and shared-service agreements',
    rule: { yes: 'not transferred_to_other_legal_entity' },
    yes: 'UK-E9',
    no: 'O-FULLMFR',
    subRules: [
      {
        id: 'UK-E3-a',
        text: 'Passing a device to an external body on the same site is a transfer: the legal entity changes, and the UK regulations apply in full.',
        cite: exemption('illustrative examples'),
        confidence: 'V',
        answer: 'no',
        when: 'transferred_to_other_legal_entity',
      },
    ],
  },
  'UK-E9': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Is it an in vitro diagnostic device?',
    short: 'in vitro diagnostic?',
    cite: exemption('introduction; general information'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'purpose of the device as the institution describes it; label ("IVD") of the device it was made from',
    rule: { yes: 'is_ivd' },
    yes: 'O-HIE-IVD',
    no: 'UK-E4',
    note: 'Asked here because the guidance is not for in vitro diagnostics: regulation 33 asks conditions 1 and 2 only.',
  },
  'UK-E4': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Has a market scan shown that no equivalent device meets the specific need of the target group, or that those available perform below what is needed?',
    short: 'no equivalent on the market?',
    cite: exemption('leading practice, market scanning'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'market scan with date and reviewer',
    rule: { yes: 'no_equivalent_device_available' },
    yes: 'UK-E5',
    no: 'O-ASK',
    subRules: [
      {
        id: 'UK-E4-a',
        text: 'Without a market scan that comes to this result the exemption is not used: buy the device that meets the need, or ask the supplier. A product that appears once the device is in use does not by itself undo the scan.',
        cite: exemption('leading practice, market scanning'),
        confidence: 'V',
        answer: 'no',
        when: 'not no_equivalent_device_available',
      },
    ],
    note: 'Repeat the scan from time to time; the risk sets how often.',
  },
  'UK-E5': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Is it made under an appropriate quality management system?',
    short: 'appropriate quality system?',
    cite: exemption('leading practice'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'quality system certificate or manual of the department',
    rule: { yes: 'appropriate_qms' },
    yes: 'UK-E6',
    no: 'O-HIE-FIX',
  },
  'UK-E6': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Are traceability, evidence for the essential requirements, technical documentation and ongoing monitoring in place?',
    short: 'documentation and monitoring in place?',
    cite: exemptionNews('five principles'),
    confidence: 'V',
    who: 'hospital',
    foundIn: 'technical documentation; monitoring plan',
    rule: { yes: 'in_house_documentation_complete and performance_monitored' },
    yes: 'UK-E7',
    no: 'O-HIE-FIX',
  },
  'UK-E7': {
    kind: 'step',
    part: TABLE_E,
    asks: 'Are patients told that a device is made under the exemption, and are concerns reported by Yellow Card?',
    short: 'patients informed?',
    cite: citing('uk_hie_rqa')(''),
    confidence: 'V2',
    who: 'hospital',
    foundIn: 'patient information; incident reporting procedure',
    rule: { yes: 'patients_informed' },
    yes: 'O-HIE',
    no: 'O-HIE-FIX',
  },
};

export const exemptionOutcomes: Record<End, OutcomeDefinition> = {
  'O-FULLMFR': {
    tier: 'recertify',
    meaning: 'UK manufacturer duties in full',
    label: 'full manufacturer duties',
    obligations: [
      {
        who: 'hospital',
        must: 'from memory: meet the duties of a manufacturer in full (conformity assessment, marking, registration), or do not go on: they fall on whoever places the device on the market.',
        cite: law('reg 2, Parts II to IV'),
        confidence: 'M',
        due: 'before the device is placed on the market or passed on',
      },
    ],
    evidence: [
      'Conformity assessment, technical documentation, declaration, marking and registration of the resulting device',
    ],
    notes: [
      'from memory: the UK regulations have no provision like EU MDR Art. 16 that makes a modifier a manufacturer; the route is the definition of manufacturer, putting into service, and MHRA guidance.',
    ],
  },
  'O-HIE': {
    tier: 'record',
    meaning: 'run under health institution exemption practice',
    label: 'health institution exemption',
    obligations: [
      {
        who: 'hospital',
        must: 'Act as the manufacturer under the exemption: quality system, traceability, essential requirements, technical documentation, monitoring.',
        cite: exemptionNews('five principles'),
        confidence: 'V',
        due: 'before use on patients',
      },
      {
        who: 'hospital',
        must: 'Repeat the market scan at intervals set by the risk.',
        cite: exemption('leading practice, market scanning'),
        confidence: 'V',
        due: null,
      },
      {
        who: 'hospital',
        must: 'Tell patients that the device is made under the exemption, and report concerns by Yellow Card (UK-E7).',
        cite: citing('uk_hie_rqa')(''),
        confidence: 'V2',
        due: null,
      },
    ],
    evidence: [
      'Answers to UK-E1 to UK-E9',
      'Reference of the quality management system',
      'Technical documentation and checklist of essential requirements',
      'Monitoring plan',
      'Patient information; route for concerns (Yellow Card)',
    ],
    notes: [
      'For general devices the exemption is guidance and enforcement discretion, not statute (MHRA health institution exemption guidance (2025)).',
    ],
  },
  'O-HIE-FIX': {
    tier: 'hold',
    meaning: 'a leading-practice condition is missing: complete it first',
    label: 'complete the conditions first',
    obligations: [
      {
        who: 'hospital',
        must: 'Complete the missing condition before the device is used on patients.',
        cite: exemption('leading practice'),
        confidence: 'V/D',
        due: 'before use on patients',
      },
    ],
    evidence: ['The missing condition, who completes it and by when', 'Answers to UK-E1 to UK-E9'],
    notes: [],
  },
  'O-HIE-IVD': {
    tier: 'record',
    meaning: 'use the IVD rules for health institutions instead',
    label: 'rules for in vitro diagnostics',
    obligations: [
      {
        who: 'hospital',
        must: 'Use regulation 33 and the guidance on in vitro diagnostics instead of the exemption for general devices.',
        cite: law('reg 33'),
        confidence: 'V',
        due: null,
      },
    ],
    evidence: [
      'Proof of conditions 1 and 2 (own premises, no transfer)',
      'Decision under the in vitro diagnostic rules',
    ],
    notes: [],
  },
};
