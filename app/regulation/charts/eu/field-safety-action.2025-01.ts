/**
 * MDR Art. 2(68) and 87 with MDCG 2023-3 Rev.2 (January 2025): is an action on supplied devices a field safety
 * corrective action? Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const terms = citing('mdcg_2023_3');
const security = citing('mdcg_2019_16');

const ACTION = 'Field safety corrective action';

const OURS = "interpretation, not the authority's words: ";

const SCREENING = [
  'Vigilance screening: each question with its answer and reason, and the time at which somebody became aware',
  'Description of the action and of the units it reaches',
];

export const fieldSafetyAction = chart({
  instrument: 'EU-MDR-FSCA',
  name: 'MDR vigilance: field action',
  title: 'MDR Art. 2(68), 87: is an action a field safety corrective action',
  jurisdiction: 'EU',
  edition: 'MDR with MDCG 2023-3 Rev.2, January 2025',
  issued: '2025-01',
  inForce: { from: '2025-01-01', to: null },
  source: 'mdcg_2023_3',
  addressee: 'Manufacturers',
  answers: 'law',
  start: 'FS-1',
  nodes: {
    'FS-1': {
      kind: 'step',
      part: ACTION,
      asks: 'Does the action reach devices that have been made available on the market before?',
      short: 'devices already supplied?',
      cite: mdr('Art. 2(68)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'release plan; list of the units concerned',
      rule: { yes: 'applies_to_supplied_units' },
      yes: 'FS-2',
      no: 'not_fsca',
      note: 'no: a change in production or design only.',
    },
    'FS-2': {
      kind: 'step',
      part: ACTION,
      asks: 'Is it taken by the manufacturer, or for it?',
      short: 'taken by or for the maker?',
      cite: mdr('Art. 2(68)'),
      confidence: 'V/i',
      who: 'hospital',
      foundIn: 'the proposal',
      rule: { yes: 'actor in {manufacturer, manufacturer_agent}' },
      yes: 'FS-3',
      no: 'not_fsca',
      note: `${OURS}an operator's own measure is no field safety corrective action.`,
    },
    'FS-3': {
      kind: 'step',
      part: ACTION,
      asks: 'Is it meant, for technical or medical reasons, to prevent a serious incident or to lower the risk of one?',
      short: 'against a serious incident?',
      cite: mdr('Art. 2(68)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk assessment of the fault or vulnerability; vigilance file',
      rule: { yes: 'reduces_risk_of_serious_incident' },
      yes: 'fsca',
      no: 'FS-4',
      subRules: [
        {
          id: 'FS-3-a',
          text: 'Controls against serious incidents, as in Annex II of the cybersecurity guidance, are examples of such an action.',
          cite: security('§5.1, Annex II'),
          confidence: 'V',
          answer: 'yes',
          when: 'reduces_risk_of_serious_incident',
        },
        {
          id: 'FS-3-b',
          text: 'It can be a return, an exchange or a destruction, a modification (by the purchaser too), an upgrade of software (from afar too), other labelling or instructions, or advice on how to use it or follow up patients. From memory: kept in MDCG 2023-3.',
          cite: citing('meddev_2_12_1')(''),
          confidence: 'V2/M',
        },
      ],
    },
    'FS-4': {
      kind: 'step',
      part: ACTION,
      asks: 'Is it a routine patch, hygiene, better efficiency, a plain correction, or a matter of confidentiality only?',
      short: 'routine or confidentiality only?',
      cite: security('§2.4, §5.1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'release note; vulnerability assessment',
      rule: {
        yes: 'solely_strengthens_cybersecurity or confidentiality_only or improves_operating_efficiency or solely_restores_specification',
      },
      yes: 'not_fsca',
      no: 'ask_nb',
      subRules: [
        {
          id: 'FS-4-a',
          text: 'There are security updates outside a field safety corrective action: they run in post-market surveillance and in the update process.',
          cite: security('§2.4'),
          confidence: 'V',
          answer: 'yes',
          when: 'solely_strengthens_cybersecurity',
        },
      ],
      note: 'no: somebody has to say why the risk is not serious, and put it on file.',
    },
  },
  outcomes: {
    not_fsca: {
      tier: 'record',
      meaning: 'not a field safety corrective action',
      label: 'no field safety corrective action',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Handle it in post-market surveillance, corrective and preventive action and technical documentation, and tell the users about the update.',
          cite: mdr('Art. 83 to 86'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Install it as the instructions say.',
          cite: security('§2.6.2'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: SCREENING,
      notes: [],
    },
    fsca: {
      tier: 'notify',
      meaning: 'field safety corrective action',
      label: 'field safety corrective action',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the action to the competent authority.',
          cite: mdr('Art. 87(1)(b), 87(8)'),
          confidence: 'V2',
          due: 'before it is undertaken, unless it is urgent',
        },
        {
          who: 'manufacturer',
          must: 'Issue a field safety notice; its draft goes to the authority unless it is urgent.',
          cite: mdr('Art. 89(5) to (9), 2(69)'),
          confidence: 'V2/M',
          due: 'without delay',
        },
        {
          who: 'manufacturer',
          must: 'from memory: inform the notified body, find the root cause and update the files.',
          cite: mdr('Art. 89(5) to (9)'),
          confidence: 'M',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'For a legacy device: obtain the acceptance of the authority in writing if question MC-0 of MDCG 2020-3 is to be answered yes.',
          cite: citing('mdcg_2020_3_r1')('§4.3.2.1, footnote 19'),
          confidence: 'V/i',
          due: 'before the changed device is placed on the market',
        },
        {
          who: 'hospital',
          must: 'Carry out the notice, confirm it, and trace every unit.',
          cite: mdr('Art. 89(5) to (9)'),
          confidence: 'V2/M',
          due: 'as the notice says',
        },
      ],
      evidence: [
        ...SCREENING,
        'Report to the authority; field safety notice; confirmations of the users; effectiveness check',
      ],
      notes: ['Notifying an action is not the same as having it assessed and accepted (MDCG 2020-3, MC-0).'],
    },
    ask_nb: {
      tier: 'hold',
      meaning: 'facts do not decide: ask the notified body, or the manufacturer if an operator asks',
      label: 'say why the risk is not serious',
      obligations: [
        {
          who: 'manufacturer',
          must: `${OURS}have the risk of a serious incident judged by a named person, with reasons; in doubt ask the competent authority.`,
          cite: terms(''),
          confidence: 'i',
          due: 'before the action starts',
        },
      ],
      evidence: [...SCREENING, 'Judgement on the risk of a serious incident, with name and date'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: '11.3 non-conformity',
      text: 'from memory: a manufacturer that believes a device is not in conformity corrects it, and informs the authority and the notified body where there is a serious risk.',
      cite: mdr('Art. 10(12)'),
      confidence: 'M',
    },
    {
      id: '11 scope',
      text: 'Legacy devices and devices placed on the market before 26 May 2021 are included.',
      cite: citing('mdcg_2021_25')('sections 3.1 and 4'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Hold: a no at FS-4 means that neither a serious risk nor a routine purpose is shown; the result asks who says that the risk is not serious.',
    'The day of publication in January 2025 was not seen, the first of the month is taken; Art. 87 has applied since 26 May 2021.',
    'derived: FS-2 is asked although the chart applies to the manufacturer only, so that it can be read for an operator as well.',
  ],
});
