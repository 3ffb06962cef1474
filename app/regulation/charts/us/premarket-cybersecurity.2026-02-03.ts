/**
 * FDA, Cybersecurity in Medical Devices (3 February 2026), section VII.E: cybersecurity as part of substantial
 * equivalence. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_premarket_cyber');

export const premarketCybersecurity = chart({
  instrument: 'US-FDA-PREMARKET-CYBER-2026',
  name: 'Premarket cybersecurity',
  title:
    'Cybersecurity in Medical Devices: Quality Management System Considerations and Content of Premarket Submissions',
  jurisdiction: 'US',
  edition: '3 February 2026',
  issued: '2026-02-03',
  inForce: { from: '2026-02-03', to: null },
  source: 'fda_premarket_cyber',
  addressee: 'Submitters of a 510(k) for a device with cybersecurity risk',
  answers: 'law',
  start: 'VII.E',
  nodes: {
    'VII.E': {
      kind: 'step',
      part: 'Section VII.E: substantial equivalence',
      asks: 'Is the cybersecurity risk above that of the predicate, without supporting data that are adequate?',
      short: 'risk above predicate, data short?',
      cite: doc('section VII.E'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'comparison with the predicate; security risk management report; security test reports',
      rule: { yes: 'cyber_risk_above_predicate and not supporting_data_adequate' },
      yes: 'not_substantially_equivalent',
      no: 'no_finding',
      subRules: [
        {
          id: 'VII.E adequate',
          text: 'Adequate data answer a higher risk.',
          cite: doc('section VII.E'),
          confidence: 'V',
          answer: 'no',
          when: 'supporting_data_adequate',
        },
        {
          id: 'VII.E no higher risk',
          text: 'The risk is not higher than that of the predicate.',
          cite: doc('section VII.E'),
          confidence: 'V',
          answer: 'no',
          when: 'not cyber_risk_above_predicate',
        },
      ],
      note: 'FDA draws the conclusion when it reviews; the submitter can only forecast it.',
    },
  },
  outcomes: {
    not_substantially_equivalent: {
      tier: 'recertify',
      meaning: 'cybersecurity can make the submission fail',
      label: 'may fail on cybersecurity',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Bring the risk down to that of the predicate, or supply data that are adequate, before submitting; inadequate answers can end in a finding of not substantially equivalent.',
          cite: doc('sections VII.D and VII.E'),
          confidence: 'V',
          due: 'before the submission',
        },
        {
          who: 'manufacturer',
          must: 'Design out vulnerabilities known to be exploited, and list them in the submission where any remain.',
          cite: doc('sections V.A.2 and V.A.4(b)'),
          confidence: 'V',
          due: 'with the submission',
        },
      ],
      evidence: [
        'Comparison of threats, controls and connections with the predicate',
        'Security risk assessment and test reports; architecture views',
      ],
      notes: ['Filing does not assure that the device will be found substantially equivalent.'],
    },
    no_finding: {
      tier: 'none',
      meaning: 'no finding',
      label: 'no finding',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep the comparison with the predicate and the data behind it with the submission.',
          cite: doc('section VII.E'),
          confidence: 'V/D',
          due: 'with the submission',
        },
      ],
      evidence: ['Comparison with the predicate; data that support cybersecurity'],
      notes: ['FDA takes known cybersecurity concerns into account whatever the change (section VII.D).'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Known concerns',
      text: 'FDA considers known cybersecurity concerns whatever the change is about.',
      cite: doc('section VII.D'),
      confidence: 'V',
    },
    {
      id: 'History',
      text: 'Issued 27 September 2023; 27 June 2025 added section VII; 3 February 2026 moved the references to the quality management system regulation and changed the title.',
      cite: doc('publication history'),
      confidence: 'V',
    },
    {
      id: 'KEV',
      text: 'Vulnerabilities in the catalogue of known exploited ones should be designed out; a submission lists them and the plan handles them.',
      cite: doc('sections V.A.2, V.A.4(b) and VI.B'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Non-binding guidance. A second-stage instrument: walked only where a 510(k) is needed, because VII.E speaks of substantial equivalence.',
    'Which content the submission needs is the question of US-FDC-524B.',
  ],
});
