/**
 * Swiss Medical Devices Ordinance, article 74: what a healthcare institution owes for the cyber security of its
 * network-capable devices. A standing duty, not a test of one change.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const law = citing('ch_meddo');
const commentary = citing('ch_commentary');
const own = citing('changemark');

const ARTICLE = 'Article 74: duty of the institution';

export const hospitalDutySwitzerland = chart({
  instrument: 'CH-MEDDO',
  name: 'Swiss MedDO Art. 74',
  title: 'Swiss Medical Devices Ordinance Art. 74: cybersecurity duty of healthcare institutions',
  jurisdiction: 'CH',
  edition: 'SR 812.213, as amended',
  issued: null,
  inForce: { from: '2021-05-26', to: null },
  source: 'ch_meddo',
  addressee: 'Healthcare institutions in Switzerland',
  answers: 'safe',
  start: 'CH-1',
  nodes: {
    'CH-1': {
      kind: 'step',
      part: ARTICLE,
      asks: 'Has the institution taken all state-of-the-art technical and organisational measures that protect the network-capable device against electronic attack and access?',
      short: 'state-of-the-art measures taken?',
      cite: law('Art. 74(1)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'security concept of the hospital network; measures listed for the device',
      rule: { yes: 'network_protection_measures_taken' },
      yes: 'CH-2',
      no: 'CH-NONCOMPLIANT',
    },
    'CH-2': {
      kind: 'step',
      part: ARTICLE,
      asks: 'Does the hospital identify, evaluate and document those measures by the principles of risk management, as part of its quality management system?',
      short: 'documented in the quality system?',
      cite: law('Art. 74(2)'),
      confidence: 'V',
      who: 'hospital',
      foundIn: 'risk file in the quality management system',
      rule: { yes: 'measures_documented_under_risk_management' },
      yes: 'CH-OK',
      no: 'CH-NONCOMPLIANT',
      note: 'The first paragraph speaks of healthcare institutions, the second of hospitals.',
    },
  },
  outcomes: {
    'CH-NONCOMPLIANT': {
      tier: 'hold',
      meaning: 'not compliant: take or document the measures in the quality system',
      label: 'duty not met',
      obligations: [
        {
          who: 'hospital',
          must: 'Take the measures that are missing, and identify, evaluate and document them in the quality management system.',
          cite: law('Art. 74(1) and (2)'),
          confidence: 'V',
          due: 'continuous duty',
        },
      ],
      evidence: ['Which measure or record is missing, who completes it and by when'],
      notes: [],
    },
    'CH-OK': {
      tier: 'record',
      meaning: 'duty met, keep the risk file',
      label: 'duty met',
      obligations: [
        {
          who: 'hospital',
          must: 'Keep the risk file up to date in the quality management system; the change belongs in it.',
          cite: law('Art. 74(2)'),
          confidence: 'V/D',
          due: 'continuous duty',
        },
      ],
      evidence: ['Risk file on Art. 74: measures, evaluation, date'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'CH-3',
      text: 'The purpose is to protect infrastructure; the law on data protection stands apart.',
      cite: commentary('on Art. 74'),
      confidence: 'V2',
    },
    {
      id: 'CH-4',
      text: 'from memory: professional users maintain devices by the instructions of the manufacturer and by standards.',
      cite: law('Art. 71'),
      confidence: 'M',
    },
    {
      id: 'CH-5',
      text: 'from memory: devices made in-house follow the conditions of Art. 5(5) of the EU regulation, with notification to Swissmedic.',
      cite: law('Art. 9 and Art. 18'),
      confidence: 'M',
    },
    {
      id: 'CH-MODEL',
      text: 'derived: of the instruments in this library this is the clearest duty in statute of a hospital for cyber security; a risk file inside the quality system is a model for hospitals elsewhere as well.',
      cite: own('Art. 74 as a model'),
      confidence: 'D',
    },
    {
      id: 'CH-INSIDE',
      text: 'derived: as everywhere, a hospital works inside the device only with the instructions for use or documented permission, and outside it by local risk management.',
      cite: own('hospital side, all markets'),
      confidence: 'D',
    },
  ],
  readingNotes: [
    'A standing duty of the institution: the verdict speaks of its measures, not of the change.',
    'from memory: the ordinance is in force since 26 May 2021; Art. 74 was read in two copies of the law, articles 9, 18 and 71 were not seen.',
    'derived: what is state of the art is not defined; the answer is a judgement that has to be reasoned in the risk file.',
  ],
});
