/**
 * MDR Art. 27 and Annex VI Part C with MDCG 2018-5: does a change call for a new UDI-DI, a new UDI-PI, or none? Every
 * sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const software = citing('mdcg_2018_5');
const own = citing('changemark');

const SCOPE = 'Does a UDI apply';
const SOFTWARE = 'Software';
const DEVICE = 'Every other device';

const OURS = "interpretation, not the authority's words: ";

const RECORD = [
  'UDI assessment of the change: each question with its answer and reason',
  'Version identification of the software',
];

export const udiAfterChange = chart({
  instrument: 'EU-MDR-UDI',
  name: 'MDR UDI',
  title: 'MDR Art. 27, Annex VI Part C: UDI after a change',
  jurisdiction: 'EU',
  edition: 'as amended, consolidated 10 January 2025',
  issued: '2017-04-05',
  inForce: { from: '2021-05-26', to: null },
  source: 'mdr',
  addressee: 'Manufacturers of devices under the MDR',
  answers: 'law',
  start: 'U1',
  nodes: {
    U1: {
      kind: 'step',
      part: SCOPE,
      asks: 'Is it a legacy device without UDI duty, a device made in-house or a custom-made device?',
      short: 'no UDI duty?',
      cite: mdr('Art. 27, 120'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'label; entry in EUDAMED',
      rule: { yes: 'not udi_required' },
      yes: 'udi_unchanged',
      no: 'U2',
      subRules: [
        {
          id: 'U1-a',
          text: 'Art. 27 does not apply to legacy devices.',
          cite: citing('mdcg_2021_25')('annex'),
          confidence: 'V',
          answer: 'yes',
          when: 'not udi_required',
        },
        {
          id: 'U1-b',
          text: 'Without a UDI they are identified in EUDAMED by an id of that database.',
          cite: citing('mdcg_2019_5')(''),
          confidence: 'V',
        },
      ],
    },
    U2: {
      kind: 'step',
      part: SCOPE,
      asks: 'Is the software sold by itself, or a device of its own?',
      short: 'software a device in itself?',
      cite: mdr('Annex VI Part C 6.5.1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'declaration of conformity; product catalogue',
      rule: { yes: 'software_is_device_in_itself' },
      yes: 'U3',
      no: 'U6',
      note: 'no: the rules of the hardware device apply; the version of the software is still recorded.',
    },
    U3: {
      kind: 'step',
      part: SOFTWARE,
      asks: 'Does the change alter original performance, safety, intended use, the interpretation of data, or name, model, critical warnings, contra-indications or language; or is a new or modified algorithm, database structure, platform, architecture, interface or channel not shown to leave performance, safety and interpretation as they are?',
      short: 'performance, safety, use, reading?',
      cite: mdr('Annex VI Part C 6.5.2, 3.9'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'UDI assessment of the change; release note; verification report',
      rule: {
        yes: 'changes_original_performance or affects_safety_or_effectiveness or change_domains includes intended_purpose or changes_interpretation_of_data or identification_or_traceability_affected or name_or_identifier_changed or ((algorithm_changed or database_structure_changed or hardware_platform_changed or os_change in {different_family, additional_family} or architecture_change = major or ui_change = new_interface or new_interoperability_channel) and not udi_effect_excluded)',
        no: 'not changes_original_performance and not affects_safety_or_effectiveness and not change_domains includes intended_purpose and not changes_interpretation_of_data',
      },
      yes: 'new_udi_di',
      no: 'U5',
      subRules: [
        {
          id: 'U3-a',
          text: 'Original performance, safety, intended use or the interpretation of data: a new UDI-DI.',
          cite: mdr('Annex VI Part C 6.5.2'),
          confidence: 'V',
          answer: 'yes',
          when: 'changes_original_performance or affects_safety_or_effectiveness or change_domains includes intended_purpose or changes_interpretation_of_data',
        },
        {
          id: 'U3-b',
          text: 'What holds for every device holds here: another name, trade name or model, other critical warnings or contra-indications, another language of the interface.',
          cite: software(''),
          confidence: 'V',
          answer: 'yes',
          when: 'identification_or_traceability_affected or name_or_identifier_changed',
        },
        {
          id: 'U4-a',
          text: `${OURS}a new or modified algorithm, database structure, platform, architecture, user interface or channel is named as an instance of such a change; it counts until it is shown that neither performance nor safety nor interpretation changes (known ambiguity 13).`,
          cite: mdr('Annex VI Part C 6.5.2'),
          confidence: 'V/i',
          answer: 'yes',
          when: '(algorithm_changed or database_structure_changed or hardware_platform_changed or os_change in {different_family, additional_family} or architecture_change = major or ui_change = new_interface or new_interoperability_channel) and not udi_effect_excluded',
        },
      ],
    },
    U5: {
      kind: 'step',
      part: SOFTWARE,
      asks: 'Is it a minor revision (correction of errors, usability without a safety purpose, security patch, operating efficiency)?',
      short: 'minor revision?',
      cite: mdr('Annex VI Part C 6.5.3'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'release note',
      rule: {
        yes: 'solely_restores_specification or solely_strengthens_cybersecurity or improves_operating_efficiency or ui_change in {appearance_only, enhancement_without_performance_change}',
      },
      yes: 'new_udi_pi',
      no: 'ask_nb',
      subRules: [
        {
          id: 'U5-a',
          text: 'A security patch as such is a minor revision.',
          cite: mdr('Annex VI Part C 6.5.3'),
          confidence: 'V',
          answer: 'yes',
          when: 'solely_strengthens_cybersecurity',
        },
        {
          id: 'U5-b',
          text: 'So is a correction back to the specification.',
          cite: mdr('Annex VI Part C 6.5.3'),
          confidence: 'V',
          answer: 'yes',
          when: 'solely_restores_specification',
        },
      ],
      note: 'no: none of the kinds named; go through U3 again with a person.',
    },
    U6: {
      kind: 'step',
      part: DEVICE,
      asks: 'Might units be mixed up or harder to trace afterwards, because name, model or version, single use, sterility, quantity, critical warnings or contra-indications are no longer the same?',
      short: 'mix-up or lost traceability?',
      cite: mdr('Annex VI Part C 3.9'),
      confidence: 'V2/M',
      who: 'manufacturer',
      foundIn: 'label; UDI assessment of the change',
      rule: { yes: 'identification_or_traceability_affected or name_or_identifier_changed' },
      yes: 'new_udi_di',
      no: 'udi_unchanged',
      subRules: [
        {
          id: 'U7',
          text: 'from memory: otherwise the identifier of a hardware device stays; the version of its software is still recorded.',
          cite: own('U7'),
          confidence: 'M',
          answer: 'no',
          when: 'not identification_or_traceability_affected and not name_or_identifier_changed',
        },
      ],
    },
  },
  outcomes: {
    udi_unchanged: {
      tier: 'none',
      meaning: 'UDI unchanged',
      label: 'UDI unchanged',
      obligations: [
        {
          who: 'manufacturer',
          must: 'from memory: record the software version all the same.',
          cite: own('U7'),
          confidence: 'M',
          due: null,
        },
      ],
      evidence: RECORD,
      notes: [],
    },
    new_udi_di: {
      tier: 'notify',
      meaning: 'new UDI-DI to assign and register',
      label: 'new UDI-DI',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Assign a new UDI-DI and register it in the UDI database.',
          cite: mdr('Art. 27, Annex VI Part C 6.5.2'),
          confidence: 'V',
          due: 'before the changed device is placed on the market',
        },
        {
          who: 'manufacturer',
          must: 'Show the UDI in the software, on a screen that users reach, where it has an interface.',
          cite: software(''),
          confidence: 'V',
          due: 'before the changed device is placed on the market',
        },
        {
          who: 'hospital',
          must: 'derived: enter the new identifier against the asset when the version is installed.',
          cite: own('new UDI-DI at the hospital'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: [...RECORD, 'New UDI-DI and its registration'],
      notes: [
        'MDCG 2018-5 calls such a change significant; that is a word of the UDI rules, not the test of Art. 120.',
      ],
    },
    new_udi_pi: {
      tier: 'record',
      meaning: 'new UDI-PI',
      label: 'new UDI-PI',
      obligations: [
        {
          who: 'manufacturer',
          must: "Give a new UDI-PI with the manufacturer's version identification.",
          cite: mdr('Annex VI Part C 6.5.3'),
          confidence: 'V',
          due: 'with the new version',
        },
        {
          who: 'hospital',
          must: 'derived: record the new version against the asset.',
          cite: own('new UDI-PI at the hospital'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: RECORD,
      notes: [],
    },
    ask_nb: {
      tier: 'hold',
      meaning: 'facts do not decide: ask the notified body, or the manufacturer if an operator asks',
      label: 'judge U3 again',
      obligations: [
        {
          who: 'manufacturer',
          must: `${OURS}go through U3 again with a named person, and put the reason on file; in doubt ask the notified body.`,
          cite: mdr('Annex VI Part C 6.5.2, 6.5.3'),
          confidence: 'i',
          due: 'before the changed device is placed on the market',
        },
      ],
      evidence: [...RECORD, 'Judgement on U3 with name and date'],
      notes: [],
    },
  },
  aids: [
    {
      id: 'U4',
      asks: 'Does the change bring, or modify, a user interface, an algorithm, an architecture, an operating platform, a database structure or a channel for interoperability?',
      when: 'algorithm_changed or database_structure_changed or hardware_platform_changed or os_change in {same_family_version, different_family, additional_family} or architecture_change in {minor, major} or ui_change in {appearance_only, enhancement_without_performance_change, new_interface} or new_interoperability_channel',
      remark: `${OURS}the annex names these as instances of a change that needs a new UDI-DI: a no at U3 needs evidence that neither performance nor safety nor interpretation changes.`,
      cite: mdr('Annex VI Part C 6.5.2'),
      confidence: 'V/i',
    },
    {
      id: 'U8',
      asks: 'Do intended purpose, risk class, or essential design and manufacturing characteristics change?',
      when: 'change_domains includes intended_purpose or risk_class_changes',
      remark: 'A new Basic UDI-DI as well.',
      cite: citing('mdcg_2018_1')(''),
      confidence: 'V2',
    },
  ],
  principles: [
    {
      id: '9 visible',
      text: 'The UDI must be visible in software that has an interface, for example on an about screen.',
      cite: software(''),
      confidence: 'V',
    },
    {
      id: '2.3 EUDAMED',
      text: 'The module for UDI and devices is mandatory from 28 May 2026. Dates for devices already on the market are reported differently (27 or 28 November 2026, a longer grace period, 28 May 2027 for older certificates): check before relying on one.',
      cite: citing('eudamed_decision')(''),
      confidence: 'V/V2',
    },
  ],
  readingNotes: [
    'Hold (known ambiguity 13): whether the list of 6.5.2 names instances or independent triggers. It counts until its effect is shown to be absent; U4 is a remark, its weight lies in U3.',
    'derived: of an upgrade of the same operating-system family and of appearance only, U4 speaks, but U3 does not answer yes because of them.',
    'Hold (known ambiguity 14): EUDAMED dates for existing devices are not built into any rule.',
    'The identification question U6 holds for software too and is part of U3 there. U7 is what remains after U6.',
    'The day from which the MDR applies is taken as the first day of this edition. From memory: the number 3.9 in Part C, and that the duty to carry a UDI began in steps by class.',
  ],
});
