/**
 * Devices under the MDR: who decides on a change. Class I without a notified body (CI), technical documentation
 * certificate (Annex IX 4.10), type examination (Annex X 5), quality system certificate (Annex IX 2.4) and the contract
 * with the notified body (Annex VII 4.9). The order of the questions is ours. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const ai = citing('mdcg_2025_6');
const analogy = citing('mdcg_2020_3_r1');
const own = citing('changemark');

const SELF = 'Class I without a notified body';
const FILES = 'Technical documentation certificate (Annex IX 4.10)';
const TYPE = 'Type examination (Annex X 5)';
const SYSTEM = 'Quality system and contract';

const OURS = "interpretation, not the authority's words: ";

const CHANGE_FILE = 'change description; risk management file; verification report';

const NOTIFICATION = [
  'MDR change notification: description, reason, requirements of Annex I concerned, risk file, verification, clinical impact, labelling, UDI',
  'Each question with its answer and the reason; reviewer and date',
];

const AFTERWARDS = [
  'After every change run classification (EU-MDR-CLASS), UDI (EU-MDR-UDI), vigilance (EU-MDR-FSCA) and, where AI is inside, EU-AIA (row G7).',
];

export const mdrCertificate = chart({
  instrument: 'EU-MDR-CERT',
  name: 'MDR certificates',
  title: 'MDR certificates: Annex IX 2.4 and 4.10, Annex X 5, Annex VII 4.9',
  jurisdiction: 'EU',
  edition: 'as amended, consolidated 10 January 2025',
  issued: '2017-04-05',
  inForce: { from: '2021-05-26', to: null },
  source: 'mdr',
  addressee: 'Manufacturers of devices under the MDR (and, where it is parallel, the IVDR)',
  answers: 'law',
  start: 'CI-1',
  nodes: {
    'CI-1': {
      kind: 'gate',
      part: SELF,
      asks: 'Is it a class I device under the MDR that needs no notified body?',
      short: 'class I, self-declared?',
      cite: mdr('Art. 52(7), Annex IV'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'declaration of conformity (no number of a notified body beside the CE mark)',
      rule: { yes: 'eu_device_status = mdr_class1_self' },
      yes: 'self_assess',
      no: 'MR-1',
      subRules: [
        {
          id: 'CI-3',
          text: `${OURS}class Is, Im and Ir: the certificate speaks of sterility, measuring or reprocessing and of nothing else, so a security change concerns it where that aspect is touched, measuring most likely.`,
          cite: mdr('Art. 52(7)'),
          confidence: 'V2/i',
        },
      ],
    },
    'MR-1': {
      kind: 'step',
      part: FILES,
      asks: 'Is there an EU technical documentation assessment certificate for this device?',
      short: 'technical documentation certificate?',
      cite: mdr('Art. 52(3), 52(4); Annex IX chapter II'),
      confidence: 'V2/M',
      who: 'manufacturer',
      foundIn: 'certificate of the notified body; class and purpose in the declaration of conformity',
      rule: {
        yes: 'eu_certificate_type = technical_documentation_assessment',
        no: 'eu_certificate_type in {type_examination, quality_system, limited_aspect, none} or eu_device_class in {I, Is, Im, Ir, IIa} or (eu_device_class = IIb and (not implantable or listed_simple_implant))',
      },
      yes: 'AI-5',
      no: 'MR-5',
      subRules: [
        {
          id: 'MR-1-a',
          text: 'Class III, and class IIb implants other than the listed simple ones, have one (unless the type was examined instead).',
          cite: mdr('Art. 52(3), 52(4)'),
          confidence: 'V2',
          answer: 'yes',
          when: 'eu_certificate_type = technical_documentation_assessment',
        },
        {
          id: 'MR-1-b',
          text: 'Class IIa, and class IIb other than those implants, have none: their files are assessed by sampling.',
          cite: mdr('Art. 52(4), 52(6)'),
          confidence: 'V2',
          answer: 'no',
          when: 'eu_device_class = IIa or (eu_device_class = IIb and (not implantable or listed_simple_implant))',
        },
      ],
    },
    'AI-5': {
      kind: 'gate',
      part: FILES,
      asks: 'Is the device a high-risk AI system, and was this change predetermined by the manufacturer and assessed at the start?',
      short: 'predetermined change of AI?',
      cite: ai('question 30'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'certificate; plan of predetermined changes in the technical documentation',
      rule: { yes: 'is_high_risk_ai_system and covered_by_authorised_change_plan' },
      yes: 'nb_notify',
      no: 'MR-2',
      note: 'Such a change is not seen as a change under Annex IX 4.10 (IVDR 4.11); it is reported as the plan says.',
    },
    'MR-2': {
      kind: 'step',
      part: FILES,
      asks: 'Could safety and performance, or the prescribed conditions of use, be affected (a changed risk control, or instructions the user must act on, count)?',
      short: 'could affect safety or conditions?',
      cite: mdr('Annex IX 4.10'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: CHANGE_FILE,
      rule: { yes: 'affects_safety_or_effectiveness or instructions_for_use_affected or risk_control_changed' },
      yes: 'nb_prior_approval',
      no: 'nb_notify',
      subRules: [
        {
          id: 'MS-2',
          text: 'from memory: a risk control is changed, removed, or its effectiveness touched: presume yes.',
          cite: own('MS-2'),
          confidence: 'M/i',
          answer: 'yes',
          when: 'risk_control_changed',
        },
        {
          id: 'MS-3',
          text: 'from memory: minimum IT requirements or instructions change in a way the user must act on: these are conditions prescribed for use, presume yes.',
          cite: own('MS-3'),
          confidence: 'M/i',
          answer: 'yes',
          when: 'instructions_for_use_affected',
        },
        {
          id: 'MR-3',
          text: 'The notified body looks at the plan and decides between a supplement to the certificate and conformity assessment anew under Art. 52.',
          cite: mdr('Annex IX 4.10'),
          confidence: 'V',
          answer: 'yes',
          when: 'affects_safety_or_effectiveness',
        },
        {
          id: 'MS-4',
          text: `${OURS}a verified security patch or correction with specification and risk file unchanged that keeps the assessed secure state is normally not significant: report it as the contract says.`,
          cite: own('MS-4'),
          confidence: 'V2/i',
          answer: 'no',
          when: 'not affects_safety_or_effectiveness and not instructions_for_use_affected and not risk_control_changed and (solely_strengthens_cybersecurity or solely_restores_specification)',
        },
        {
          id: 'MR-4',
          text: 'Otherwise record the reasoning and report as the contract says; the notified body samples in surveillance.',
          cite: mdr('Annex IX 3, 4.10; Annex VII 4.9'),
          confidence: 'V2',
          answer: 'no',
          when: 'not affects_safety_or_effectiveness and not instructions_for_use_affected and not risk_control_changed',
        },
      ],
      note: 'MDCG 2020-3 is not made for devices with an MDR certificate; its questions are used by analogy only (remark MS-1).',
    },
    'MR-5': {
      kind: 'step',
      part: TYPE,
      asks: 'Is there an EU type-examination certificate?',
      short: 'type-examination certificate?',
      cite: mdr('Annex X'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'certificate of the notified body',
      rule: {
        yes: 'eu_certificate_type = type_examination',
        no: 'eu_certificate_type in {technical_documentation_assessment, quality_system, limited_aspect, none} or eu_device_class in {I, Is, Im, Ir, IIa}',
      },
      yes: 'MR-5.1',
      no: 'MR-6',
    },
    'MR-5.1': {
      kind: 'step',
      part: TYPE,
      asks: 'Does the approved type, its intended purpose or its conditions of use change?',
      short: 'type, purpose or conditions change?',
      cite: mdr('Annex X 5.1 to 5.3'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'type-examination certificate beside the change description',
      rule: {
        yes: 'specification_changed or change_domains includes intended_purpose or instructions_for_use_affected',
      },
      yes: 'nb_prior_approval',
      no: 'self_assess',
      subRules: [
        {
          id: 'MR-5-a',
          text: 'Any planned change of this kind is reported; the notified body decides, and approves by a supplement.',
          cite: mdr('Annex X 5.1, 5.2'),
          confidence: 'V',
          answer: 'yes',
          when: 'specification_changed',
        },
        {
          id: 'MR-5-b',
          text: 'A change of purpose or of conditions of use needs a new application, unless it is a limitation.',
          cite: mdr('Annex X 5.3'),
          confidence: 'V',
          answer: 'yes',
          when: 'change_domains includes intended_purpose or instructions_for_use_affected',
        },
      ],
    },
    'MR-6': {
      kind: 'step',
      part: SYSTEM,
      asks: 'Is it a substantial change of the quality management system, or of the range of devices it covers?',
      short: 'substantial change of QMS or range?',
      cite: mdr('Annex IX 2.4'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'quality system certificate with its scope; change description',
      rule: { yes: 'qms_or_range_change_substantial' },
      yes: 'nb_prior_approval',
      no: 'MR-7',
      subRules: [
        {
          id: 'MR-6-a',
          text: 'The notified body decides on further audits; its approval is a supplement to the quality system certificate.',
          cite: mdr('Annex IX 2.4'),
          confidence: 'V',
          answer: 'yes',
          when: 'qms_or_range_change_substantial',
        },
        {
          id: '6.3',
          text: `${OURS}security work that can be a change of the quality system: moving the build or update infrastructure, having patches made elsewhere, another secure-development process.`,
          cite: own('6.3, security relevance'),
          confidence: 'i',
        },
      ],
      note: `${OURS}class IIa and most of class IIb are not named by Annex IX 4.10; what binds them is 2.4 and the contract, and notified bodies do not all handle it alike (known ambiguity 8).`,
    },
    'MR-7': {
      kind: 'step',
      part: SYSTEM,
      asks: 'Does the contract with the notified body ask for approval of this kind of change beforehand?',
      short: 'contract: approval beforehand?',
      cite: mdr('Annex VII 4.9'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'contract with the notified body',
      rule: { yes: 'nb_contract_requirement = prior_approval' },
      yes: 'nb_prior_approval',
      no: 'MR-7n',
      subRules: [
        {
          id: '5.2',
          text: 'Changes that the contract has to settle: of the approved quality system or range of devices, of the approved design or type, of intended use or claims, of substances with a special procedure. How significance is judged, and that plans come in for approval first, is laid down by the notified body, which notifies its decision.',
          cite: mdr('Annex VII 4.9'),
          confidence: 'V',
        },
      ],
    },
    'MR-7n': {
      kind: 'step',
      part: SYSTEM,
      asks: 'Does the contract ask for notification of this kind of change?',
      short: 'contract: notification?',
      cite: mdr('Annex VII 4.9'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'contract with the notified body',
      rule: { yes: 'nb_contract_requirement = notify' },
      yes: 'nb_notify',
      no: 'self_assess',
      note: 'derived: the second half of MR-7.',
    },
  },
  outcomes: {
    self_assess: {
      tier: 'record',
      meaning: 'no notified body: the manufacturer decides and records',
      label: 'manufacturer decides and records',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep series production in conformity, take changes of design into account in time, and update technical documentation, risk file and declaration of conformity.',
          cite: mdr('Art. 10(4), 10(9), Annex IV'),
          confidence: 'V2',
          due: 'in a timely manner',
        },
        {
          who: 'manufacturer',
          must: 'Check after every change whether the class still holds (CI-2): a new function or decision support can lift software to class IIa or higher, and then a notified body is needed.',
          cite: mdr('Annex VIII rule 11'),
          confidence: 'V',
          due: 'before the changed device is placed on the market',
        },
      ],
      evidence: [...NOTIFICATION, 'Classification rationale for the changed device'],
      notes: AFTERWARDS,
    },
    nb_prior_approval: {
      tier: 'approval',
      meaning: 'the notified body must approve before the change is implemented',
      label: 'approval of the notified body',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit the plan of the change to the notified body and wait for its approval.',
          cite: mdr('Annex IX 2.4, 4.10; Annex X 5'),
          confidence: 'V',
          due: 'before the change is implemented',
        },
        {
          who: 'authorised body',
          must: 'Assess the plan and notify the decision: new conformity assessment, or a supplement to the certificate.',
          cite: mdr('Annex IX 4.10; Annex VII 4.9'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'manufacturer',
          must: `${OURS}give operators measures for the environment until the approval is there; where a serious incident threatens, go the vigilance way first and inform the notified body in parallel (MS-5).`,
          cite: own('MS-5'),
          confidence: 'i',
          due: 'in a time that fits the risk',
        },
        {
          who: 'hospital',
          must: `${OURS}install only a version that the certificate covers.`,
          cite: mdr('Annex IX 4.10'),
          confidence: 'i',
          due: null,
        },
      ],
      evidence: [...NOTIFICATION, 'Decision of the notified body; supplement to the certificate'],
      notes: [
        'Uniform times for notified bodies (30 days application, 120 days audit, 90 days product verification, 20 days decision) apply from 25 February 2027; whether they cover reviews of a change is not known (Implementing Regulation (EU) 2026/977).',
        ...AFTERWARDS,
      ],
    },
    nb_notify: {
      tier: 'notify',
      meaning: 'report to the notified body as the contract says',
      label: 'report to the notified body',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Record the reasoning and report the change to the notified body.',
          cite: mdr('Annex IX 3, 4.10; Annex VII 4.9'),
          confidence: 'V2',
          due: 'as the contract says',
        },
        {
          who: 'manufacturer',
          must: 'Update technical documentation and risk file; the notified body samples them in surveillance.',
          cite: mdr('Annex IX 3'),
          confidence: 'V2',
          due: null,
        },
      ],
      evidence: NOTIFICATION,
      notes: AFTERWARDS,
    },
  },
  aids: [
    {
      id: 'CI-2',
      asks: 'Does the change move the device into another class?',
      when: 'risk_class_changes',
      remark: 'A notified body may then be needed: run EU-MDR-CLASS before anything else.',
      cite: mdr('Annex VIII rule 11'),
      confidence: 'V',
    },
    {
      id: 'MS-1',
      asks: 'By analogy with MDCG 2020-3: would one of its questions A2 to A4, B1 or C1 to C4 be answered yes?',
      when: 'extends_intended_purpose or new_user_or_patient_population or new_clinical_application or alters_control_mechanism or alters_operating_principle or alters_energy_source or alters_alarm_system or os_change in {different_family, additional_family} or (os_change = same_family_version and device_software_change_needed) or component_change in {major, new, new_security_component} or architecture_change = major or database_structure_changed or user_input_replaced_by_closed_loop or ui_change = new_interface or new_feature = medical or new_interoperability_channel or new_data_presentation',
      remark:
        'from memory: presume that the change could affect safety and performance; a no at MR-2 then needs evidence. The guidance is used by analogy, it is not made for MDR certificates.',
      cite: analogy('charts A to C, by analogy'),
      confidence: 'M/i',
    },
  ],
  principles: [
    {
      id: 'G6',
      text: 'A device with an MDR or IVDR certificate is judged here; a class I device without a notified body at CI-1.',
      cite: mdr('Art. 52'),
      confidence: 'V2',
    },
    {
      id: 'G7',
      text: `${OURS}whatever the result, look at UDI, vigilance, the AI Act and the NIS2 duties of the operator afterwards.`,
      cite: own('G7'),
      confidence: 'i',
    },
    {
      id: '5.5',
      text: 'Changes in design or characteristics, and in standards, are taken into account adequately and in a timely manner; the quality system includes the management of modifications and a strategy for regulatory compliance (details from memory).',
      cite: mdr('Art. 10(9)'),
      confidence: 'V2/M',
    },
    {
      id: 'MS-5',
      text: 'from memory: an emergency patch against the risk of a serious incident goes the vigilance way first; the notified body is informed in parallel.',
      cite: mdr('Art. 87'),
      confidence: 'M/i',
    },
    {
      id: '10.4',
      text: 'Which certificate exists. I: none. Is, Im, Ir: limited to that aspect. IIa: quality system certificate. IIb: quality system or type certificate. IIb implant (not a listed simple one): quality system and technical documentation certificate. III: the same, or a type certificate.',
      cite: mdr('Art. 52'),
      confidence: 'V2',
    },
    {
      id: '10.4 directives',
      text: 'Under the directive: I a declaration (Annex VII); Is, Im with II, IV, V or VI for the aspect; IIa II without 4, or VII with IV, V or VI; IIb II without 4, or III with IV, V or VI; III II with 4, or III with IV or V. Type examination serves IIb and III only, Annex II.4 only class III.',
      cite: citing('mdd')('Art. 11'),
      confidence: 'V2',
    },
    {
      id: '10.4 validity',
      text: 'An MDR certificate lasts at most five years; the reform proposal would lift this.',
      cite: mdr('Art. 56(2)'),
      confidence: 'V',
    },
    {
      id: '2.3 notified body times',
      text: 'Uniform procedures of notified bodies: 30 days to review an application, 120 days for an audit, 90 days for product verification, 20 days for the decision; from 25 February 2027.',
      cite: citing('nb_procedures')(''),
      confidence: 'V',
    },
    {
      id: '2.3 reform',
      text: 'Not law: the reform proposal of 16 December 2025 would bring certificates without a fixed end, a new software rule, new in-house rules and cybersecurity requirements. Not adopted when last seen, on 31 July 2026.',
      cite: citing('reform_proposal')(''),
      confidence: 'V',
    },
  ],
  readingNotes: [
    `${OURS}the order of the questions: class I first, then by kind of certificate, then the quality system and the contract. MR-3 and MR-4 are the two ends of MR-2.`,
    'Hold (known ambiguity 8): Annex IX 4.10 for class IIa and most of IIb. They are judged by 2.4 and by the contract (MR-6, MR-7); as long as nobody has read the contract the question stays open.',
    'Hold (known ambiguity 9): MDCG 2020-3 by analogy. MS-1 is a remark, not a question of the walk.',
    'derived: a device of class IIb may have a type certificate although nothing but the class is known; the class alone settles MR-1 but not MR-5.',
    'derived: a no at MR-5.1 ends with the manufacturer deciding itself, and a no at MR-2 with a report; the contract (MR-7) is then not asked again, although it may ask for more.',
    'The day from which the MDR applies, 26 May 2021, is taken as the first day of this edition. IVDR clauses are parallel and not cited one by one.',
    'From memory: that a device-specific certificate is what brings Annex IX 4.10 into play.',
  ],
});
