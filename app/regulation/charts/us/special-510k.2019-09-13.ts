/** FDA, The Special 510(k) Program (13 September 2019): which kind of 510(k), once one is needed. Every sentence is ours. */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_special_510k');
const cfr = citing('cfr_21');
const premarket = citing('fda_premarket_cyber');

const TEST = 'Section III: is a Special 510(k) appropriate?';

const CYBER: Obligation = {
  who: 'manufacturer',
  must: 'For a cyber device, include the content of section 524B also with a Special 510(k) (N4).',
  cite: premarket('section VII.A'),
  confidence: 'V',
  due: 'with the submission',
};

const HOLD: Obligation = {
  who: 'manufacturer',
  must: 'Hold the release until the device is cleared; whichever the kind, it is a 510(k).',
  cite: cfr('807.100(a)'),
  confidence: 'V',
  due: 'until the device is cleared',
};

export const special510k = chart({
  instrument: 'US-FDA-SPECIAL510K-2019',
  name: 'Special 510(k)',
  title: 'The Special 510(k) Program',
  jurisdiction: 'US',
  edition: '13 September 2019',
  issued: '2019-09-13',
  inForce: { from: '2019-09-13', to: null },
  source: 'fda_special_510k',
  addressee: 'Manufacturers who need a 510(k) for a change of their own device',
  answers: 'law',
  start: 'SP-A',
  nodes: {
    'SP-A': {
      kind: 'step',
      part: TEST,
      asks: 'Does the submitter change its own legally marketed device?',
      short: 'own legally marketed device?',
      cite: doc('section III.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'clearance letter: name of the holder',
      rule: { yes: 'changes_own_device' },
      yes: 'SP-B',
      no: 'special_510k_not_appropriate',
      subRules: [
        {
          id: 'SP-A third party',
          text: 'A third party, such as a remanufacturer, cannot use the programme.',
          cite: doc('section III.A'),
          confidence: 'V',
          answer: 'no',
          when: 'not changes_own_device',
        },
      ],
    },
    'SP-B': {
      kind: 'step',
      part: TEST,
      asks: 'Are performance data needed to evaluate the change?',
      short: 'performance data needed?',
      cite: doc('section III.B'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'verification plan of the change',
      rule: { yes: 'performance_data_needed' },
      yes: 'SP-C',
      no: 'special_510k_appropriate',
      note: 'A no makes a Special 510(k) possible; say why.',
    },
    'SP-C': {
      kind: 'step',
      part: TEST,
      asks: 'Is there a well-established method to evaluate the change?',
      short: 'well-established method?',
      cite: doc('section III.C'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'verification plan: methods and their sources',
      rule: { yes: 'established_test_method_exists' },
      yes: 'SP-D',
      no: 'special_510k_not_appropriate',
      subRules: [
        {
          id: 'SP-C methods',
          text: 'A protocol of an own clearance, a recognised standard, FDA guidance, a qualified development tool or an accepted public method.',
          cite: doc('section III.C'),
          confidence: 'V',
          answer: 'yes',
          when: 'established_test_method_exists',
        },
        {
          id: 'SP-C software',
          text: 'The software verification methods of the first 510(k) let many later software changes go as Special.',
          cite: doc('section III.C'),
          confidence: 'V',
        },
      ],
    },
    'SP-D': {
      kind: 'step',
      part: TEST,
      asks: 'Is a summary or a risk analysis enough for FDA to review all the data?',
      short: 'reviewable in summary?',
      cite: doc('section III.D'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'draft of the submission; design control summary',
      rule: { yes: 'data_reviewable_in_summary' },
      yes: 'SP-E',
      no: 'special_510k_not_appropriate',
    },
    'SP-E': {
      kind: 'step',
      part: TEST,
      asks: 'Does an exclusion apply: more than three scientific disciplines, unrelated changes bundled, a relevant violative design-control inspection, novel methods, clinical or animal data?',
      short: 'any exclusion?',
      cite: doc('section III.E'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'draft of the submission; last inspection report',
      rule: { yes: 'special_510k_exclusion or scientific_disciplines_needed > 3' },
      yes: 'special_510k_not_appropriate',
      no: 'special_510k_appropriate',
      subRules: [
        {
          id: 'SP-E disciplines',
          text: 'More than three scientific disciplines are needed for the review.',
          cite: doc('section III.E'),
          confidence: 'V',
          answer: 'yes',
          when: 'scientific_disciplines_needed > 3',
        },
        {
          id: 'SP-E other',
          text: 'Unrelated changes in one bundle, a recent violative design-control inspection that bears on the change, novel methods, clinical or animal data and the like.',
          cite: doc('section III.E'),
          confidence: 'V',
          answer: 'yes',
          when: 'special_510k_exclusion',
        },
      ],
    },
  },
  outcomes: {
    special_510k_not_appropriate: {
      tier: 'recertify',
      meaning: 'the 510(k) has to be a Traditional (or Abbreviated) one',
      label: 'Traditional 510(k)',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit the 510(k) as a Traditional (or Abbreviated) one; one misfiled as Special is converted.',
          cite: doc('section II, with 21 CFR 807.81(a) for the time'),
          confidence: 'V',
          due: 'at least 90 days before the changed device is introduced',
        },
        HOLD,
        CYBER,
      ],
      evidence: [
        'Which criterion of section III fails, with the reason',
        'Complete test reports where data are needed',
      ],
      notes: ['A misfiled Special 510(k) runs on the 90-day clock after conversion.'],
    },
    special_510k_appropriate: {
      tier: 'recertify',
      meaning: 'the 510(k) may be a Special one',
      label: 'Special 510(k) possible',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit a Special 510(k) with the justification of each criterion, and the data in summary or risk-analysis form. FDA aims at 30 days of review.',
          cite: doc('sections II and III, with 21 CFR 807.81(a) for the time'),
          confidence: 'V',
          due: 'at least 90 days before the changed device is introduced',
        },
        HOLD,
        CYBER,
      ],
      evidence: [
        'Why each criterion of section III is met; where no performance data are needed, why not',
        'Summary of design control activities with risk analysis, methods and results',
      ],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Review time',
      text: 'FDA aims at 30 days for a Special 510(k); a misfiled one is converted and runs on 90 days.',
      cite: doc('section II'),
      confidence: 'V',
    },
    {
      id: 'After the decision',
      text: 'The programme is reached only once a new 510(k) is likely required; it does not decide whether one is.',
      cite: doc('section II'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'FDA guidance is non-binding; it carries a banner saying that it predates the quality management system regulation (AM7). Sections II, III, Appendix A and part of Appendix B were read.',
    'A second-stage instrument: walked only where the software or the general change chart ends in a new 510(k); shown as a forecast while that is one of several outcomes.',
    'Both outcomes have the weight of a new authorisation: the kind of 510(k) changes the effort, not the need.',
  ],
});
