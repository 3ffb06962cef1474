/**
 * FDA, Predetermined Change Control Plans for Medical Devices (draft of 22 August 2024, not for implementation): could a
 * change of this kind be put into a plan. Every sentence is ours.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_pccp_draft');
const ai = citing('fda_pccp_ai');
const law = citing('usc_21');

const FIRST = 'Before the tests (draft section VI)';
const CLEARED = 'Draft section VI.A: 510(k) and De Novo';
const APPROVED = 'Draft section VI.B: PMA';
const DRAFT_NOTE = 'A draft, not for implementation: an idea for the next time, never a result.';

const INTENDED_USE = {
  yes: 'extends_intended_purpose or new_user_or_patient_population or new_clinical_application',
  no: 'not change_domains includes intended_purpose or (not extends_intended_purpose and not new_user_or_patient_population and not new_clinical_application)',
};

export const changeControlPlanDraft = chart({
  instrument: 'US-FDA-PCCP-GENERAL-DRAFT-2024',
  name: 'Change control plan (draft)',
  title: 'Predetermined Change Control Plans for Medical Devices (draft, not for implementation)',
  jurisdiction: 'US',
  edition: 'draft of 22 August 2024',
  issued: '2024-08-22',
  inForce: { from: '2024-08-22', to: null },
  source: 'fda_pccp_draft',
  addressee: 'Manufacturers who consider putting changes to come into a plan that FDA authorises first',
  answers: 'law',
  start: 'K8',
  nodes: {
    K8: {
      kind: 'gate',
      part: FIRST,
      asks: 'Does the change answer a recall or a safety issue?',
      short: 'answers a recall or safety issue?',
      cite: doc('section VI'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'change request with its reason; corrective action record',
      rule: { yes: 'is_corrective_action' },
      yes: 'pccp_not_appropriate',
      no: 'R8',
      subRules: [
        {
          id: 'K8 fit',
          text: 'Software changes for compatibility or interoperability, such as support for further or newer operating systems, are listed as possibly fit.',
          cite: doc('section VI'),
          confidence: 'V',
        },
        {
          id: 'K8 unfit',
          text: 'Changes that answer a recall or a safety issue are listed as unfit.',
          cite: doc('section VI'),
          confidence: 'V',
          answer: 'yes',
          when: 'is_corrective_action',
        },
      ],
    },
    R8: {
      kind: 'gate',
      part: FIRST,
      asks: 'Is it a PMA device or a humanitarian device exemption?',
      short: 'PMA or HDE?',
      cite: doc('section VI.B'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'approval order or clearance letter',
      rule: { yes: 'us_market_status in {pma, hde}' },
      yes: 'K7.1',
      no: 'K6.1',
      note: 'derived: routing by market status is row R8 of the library; the draft has one test for each.',
    },
    'K6.1': {
      kind: 'step',
      part: CLEARED,
      asks: 'Is it a major change of the intended use (wider use, other patients or users, another clinical application)?',
      short: 'major change of intended use?',
      cite: doc('section VI.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'labelling; indications for use statement',
      rule: INTENDED_USE,
      yes: 'pccp_not_appropriate',
      no: 'K6.2',
    },
    'K6.2': {
      kind: 'step',
      part: CLEARED,
      asks: 'Could it significantly affect safety or effectiveness?',
      short: 'could significantly affect?',
      cite: doc('section VI.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk-based assessment of the change',
      rule: { yes: 'could_significantly_affect_safety_or_effectiveness' },
      yes: 'K6.3',
      no: 'pccp_not_needed',
      subRules: [
        {
          id: 'K10',
          text: 'A change that would only be documented does not belong in a plan.',
          cite: doc('section VI'),
          confidence: 'V',
          answer: 'no',
          when: 'not could_significantly_affect_safety_or_effectiveness',
        },
      ],
    },
    'K6.3': {
      kind: 'step',
      part: CLEARED,
      asks: 'Does it bring in a new risk?',
      short: 'new risk?',
      cite: doc('section VI.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk management file',
      rule: { yes: 'new_hazard' },
      yes: 'pccp_not_appropriate',
      no: 'K6.4',
    },
    'K6.4': {
      kind: 'step',
      part: CLEARED,
      asks: 'Does it significantly modify an existing risk?',
      short: 'existing risk modified?',
      cite: doc('section VI.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk management file before and after',
      rule: { yes: 'risk_significantly_changed' },
      yes: 'pccp_may_be_appropriate',
      no: 'pccp_not_appropriate',
    },
    'K7.1': {
      kind: 'step',
      part: APPROVED,
      asks: 'Does it change the intended use (wider use, other patients or users, another clinical application)?',
      short: 'intended use changed?',
      cite: doc('section VI.B'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'labelling; indications for use statement',
      rule: INTENDED_USE,
      yes: 'pccp_not_appropriate',
      no: 'K7.2',
    },
    'K7.2': {
      kind: 'step',
      part: APPROVED,
      asks: 'Does it affect safety or effectiveness?',
      short: 'affects safety or effectiveness?',
      cite: doc('section VI.B'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk-based assessment of the change',
      rule: { yes: 'affects_safety_or_effectiveness' },
      yes: 'K7.3',
      no: 'pccp_not_needed',
    },
    'K7.3': {
      kind: 'step',
      part: APPROVED,
      asks: 'Is it a minor change, or one of manufacturing only (suppliers and quality system included)?',
      short: 'minor or manufacturing?',
      cite: doc('section VI.B'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'change assessment',
      rule: { yes: 'minor_change or change_domains within {production, supplier, quality_system}' },
      yes: 'pccp_may_be_appropriate',
      no: 'pccp_not_appropriate',
    },
  },
  outcomes: {
    pccp_not_appropriate: {
      tier: 'none',
      meaning: 'the change does not fit into a plan; the normal submission rules apply',
      label: 'not for a plan',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Follow the normal submission rules; a plan is no way for this change.',
          cite: doc('section VI'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Which test of the draft fails'],
      notes: [DRAFT_NOTE],
    },
    pccp_not_needed: {
      tier: 'record',
      meaning: 'no submission would be needed anyway',
      label: 'no plan needed',
      obligations: [
        {
          who: 'manufacturer',
          must: 'K10: document the change; what needs no submission does not belong in a plan.',
          cite: doc('section VI'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: ['The assessment that no submission is needed'],
      notes: [DRAFT_NOTE],
    },
    pccp_may_be_appropriate: {
      tier: 'approval',
      meaning: 'the change could be put into a plan that FDA authorises first',
      label: 'could be put in a plan',
      obligations: [
        {
          who: 'manufacturer',
          must: 'If the change will recur, consider describing it, with its methods and limits, in a plan submitted for authorisation (21 U.S.C. 360e-4); until then the normal submission rules apply.',
          cite: law('360e-4(a), 360e-4(b)'),
          confidence: 'V/D',
          due: 'before the first change made under the plan',
        },
      ],
      evidence: ['Description of the modification, its methods, limits and impact assessment'],
      notes: [
        DRAFT_NOTE,
        'K9: departing from an authorised plan makes the device generally adulterated or misbranded, and a new submission likely.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'K5',
      text: 'Final guidance exists only for AI-enabled functions (4 December 2024, reissued 18 August 2025); the general guidance is a draft and not for implementation, and was still one at two look-ups in mid-2026.',
      cite: ai(''),
      confidence: 'V',
    },
    {
      id: 'K6',
      text: 'Test for 510(k) and De Novo: major change of intended use, not appropriate; could not significantly affect, not needed; new risk, not appropriate; existing risk significantly modified, may be appropriate, otherwise not.',
      cite: doc('section VI.A'),
      confidence: 'V',
    },
    {
      id: 'K7',
      text: 'Test for PMA: intended use changed, not appropriate; no effect on safety or effectiveness, not appropriate; minor or manufacturing change, may be appropriate, otherwise not.',
      cite: doc('section VI.B'),
      confidence: 'V',
    },
    {
      id: 'K9',
      text: 'Departing from the plan makes the device generally adulterated or misbranded, and a new submission likely.',
      cite: doc('summary'),
      confidence: 'V',
    },
    {
      id: 'K10',
      text: 'A change that would only be documented does not belong in a plan.',
      cite: doc('section VI'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'Not for implementation. The library never lets it apply by itself: it is shown as an idea beside a submission that may be needed.',
    'K7.2: the draft test for PMA ends a change without effect on safety or effectiveness as not fit for a plan; the library says not needed, as at K6.2, because such a change is only listed in the annual report (derived).',
    'K6.1 to K6.4 are the four questions of row K6, K7.1 to K7.3 the three of row K7.',
    'Draft sections VI to VIII were read; the document on AI-enabled functions was searched, not read whole.',
  ],
});
