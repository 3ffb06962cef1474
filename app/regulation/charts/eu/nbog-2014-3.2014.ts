/**
 * NBOG BPG 2014-3 (2014): must a change to a device with a certificate under the directives be put to the notified body
 * before it is made? Only the first pages and second-hand renderings were seen; the order of the questions is ours.
 * Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('nbog_2014_3');
const mdd = citing('mdd');
const aimdd = citing('aimdd');
const own = citing('changemark');

const PRODUCT = 'Changes of the product';

const OURS = "interpretation, not the authority's words: ";

const RISK_FILE = "manufacturer's risk management file";

const RECORD = [
  'Description of the change with the certificate and the annex of the directive it stands under',
  'Each question with its answer and the reason; reviewer and date',
];

export const nbog20143 = chart({
  instrument: 'EU-NBOG-2014-3',
  name: 'NBOG BPG 2014-3',
  title: 'NBOG BPG 2014-3: reporting of design changes under the directives',
  jurisdiction: 'EU',
  edition: '2014',
  issued: '2014',
  inForce: { from: '2014-01-01', to: null },
  source: 'nbog_2014_3',
  addressee: 'Manufacturers and notified bodies, for certificates under 93/42/EEC, 90/385/EEC and 98/79/EC',
  answers: 'law',
  start: 'NB-1',
  nodes: {
    'NB-1': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Do intended purpose, users or way of use change (a contra-indication added or removed included)?',
      short: 'purpose, users, way of use?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'old and new statement of intended purpose; instructions for use of both versions',
      rule: {
        yes: 'change_domains includes intended_purpose or new_user_or_patient_population or new_clinical_application or extends_intended_purpose or contraindication_added or contraindication_removed',
        no: 'not change_domains includes intended_purpose',
      },
      yes: 'substantial',
      no: 'NB-2',
      subRules: [
        {
          id: 'NB-1-a',
          text: 'A contra-indication added or removed is a yes.',
          cite: doc('in second-hand renderings'),
          confidence: 'V2',
          answer: 'yes',
          when: 'contraindication_added or contraindication_removed',
        },
      ],
    },
    'NB-2': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Could the change bear on how the essential requirements are met (other standards or new evidence needed, another performance specification)?',
      short: 'essential requirements affected?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'checklist of essential requirements; performance specification',
      rule: {
        yes: 'compliance_may_be_affected or changes_original_performance',
        no: 'not compliance_may_be_affected',
      },
      yes: 'substantial',
      no: 'NB-3',
      subRules: [
        {
          id: '6.1 reading',
          text: 'The wordings of the annexes differ; the authorities read them alike: only a change that could affect conformity needs to be notified.',
          cite: doc('first pages'),
          confidence: 'V',
        },
      ],
    },
    'NB-3': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Is there a new hazard that was not addressed before, or does a known risk get worse?',
      short: 'new hazard or higher risk?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: RISK_FILE,
      rule: { yes: 'new_hazard or risk_raised' },
      yes: 'substantial',
      no: 'NB-4',
    },
    'NB-4': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Do the clinical data of the former version no longer suffice?',
      short: 'clinical data no longer enough?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'clinical evaluation',
      rule: { yes: 'clinical_data_needed in {confirmatory, substantial, entirely_new}' },
      yes: 'substantial',
      no: 'NB-5',
    },
    'NB-5': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Software: may diagnosis or therapy come out differently (algorithm, reading of data, alarm configuration, automatic input, another operating-system family, new presentation)?',
      short: 'software: diagnosis or therapy?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2/M',
      who: 'manufacturer',
      foundIn: 'release note; verification and validation report',
      rule: {
        yes: 'change_domains includes software and (may_alter_diagnosis_or_therapy or alters_alarm_system or user_input_replaced_by_closed_loop or new_data_presentation or changes_interpretation_of_data or os_change in {different_family, additional_family})',
        no: 'not change_domains includes software or not may_alter_diagnosis_or_therapy',
      },
      yes: 'substantial',
      no: 'NB-6',
      subRules: [
        {
          id: 'NB-5-a',
          text: 'from memory: the list of examples in brackets was completed from memory.',
          cite: own('NB-5, list'),
          confidence: 'M',
        },
        {
          id: 'NB-5-b',
          text: 'Another operating-system family is named beside algorithm, alarms, automatic input and presentation.',
          cite: doc('in second-hand renderings'),
          confidence: 'V2/M',
          answer: 'yes',
          when: 'change_domains includes software and os_change in {different_family, additional_family}',
        },
      ],
    },
    'NB-6': {
      kind: 'step',
      part: PRODUCT,
      asks: 'Does the change correct an error that poses a safety risk, or is it part of a field safety corrective action (meant to lessen the risk of a serious incident)?',
      short: 'safety error or field action?',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'problem report; vigilance file',
      rule: { yes: 'error_poses_safety_risk or reduces_risk_of_serious_incident' },
      yes: 'ask_nb',
      no: 'not_substantial',
      subRules: [
        {
          id: 'NB-7',
          text: 'None of NB-1 to NB-6: document the change and show it at surveillance.',
          cite: doc('in second-hand renderings'),
          confidence: 'V2',
          answer: 'no',
          when: 'not error_poses_safety_risk and not reduces_risk_of_serious_incident',
        },
      ],
      note: 'yes: talk to the notified body; where there is none, treat it as substantial.',
    },
  },
  outcomes: {
    substantial: {
      tier: 'approval',
      meaning: 'notifiable design or system change; the notified body decides before implementation',
      label: 'substantial change',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Put the change to the notified body and wait: an approved design or type is approved again where the change could bear on the essential requirements or on the prescribed conditions of use.',
          cite: mdd('Annex II 4.4, Annex III 6'),
          confidence: 'V',
          due: 'before the change is implemented',
        },
        {
          who: 'manufacturer',
          must: 'Tell the notified body of plans for a substantial change of the quality system or the product range.',
          cite: mdd('Annex II 3.4, Annex V 3.4, Annex VI 3.4'),
          confidence: 'V',
          due: 'before the change is implemented',
        },
        {
          who: 'authorised body',
          must: 'Assess the change and give its decision; a certificate under a directive is no longer issued anew or supplemented.',
          cite: citing('mdcg_2020_3_r1')('§3, §4.1'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: [...RECORD, 'Notification and decision of the notified body'],
      notes: [
        'Substantial here and significant under MDCG 2020-3 are independent: a change can be notifiable without being significant (MDCG 2020-3 Rev.1 §2, §4.1).',
      ],
    },
    ask_nb: {
      tier: 'hold',
      meaning: 'facts do not decide: ask the notified body, or the manufacturer if an operator asks',
      label: 'talk to the notified body',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Discuss the correction with the notified body; where none is involved, treat it as substantial.',
          cite: doc('in second-hand renderings'),
          confidence: 'V2',
          due: 'before the change is implemented',
        },
      ],
      evidence: [...RECORD, 'Note of the discussion with the notified body'],
      notes: [
        'derived: where a serious incident threatens, the vigilance way runs beside it (EU-MDR-FSCA); the acceptance of the authority matters at MC-0 of MDCG 2020-3.',
      ],
    },
    not_substantial: {
      tier: 'record',
      meaning: 'document, show at surveillance',
      label: 'not substantial',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Document the change and show it at the next surveillance.',
          cite: doc('in second-hand renderings'),
          confidence: 'V2',
          due: 'at the next surveillance',
        },
      ],
      evidence: RECORD,
      notes: ['The contract with the notified body may ask for more than the guidance.'],
    },
  },
  aids: [],
  principles: [
    {
      id: '6.1 II.4',
      text: 'Design examination (class III): whatever changes in the approved design is notified, and approved again where it could bear on the essential requirements or on the prescribed conditions of use.',
      cite: mdd('Annex II 4.4'),
      confidence: 'V',
    },
    {
      id: '6.1 III',
      text: 'Type examination: significant changes of the approved product, with the same threshold for a further approval.',
      cite: mdd('Annex III 6'),
      confidence: 'V',
    },
    {
      id: '6.1 II.3, V, VI',
      text: 'Quality assurance: plans for substantial changes of the quality system or of the product range; the notified body assesses whether the requirements are still met.',
      cite: mdd('Annex II 3.4, Annex V 3.4, Annex VI 3.4'),
      confidence: 'V',
    },
    {
      id: '6.1 AIMDD',
      text: 'Active implantable devices: parallel provisions.',
      cite: aimdd('Annex 2 3.4, 4.4; Annex 3 6; Annex 5 3.4'),
      confidence: 'V',
    },
    {
      id: '6.3',
      text: 'Quality system: substantial are another manufacturing technology, or validation anew that bears on the product; another conformity route or product range; another site; other critical suppliers; and whatever touches the verification, validation or control of design that compliance is built on.',
      cite: doc('in second-hand renderings'),
      confidence: 'V2',
    },
    {
      id: '6.3 security',
      text: `${OURS}security work that can fall under it: moving the build or update infrastructure, having patches made elsewhere, another secure-development process.`,
      cite: own('6.3, security relevance'),
      confidence: 'i',
    },
    {
      id: '6.4',
      text: 'Substantial (here) and significant (MDCG 2020-3) do not depend on each other: under the directives a change can be the first and not the second.',
      cite: doc('as summarised by others'),
      confidence: 'V2',
    },
    {
      id: '6.4 pairs',
      text: `${OURS}typical pairs: a supplier or a site, perhaps substantial and not significant; a security update, neither; another operating-system family, both.`,
      cite: own('6.4, typical pairs'),
      confidence: 'i',
    },
    {
      id: '6 role',
      text: 'It is still the yardstick for certificates under the directives; several notified bodies use it by analogy for the MDR.',
      cite: doc('as described in a forum of the trade'),
      confidence: 'V2',
    },
    {
      id: '6 predecessor',
      text: 'It took the place of an older recommendation of the notified bodies, through which part of its criteria is known.',
      cite: citing('nb_med_rec2')(''),
      confidence: 'V2',
    },
  ],
  readingNotes: [
    'Hold: only the first pages of the document and second-hand renderings were seen, its appendix of examples was not. Section numbers are therefore not given, and NB-1 to NB-7 are our order.',
    'The date within 2014 is uncertain (a template says March, memory says November); the first day of the year is taken.',
    'The questions on the quality system are not walked; they stand among the principles (6.3). A change that touches product and quality system needs both looked at.',
    'derived: NB-1, NB-2 and NB-5 have a condition for no that is narrower than the reverse of the one for yes: at NB-1 that the purpose does not change, at NB-2 that conformity cannot be affected, at NB-5 that diagnosis and therapy stay as they are. Where both hold, yes counts.',
    'NB-7 is what remains after NB-6.',
    'from memory: most in vitro diagnostic devices under Directive 98/79/EC were declared without a notified body. Such a device has nobody to tell; its manufacturer decides and keeps the record.',
    'An up-classed class I device has no contract with a notified body under the directive and is not judged here.',
  ],
});
