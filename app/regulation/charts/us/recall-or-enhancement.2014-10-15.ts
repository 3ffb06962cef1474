/**
 * FDA, Distinguishing Medical Device Recalls from Medical Device Enhancements (15 October 2014). Every sentence is ours.
 */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_recall_enhancement');
const cfr = citing('cfr_21');
const memo = citing('fda_k95_1');
const policy = citing('fda_postmarket_cyber');

const TEST = 'Recall or enhancement';

const SUBMISSION: Obligation = {
  who: 'manufacturer',
  must: 'Decide apart from this whether the change needs a 510(k), a PMA supplement or another submission.',
  cite: doc('section VIII'),
  confidence: 'V',
  due: 'before the changed device is marketed',
};

export const recallOrEnhancement = chart({
  instrument: 'US-FDA-RECALL-VS-ENH-2014',
  name: 'Recall or enhancement',
  title: 'Distinguishing Medical Device Recalls from Medical Device Enhancements',
  jurisdiction: 'US',
  edition: '15 October 2014',
  issued: '2014-10-15',
  inForce: { from: '2014-10-15', to: null },
  source: 'fda_recall_enhancement',
  addressee: 'Firms that change devices they have marketed',
  answers: 'law',
  start: 'EH1',
  nodes: {
    EH1: {
      kind: 'step',
      part: TEST,
      asks: 'Is the device already marketed or distributed?',
      short: 'already marketed?',
      cite: doc('section IV'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'distribution records',
      rule: { yes: 'device_on_market' },
      yes: 'EH2',
      no: 'stock_recovery',
      subRules: [
        {
          id: 'EH1 stock',
          text: 'A device that has not left the control of the firm is stock recovery.',
          cite: doc('section IV'),
          confidence: 'V',
          answer: 'no',
          when: 'not device_on_market',
        },
      ],
    },
    EH2: {
      kind: 'step',
      part: TEST,
      asks: 'Does the change put right a device that misses its specification, or does not do what it was represented to do?',
      short: 'cures a failure to perform?',
      cite: doc('section VI'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'complaint trend; problem report; specification and advertised performance',
      rule: { yes: 'fails_to_perform_as_represented' },
      yes: 'recall',
      no: 'EH3',
      subRules: [
        {
          id: 'EH2 trend',
          text: 'A rising failure rate, or a failure mode not seen before, points to a failure to perform as represented.',
          cite: doc('section VI'),
          confidence: 'V',
        },
      ],
    },
    EH3: {
      kind: 'step',
      part: TEST,
      asks: 'Does it cure false, misleading or insufficient labelling, or another violation, one of the quality system included?',
      short: 'cures another violation?',
      cite: doc('section VI'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'labelling review; inspection observations; corrective action record',
      rule: { yes: 'corrects_violation' },
      yes: 'recall',
      no: 'enhancement',
      subRules: [
        {
          id: 'EH4',
          text: 'What is left improves a device that violates nothing (user needs, safety, performance, appearance): an enhancement.',
          cite: doc('section IV'),
          confidence: 'V',
          answer: 'no',
          when: 'not corrects_violation',
        },
      ],
    },
  },
  outcomes: {
    stock_recovery: {
      tier: 'none',
      meaning: "device never left the firm's control",
      label: 'stock recovery',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Document that the units never left the control of the firm; neither recall nor report.',
          cite: cfr('806.2(m), 806.1(b)'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Distribution records of the units concerned'],
      notes: [],
    },
    recall: {
      tier: 'notify',
      meaning: 'recall, as a correction or a removal',
      label: 'recall',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Run it as a recall: by correction where the unit stays, by removal where it is moved; walk part 806 for the report.',
          cite: doc('section VI; 21 CFR 806.10'),
          confidence: 'V',
          due: 'report, where required, within 10 working days of initiating',
        },
        SUBMISSION,
      ],
      evidence: [
        'The failure or violation, with the data that show it',
        'Scope: units, versions, dates; correction or removal',
        'Decision under part 806 and on the submission',
      ],
      notes: [
        'A correction that merely restores the original specifications raises no 510(k) issue; one that alters the device does (FDA memorandum K95-1).',
      ],
    },
    enhancement: {
      tier: 'record',
      meaning: 'enhancement of a non-violative device',
      label: 'enhancement',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Document why the device violates nothing, so that the change is an enhancement and not reported under part 806.',
          cite: doc('section IV'),
          confidence: 'V/D',
          due: null,
        },
        SUBMISSION,
      ],
      evidence: [
        'What is improved and why the device met its specifications and labelling before',
        'Complaint trend: no rising failure rate, no new failure mode',
        'Decision on the submission',
      ],
      notes: [
        'An enhancement may still need a premarket submission: always walk the 510(k) or PMA charts too (sections VI and VIII).',
        'A routine cybersecurity update for a controlled risk is an enhancement (FDA postmarket cybersecurity guidance (2016), sections IV.C and VII.A).',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Violation decides',
      text: 'What separates the two is whether the marketed device violates the law, not whether the change improves safety.',
      cite: doc('sections IV and VI'),
      confidence: 'V',
    },
    {
      id: 'K95-1',
      text: '510(k) and recall: a correction that restores the original specifications raises no 510(k) issue; ask the change guidance where it alters the device (10.3).',
      cite: memo(''),
      confidence: 'V',
    },
    {
      id: 'Cybersecurity updates',
      text: 'Updates that only strengthen security, or answer a controlled risk, are device enhancements.',
      cite: policy('sections IV.C and VII.A'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'FDA guidance is non-binding. It carries a banner saying that it predates the quality management system regulation.',
    'EH4 is no question of its own: it is what remains when EH2 and EH3 are answered no.',
    'The device type being marketed answers EH1; whether the change itself reaches distributed units decides whether the instrument applies at all.',
  ],
});
