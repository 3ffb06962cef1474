/**
 * Section 515C of the Act (21 U.S.C. 360e-4, in force since 29 December 2022): a change covered by an authorised
 * predetermined change control plan. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const law = citing('usc_21');
const cfr = citing('cfr_21');
const draft = citing('fda_pccp_draft');
const ai = citing('fda_pccp_ai');

export const changeControlPlan515c = chart({
  instrument: 'US-FDA-PCCP-515C',
  name: 'Change control plan (515C)',
  title: 'FD&C Act 515C: change covered by an authorised predetermined change control plan',
  jurisdiction: 'US',
  edition: 'United States Code, 2024 edition',
  issued: '2022-12-29',
  inForce: { from: '2022-12-29', to: null },
  source: 'usc_21',
  addressee: 'Holders of a clearance, De Novo grant or PMA with an authorised predetermined change control plan',
  answers: 'law',
  start: 'K1',
  nodes: {
    K1: {
      kind: 'step',
      part: 'Section 515C',
      asks: 'Is there a predetermined change control plan that FDA has approved or cleared, and is the change consistent with it?',
      short: 'covered by an authorised plan?',
      cite: law('360e-4(a)(1), 360e-4(b)(1)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'clearance or approval letter; the plan itself with its protocol',
      rule: { yes: 'covered_by_authorised_change_plan' },
      yes: 'pccp_covered',
      no: 'pccp_not_covered',
      subRules: [
        {
          id: 'R4',
          text: 'The plan stands before every chart: consistent with it, the change needs no new 510(k) and no supplement (21 CFR 807.81(b)(1)(ii), 814.39(b)).',
          cite: cfr('807.81(b)(1)(ii), 814.39(b)'),
          confidence: 'V',
          answer: 'yes',
          when: 'covered_by_authorised_change_plan',
        },
        {
          id: 'K9',
          text: 'Leaving the plan: the device is generally adulterated or misbranded, and a new submission is likely (from the draft of FDA, in summary).',
          cite: draft('summary'),
          confidence: 'V',
          answer: 'no',
          when: 'not covered_by_authorised_change_plan',
        },
      ],
      note: 'An internal update policy is no such plan; it must be part of the clearance or approval.',
    },
  },
  outcomes: {
    pccp_covered: {
      tier: 'record',
      meaning: 'an authorised plan covers the change; follow it and document',
      label: 'covered by the authorised plan',
      obligations: [
        {
          who: 'manufacturer',
          must: 'K1: make the change as the plan says, and document it; no supplement and no new 510(k).',
          cite: law('360e-4(a)(1), 360e-4(b)(1)'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'K2: meet the labelling, notification and performance requirements that FDA has put in the plan.',
          cite: law('360e-4(a)(3), 360e-4(b)(3)'),
          confidence: 'V',
          due: 'as the plan says',
        },
        {
          who: 'manufacturer',
          must: 'For a PMA device, report the change in the periodic report.',
          cite: cfr('814.39(b)'),
          confidence: 'V',
          due: 'with the next periodic report',
        },
        {
          who: 'manufacturer',
          must: 'Take the change through design change control of the quality system all the same.',
          cite: cfr('820.10(c) with ISO 13485 clause 7.3'),
          confidence: 'V',
          due: 'before release',
        },
      ],
      evidence: [
        'The plan, and the clearance or approval that contains it',
        'Proof that the change stays inside its terms, with the results its protocol asks for',
        'Notices and labelling the plan requires',
      ],
      notes: [
        'K9: a change outside the plan makes a new submission likely.',
        'Whether a field action has to be reported (21 CFR 806, 803) is a separate question.',
      ],
    },
    pccp_not_covered: {
      tier: 'none',
      meaning: 'no authorised plan covers the change; the other instruments decide',
      label: 'no plan covers it',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Walk the 510(k) or PMA charts; this instrument asks nothing further.',
          cite: cfr('807.81(a)(3), 814.39(a)'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['That no plan was authorised, or why the change lies outside it'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'K1',
      text: 'A change consistent with an approved (PMA) or cleared (510(k)) plan needs no supplement and no new 510(k).',
      cite: law('360e-4(a)(1), 360e-4(b)(1)'),
      confidence: 'V',
    },
    {
      id: 'K2',
      text: 'FDA may put requirements on labelling, on notification and on performance into the plan.',
      cite: law('360e-4(a)(3), 360e-4(b)(3)'),
      confidence: 'V',
    },
    {
      id: 'K3',
      text: 'A plan can be cleared where the device, without the change, stays safe and effective, and would still be substantially equivalent.',
      cite: law('360e-4(b)(2)'),
      confidence: 'V',
    },
    {
      id: 'K4',
      text: 'Comparison with a predicate uses the version without the changes made under the plan.',
      cite: law('360e-4(c)'),
      confidence: 'V',
    },
    {
      id: 'K5',
      text: 'Final guidance exists only for AI-enabled functions (December 2024, reissued August 2025); the general guidance is a draft.',
      cite: ai(''),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Statute, seen in the 2024 edition of the United States Code; the day of entry into force is that of the Act that inserted it.',
    'The library walks it only where a plan is stated to cover the change, and then leaves the two 510(k) guidances out; for a PMA device it stands beside P1.',
    'derived: precedence in the library: statute, regulation, the authorised plan within its terms, special controls, then the charts.',
    'The document on AI-enabled functions was searched, not read whole.',
  ],
});
