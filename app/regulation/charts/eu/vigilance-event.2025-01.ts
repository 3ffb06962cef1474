/**
 * MDR Art. 87 to 90 with MDCG 2023-3 Rev.2 (January 2025): is an event with a device a serious incident? The pattern for
 * cyber events is that of Annex II of MDCG 2019-16. The order of the questions is ours. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const terms = citing('mdcg_2023_3');
const security = citing('mdcg_2019_16');
const own = citing('changemark');

const EVENT = 'Is it an incident';
const SERIOUS = 'Is it serious';

const OURS = "interpretation, not the authority's words: ";

const SCREENING = [
  'Vigilance screening: each question with its answer and reason, and the time at which somebody became aware',
  'Incident report: device, version, what happened, for how long, how care went on',
];

export const vigilanceEvent = chart({
  instrument: 'EU-MDR-VIG',
  name: 'MDR vigilance: event',
  title: 'MDR Art. 87-90, MDCG 2023-3 Rev.2: is an event a serious incident',
  jurisdiction: 'EU',
  edition: 'MDR with MDCG 2023-3 Rev.2, January 2025',
  issued: '2025-01',
  inForce: { from: '2025-01-01', to: null },
  source: 'mdcg_2023_3',
  addressee: 'Manufacturers; users tell the manufacturer and follow national reporting law',
  answers: 'law',
  start: 'VI-1',
  nodes: {
    'VI-1': {
      kind: 'step',
      part: EVENT,
      asks: 'Did a marketed device malfunction or deteriorate (an attack that makes it unavailable, stops therapy or falsifies data included), did its ergonomics lead to a use error, was information wrong, or was there an undesirable side effect?',
      short: 'malfunction or the like?',
      cite: mdr('Art. 2(64)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'incident report',
      rule: {
        yes: 'device_malfunction or patient_safety_impact in {indirect_unavailability, direct_loss_of_therapy, wrong_therapy_or_data}',
      },
      yes: 'VI-3',
      no: 'not_serious_incident',
      subRules: [
        {
          id: 'VI-1-a',
          text: `${OURS}a device that cannot be used, loses therapy or shows wrong data because of an attack is taken as a malfunction.`,
          cite: security('Annex II, pattern'),
          confidence: 'V/i',
          answer: 'yes',
          when: 'patient_safety_impact in {indirect_unavailability, direct_loss_of_therapy, wrong_therapy_or_data}',
        },
        {
          id: 'VI-1-b',
          text: 'None of these: no incident in the sense of the MDR.',
          cite: mdr('Art. 2(64)'),
          confidence: 'V',
          answer: 'no',
          when: 'not device_malfunction',
        },
      ],
    },
    'VI-3': {
      kind: 'step',
      part: SERIOUS,
      asks: 'Is only confidentiality lost, without influence on function?',
      short: 'only confidentiality lost?',
      cite: security('Annex II, pattern'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'incident report; analysis of the attack',
      rule: { yes: 'confidentiality_only' },
      yes: 'not_serious_incident',
      no: 'VI-4',
      note: 'Data protection and NIS2 duties are separate and stay.',
    },
    'VI-4': {
      kind: 'step',
      part: SERIOUS,
      asks: 'Was the device unavailable for patients because of an attack, and has nobody shown that care went on without serious harm?',
      short: 'unavailable, harm not excluded?',
      cite: security('Annex II, pattern'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'incident report; how patients were cared for meanwhile',
      rule: { yes: 'patient_safety_impact = indirect_unavailability and event_could_cause_serious_harm' },
      yes: 'serious_incident',
      no: 'VI-2',
      subRules: [
        {
          id: 'VI-4-a',
          text: 'The harm is indirect: nobody needs to have been hurt.',
          cite: security('Annex II, pattern'),
          confidence: 'V',
          answer: 'yes',
          when: 'patient_safety_impact = indirect_unavailability and event_could_cause_serious_harm',
        },
        {
          id: 'VI-4-b',
          text: `${OURS}the rows of the annex are not consistent: one example with an MR scanner and a mere delay is rated no. Harm is presumed until alternative care without harm is documented (known ambiguity 12).`,
          cite: security('Annex II, MR example'),
          confidence: 'V/i',
        },
      ],
    },
    'VI-2': {
      kind: 'step',
      part: SERIOUS,
      asks: 'Has it led to death, a serious deterioration of health (temporary or for good) or a serious threat to public health, or could it have done so or yet do so, even indirectly?',
      short: 'death or serious harm possible?',
      cite: mdr('Art. 2(65)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'incident report; clinical assessment of the event',
      rule: {
        yes: 'event_could_cause_serious_harm',
        no: 'not event_could_cause_serious_harm or patient_safety_impact = none',
      },
      yes: 'serious_incident',
      no: 'not_serious_incident',
      subRules: [
        {
          id: 'VI-2-a',
          text: 'derived: where nothing is said of harm, loss of therapy, wrong therapy or data and unavailability presume it; a person may state the contrary with the reason.',
          cite: own('VI-2'),
          confidence: 'D',
        },
      ],
    },
  },
  outcomes: {
    not_serious_incident: {
      tier: 'record',
      meaning: 'no single report; watch trends',
      label: 'no serious incident',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Take it into post-market surveillance, and report the trend where events become more frequent or more severe in a statistically significant way and the benefit/risk ratio could change.',
          cite: mdr('Art. 88'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Tell the manufacturer without delay of a suspected security event.',
          cite: security('§2.6.2'),
          confidence: 'V',
          due: 'without delay',
        },
      ],
      evidence: SCREENING,
      notes: ['Loss of personal data: data protection law and NIS2 have their own duties and clocks.'],
    },
    serious_incident: {
      tier: 'notify',
      meaning: 'report to the authority',
      label: 'serious incident',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the serious incident to the competent authority once the causal link is established.',
          cite: mdr('Art. 87(2), 87(3)'),
          confidence: 'V2',
          due: 'at once, at the latest 15 days after awareness',
        },
        {
          who: 'manufacturer',
          must: 'Report a serious public health threat.',
          cite: mdr('Art. 87(4)'),
          confidence: 'V2',
          due: 'at once, at the latest 2 days after awareness',
        },
        {
          who: 'manufacturer',
          must: 'Report death or an unanticipated serious deterioration of health.',
          cite: mdr('Art. 87(5)'),
          confidence: 'V2',
          due: 'at once, at the latest 10 days after awareness',
        },
        {
          who: 'manufacturer',
          must: 'Investigate and send the final report (from memory: a periodic summary report where it was agreed).',
          cite: mdr('Art. 89'),
          confidence: 'V/M',
          due: null,
        },
        {
          who: 'hospital',
          must: 'Tell the manufacturer, and report by national law for users.',
          cite: mdr('Art. 87(10), 87(11)'),
          confidence: 'V/M',
          due: 'without delay',
        },
      ],
      evidence: [...SCREENING, 'Report to the authority with its number and time; final report'],
      notes: [
        'Codes of IMDRF named by the guidance: device problem A1105 with A110501 and A110502, cause C1007 (MDCG 2019-16 Rev.1 §5.2).',
        'The vigilance module of EUDAMED is not mandatory yet; national channels of reporting go on.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: '11 scope',
      text: 'Vigilance applies to legacy devices (Art. 120(3d)); Art. 87 also to devices placed on the market before 26 May 2021.',
      cite: citing('mdcg_2021_25')('section 4'),
      confidence: 'V',
    },
    {
      id: '11 guidance',
      text: 'Questions and answers on the terms of vigilance: first February 2023, Rev.1 autumn 2024, Rev.2 January 2025.',
      cite: terms(''),
      confidence: 'V',
    },
    {
      id: '2.3 EUDAMED',
      text: 'Four EUDAMED modules (actors, UDI and devices, notified bodies and certificates, market surveillance) are mandatory from 28 May 2026; vigilance and clinical investigation are not among them.',
      cite: citing('eudamed_decision')(''),
      confidence: 'V',
    },
    {
      id: '2.3 Art. 87a',
      text: 'Not law: the reform proposal would add reporting of exploited vulnerabilities and severe security incidents.',
      cite: citing('reform_proposal')('Art. 87a'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    `${OURS}the questions stand in the order VI-1, VI-3, VI-4, VI-2: first what is no incident of this kind, then the presumption for unavailability, then the general test.`,
    'Hold (known ambiguity 12): unavailability counts as serious unless alternative care without harm is documented.',
    'The day of publication in January 2025 was not seen, the first of the month is taken; Art. 87 has applied since 26 May 2021.',
    'The clocks run in parallel; which one applies depends on the harm. The earliest counts.',
  ],
});
