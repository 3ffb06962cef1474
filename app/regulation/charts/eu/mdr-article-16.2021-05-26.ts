/**
 * MDR Article 16: when somebody other than the manufacturer takes on the duties of a manufacturer, and when an importer
 * or distributor who relabels or repackages needs a certificate (16(3), (4)). Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const repackaging = citing('mdcg_2021_26');
const certification = citing('mdcg_2021_23');
const legacy = citing('mdcg_2021_25');
const inHouse = citing('mdcg_2023_1');

const INFORMATION = 'Art. 16(2) to (4): information and packaging';
const DUTIES = 'Art. 16(1): duties of a manufacturer';

const OURS = "interpretation, not the authority's words: ";

const JUDGEMENT = [
  'Description of what was done to the device, by whom, and for whom',
  'Each question of Art. 16 with its answer and the reason; the document of the manufacturer where one was looked for',
];

export const article16 = chart({
  instrument: 'EU-MDR-ART16',
  name: 'MDR Art. 16',
  title: 'MDR Art. 16: manufacturer duties for others',
  jurisdiction: 'EU',
  edition: 'as amended, consolidated 10 January 2025',
  issued: '2017-04-05',
  inForce: { from: '2021-05-26', to: null },
  source: 'mdr',
  addressee: 'Any natural or legal person other than the manufacturer, hospitals and IT contractors included',
  answers: 'who',
  start: 'O16-5',
  nodes: {
    'O16-5': {
      kind: 'gate',
      part: INFORMATION,
      asks: 'Is it only translation or supply of information, or a change of the outer packaging, that is needed to market the device in a Member State?',
      short: 'only translation or outer packaging?',
      cite: mdr('Art. 16(2)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'the proposal',
      rule: { yes: 'repackaging_or_translation_only' },
      yes: 'O16-5m',
      no: 'O16-1',
      note: 'Such a step is no modification that affects compliance. It never helps a security change: 16(2) to (4) do not speak of changes to the device.',
    },
    'O16-5m': {
      kind: 'step',
      part: INFORMATION,
      asks: "Is the device then made available on the market by somebody other than a subcontractor under the manufacturer's control, and is it neither a legacy device nor an old one?",
      short: 'marketed, own account, MDR device?',
      cite: mdr('Art. 16(3), 16(4)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'supply agreement; declaration of conformity',
      rule: {
        yes: 'makes_available_on_market and not actor = manufacturer_agent and not eu_device_status in {legacy_directive, legacy_class1_upclassed, legacy_ivdd, old_device}',
      },
      yes: 'art16_4_certificate',
      no: 'no_art16_4_certificate',
      subRules: [
        {
          id: 'O16-5-a',
          text: "No certificate for a subcontractor under the manufacturer's control.",
          cite: repackaging(''),
          confidence: 'V',
          answer: 'no',
          when: 'actor = manufacturer_agent',
        },
        {
          id: 'O16-5-b',
          text: `None for legacy devices. ${OURS}a unit placed on the market before 26 May 2021 is taken alike.`,
          cite: legacy(''),
          confidence: 'V/i',
          answer: 'no',
          when: 'eu_device_status in {legacy_directive, legacy_class1_upclassed, legacy_ivdd, old_device}',
        },
        {
          id: 'O16-5-c',
          text: 'None for handling inside a hospital: nothing is made available on the market.',
          cite: certification(''),
          confidence: 'V',
          answer: 'no',
          when: 'not makes_available_on_market',
        },
      ],
    },
    'O16-1': {
      kind: 'step',
      part: DUTIES,
      asks: 'Is the device made available under the name or mark of the person acting, with no agreement by which the manufacturer is named and answers for it?',
      short: 'under an own name or mark?',
      cite: mdr('Art. 16(1)(a)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'label; supply agreement',
      rule: { yes: 'commercial_name_used' },
      yes: 'manufacturer_obligations',
      no: 'O16-2',
    },
    'O16-2': {
      kind: 'step',
      part: DUTIES,
      asks: 'Is another intended purpose given to a device that has already been placed on the market or put into service?',
      short: 'intended purpose changed?',
      cite: mdr('Art. 16(1)(b)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'instructions for use beside the planned use',
      rule: { yes: 'change_domains includes intended_purpose' },
      yes: 'manufacturer_obligations',
      no: 'O16-3',
      subRules: [
        {
          id: 'O16-2-a',
          text: 'A health institution that gives a CE-marked device another purpose for its own use comes under Art. 5(5): see EU-MDR-ART5-5.',
          cite: inHouse('§3.2.2'),
          confidence: 'V',
        },
      ],
    },
    'O16-3': {
      kind: 'step',
      part: DUTIES,
      asks: 'Is such a device modified in a way that may affect how it meets the requirements that apply to it?',
      short: 'may compliance be affected?',
      cite: mdr('Art. 16(1)(c)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk analysis of the modification; technical documentation of the manufacturer',
      rule: { yes: 'compliance_may_be_affected' },
      yes: 'O16-4',
      no: 'no_manufacturer_obligations',
      subRules: [
        {
          id: 'O16-3-a',
          text: `${OURS}the test is "may be affected", not "is affected": without evidence from the manufacturer a no is hard to give for a change it has not validated.`,
          cite: mdr('Art. 16(1)(c)'),
          confidence: 'V/i',
        },
        {
          id: 'OT-4',
          text: 'Background for all products: one changed so that purpose, type, hazards or level of risk go beyond the original risk assessment is a new product; a software update is maintenance unless it amounts to that. Guidance on the MDR prevails.',
          cite: citing('blue_guide')('§2.1'),
          confidence: 'V2',
        },
      ],
    },
    'O16-4': {
      kind: 'step',
      part: DUTIES,
      asks: 'Is the device only assembled or adapted for an individual patient, the purpose unchanged, by somebody who is no manufacturer?',
      short: 'only adapted for one patient?',
      cite: mdr('Art. 16(1), last subparagraph'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'record of the adaptation',
      rule: { yes: 'adapted_for_individual_patient_only' },
      yes: 'no_manufacturer_obligations',
      no: 'manufacturer_obligations',
      note: 'derived: a security change of a unit is no adaptation for an individual patient.',
    },
  },
  outcomes: {
    art16_4_certificate: {
      tier: 'notify',
      meaning: "Art. 16(3)-(4): quality system, 28 days' notice, notified-body certificate",
      label: 'certificate under Art. 16(4)',
      obligations: [
        {
          who: 'hospital',
          must: 'Run a quality management system for these activities.',
          cite: mdr('Art. 16(3)'),
          confidence: 'V',
          due: 'before the device is made available',
        },
        {
          who: 'hospital',
          must: 'Give prior notice (from memory: to the manufacturer and to the competent authority of the Member State).',
          cite: mdr('Art. 16(4)'),
          confidence: 'V/M',
          due: 'at least 28 days before the device is made available',
        },
        {
          who: 'hospital',
          must: 'Hold a certificate of a notified body for that quality management system.',
          cite: mdr('Art. 16(4)'),
          confidence: 'V',
          due: 'before the device is made available',
        },
      ],
      evidence: [
        ...JUDGEMENT,
        'Certificate of the notified body; notices to manufacturer and authority with their dates',
      ],
      notes: ['"hospital" stands here for whoever relabels or repackages, usually an importer or distributor.'],
    },
    no_art16_4_certificate: {
      tier: 'none',
      meaning: 'the 16(4) certificate duty is not triggered',
      label: 'no certificate under Art. 16(4)',
      obligations: [
        {
          who: 'hospital',
          must: `${OURS}keep the reason why the step is no modification and needs no certificate.`,
          cite: mdr('Art. 16(2)'),
          confidence: 'i',
          due: null,
        },
      ],
      evidence: JUDGEMENT,
      notes: [],
    },
    manufacturer_obligations: {
      tier: 'recertify',
      meaning: 'the person takes on manufacturer duties',
      label: 'duties of a manufacturer',
      obligations: [
        {
          who: 'hospital',
          must: 'Take on the duties of a manufacturer: registration, conformity assessment, technical documentation, UDI, declaration of conformity, vigilance.',
          cite: citing('mdcg_2018_6')(''),
          confidence: 'V2',
          due: 'before the changed device is used or made available',
        },
        {
          who: 'hospital',
          must: `${OURS}or avoid them: let the manufacturer make or approve the change, or treat the risk in the environment of the device.`,
          cite: citing('mdcg_2019_16')('§2.6, §3.8'),
          confidence: 'i',
          due: 'before the change is made',
        },
      ],
      evidence: [
        ...JUDGEMENT,
        'Where it is accepted: conformity assessment, technical documentation, declaration, registration and UDI of the changed device',
      ],
      notes: [
        `${OURS}for legacy and old devices Art. 16(1)(c) is not settled; it is applied here to every status and shown as uncertain (known ambiguity 10).`,
      ],
    },
    no_manufacturer_obligations: {
      tier: 'none',
      meaning: 'Art. 16(1) is not triggered',
      label: 'no duties of a manufacturer',
      obligations: [
        {
          who: 'hospital',
          must: `${OURS}keep the reason why compliance cannot be affected, with the evidence behind it.`,
          cite: mdr('Art. 16(1)(c)'),
          confidence: 'i',
          due: null,
        },
      ],
      evidence: JUDGEMENT,
      notes: [
        'Use as the manufacturer intends and proper maintenance stay a duty (MDR Art. 5(1)); national operator law comes on top.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'O16 person',
      text: 'The article speaks of any natural or legal person; a hospital or a contractor is one.',
      cite: mdr('Art. 16(1)'),
      confidence: 'V/i',
    },
    {
      id: 'O16 legacy',
      text: 'For legacy devices, economic operators should in principle be bound by the MDR only in surveillance, vigilance and registration. Art. 16(3) and (4) are among the examples, 16(1) is not, and a hospital is no economic operator.',
      cite: legacy(''),
      confidence: 'V/i',
    },
    {
      id: 'O16 directive',
      text: 'Under the directive, whoever processes, refurbishes or labels a device to market it under an own name has the duties of its manufacturer; whoever fits a marketed device to its purpose for one patient has not.',
      cite: citing('mdd')('Art. 1(2)(f)'),
      confidence: 'V',
    },
    {
      id: 'OT-1',
      text: 'from memory: a spare part sold to restore a device must not harm its safety or performance; a part that changes performance, safety or purpose significantly is itself a device.',
      cite: mdr('Art. 23'),
      confidence: 'M',
    },
    {
      id: 'OT-2',
      text: 'from memory: full refurbishment (rebuilt to conformity as new, with a new lifetime) makes the refurbisher a manufacturer.',
      cite: mdr('Art. 2(30), 2(31)'),
      confidence: 'M',
    },
    {
      id: 'OT-3',
      text: 'from memory: combining devices and other products in order to place a system on the market comes under the article on systems and procedure packs.',
      cite: mdr('Art. 22'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    'derived: the exceptions O16-5 and O16-4 are asked where they decide: O16-5 first, because information and packaging are no modification at all; O16-4 after O16-3, because it lifts its result.',
    'Hold (known ambiguity 10): Art. 16(1)(c) for legacy and old devices is not settled. The questions are walked for every status; for those devices the result is shown as a warning only.',
    'No such article exists in Great Britain: a unit in London is not judged here, whatever certificate it has.',
    'The day from which the MDR applies, 26 May 2021, is taken as the first day of this edition.',
    'derived: whoever carries out published instructions or a written approval of the manufacturer does not reach this chart: that is operation within the instructions (EU-MDCG-2019-16).',
  ],
});
