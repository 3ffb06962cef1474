/**
 * HSA Singapore, GN-21 on change notification (revision in force from 14 July 2025): the flowchart on software, read
 * through consultants' tables. It prints verdicts where other regulators leave the judgement open.
 */
import { chart } from '../../chart';
import { citing } from '../../sources';

const doc = citing('sg_gn21');
const n12 = citing('imdrf_n12');
const own = citing('changemark');

const CHART_D = 'Flowchart on software changes';
const DESIGN = 'design change record; software requirements, before and after';
const RELEASE = 'release note; verification and validation report';
const EXAMPLES = 'examples of significant software changes';
const HARMLESS = 'examples of non-significant software changes';

export const softwareChangeSingapore = chart({
  instrument: 'SG-GN21',
  name: 'HSA GN-21 software change',
  title: 'HSA Singapore GN-21: software change',
  jurisdiction: 'SG',
  edition: 'revision in force from 14 July 2025',
  issued: '2025-07-14',
  inForce: { from: '2025-07-14', to: null },
  source: 'sg_gn21',
  addressee: 'Registrants of devices in Singapore',
  answers: 'law',
  start: 'SG-1',
  nodes: {
    'SG-1': {
      kind: 'step',
      part: CHART_D,
      asks: 'Does it change the control of the device, so that a diagnostic or therapeutic function may change?',
      short: 'control of the device?',
      cite: doc(EXAMPLES),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: DESIGN,
      rule: { yes: 'affects_device_control and may_alter_diagnosis_or_therapy' },
      yes: 'SG-SIG',
      no: 'SG-2',
    },
    'SG-2': {
      kind: 'step',
      part: CHART_D,
      asks: 'Does it change an algorithm that affects a diagnostic or therapeutic function?',
      short: 'algorithm with medical effect?',
      cite: doc(EXAMPLES),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: DESIGN,
      rule: { yes: 'algorithm_changed and may_alter_diagnosis_or_therapy' },
      yes: 'SG-SIG',
      no: 'SG-3',
      subRules: [
        {
          id: 'N12-1',
          text: 'An algorithm that affects diagnosis or therapy is a candidate among changes of software as a medical device.',
          cite: n12('section 8'),
          confidence: 'V',
        },
      ],
    },
    'SG-3': {
      kind: 'step',
      part: CHART_D,
      asks: 'Does it add a feature or application that affects such a function?',
      short: 'new medical feature?',
      cite: doc(EXAMPLES),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: RELEASE,
      rule: { yes: 'new_feature = medical' },
      yes: 'SG-SIG',
      no: 'SG-4',
    },
    'SG-4': {
      kind: 'step',
      part: CHART_D,
      asks: 'Is an alarm added or removed, so that the response to it changes treatment?',
      short: 'alarm that changes treatment?',
      cite: doc(EXAMPLES),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'alarm specification; instructions for use',
      rule: { yes: 'alters_alarm_system and may_alter_diagnosis_or_therapy' },
      yes: 'SG-SIG',
      no: 'SG-5',
    },
    'SG-5': {
      kind: 'step',
      part: CHART_D,
      asks: 'Does safety or performance change in such a way that treatment or diagnosis alters?',
      short: 'safety or performance for treatment?',
      cite: doc(EXAMPLES),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'risk management file; performance test report',
      rule: { yes: 'affects_safety_or_effectiveness and may_alter_diagnosis_or_therapy' },
      yes: 'SG-SIG',
      no: 'SG-6',
    },
    'SG-6': {
      kind: 'step',
      part: CHART_D,
      asks: 'Does it only correct an error, for example of the display, and bring the device back to its specification?',
      short: 'only corrects an error?',
      cite: doc(HARMLESS),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: 'problem report; comparison with the specification',
      rule: { yes: 'solely_restores_specification' },
      yes: 'SG-NONSIG',
      no: 'SG-7',
    },
    'SG-7': {
      kind: 'step',
      part: CHART_D,
      asks: 'Is it only a feature neither therapeutic nor diagnostic, only the look of the interface, or only security without other effect?',
      short: 'non-medical or security only?',
      cite: doc(HARMLESS),
      confidence: 'V2',
      who: 'manufacturer',
      foundIn: RELEASE,
      rule: {
        yes: 'new_feature = non_medical or ui_change = appearance_only or (solely_strengthens_cybersecurity and not other_impact_on_device)',
      },
      yes: 'SG-NONSIG',
      no: 'needs_review',
      subRules: [
        {
          id: 'SG-7-a',
          text: 'derived: a security-only update, or a new log-in feature, that is shown to have no other effect counts as not significant; the flowchart as read prints no row for it.',
          cite: own('security changes, Singapore'),
          confidence: 'D',
          answer: 'yes',
          when: 'solely_strengthens_cybersecurity and not other_impact_on_device',
        },
      ],
    },
  },
  outcomes: {
    'SG-SIG': {
      tier: 'approval',
      meaning: 'significant: change notification approved before supply',
      label: 'significant: approval before supply',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Have the registrant submit the change notification and await approval.',
          cite: doc(''),
          confidence: 'V2',
          due: 'before the changed device is supplied',
        },
      ],
      evidence: ['Row of the flowchart that decided', 'Risk assessment; verification and validation', 'Notification'],
      notes: [
        'derived: exchange of the operating system is significant where performance changes; an alarm or display altered by a security feature is.',
      ],
    },
    'SG-NONSIG': {
      tier: 'record',
      meaning: 'non-significant',
      label: 'not significant',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: record the change with the row that decided; what has to be notified without approval was not seen.',
          cite: own('Singapore, non-significant'),
          confidence: 'D',
          due: null,
        },
      ],
      evidence: ['Row of the flowchart that decided', 'Verification and validation'],
      notes: ['The guidance also has a section on changes that need no notification (2.3), seen in its contents only.'],
    },
    needs_review: {
      tier: 'hold',
      meaning: 'the rules do not decide; hand to a person',
      label: 'a person must decide',
      obligations: [
        {
          who: 'manufacturer',
          must: 'derived: read the flowchart itself, or ask the authority: none of the rows seen settles the change.',
          cite: own('Singapore, no row'),
          confidence: 'D',
          due: 'before the changed device is supplied',
        },
      ],
      evidence: ['Reasons of the person who decided'],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'SG-8',
      text: 'New in the revision of 2025: a flowchart for machine-learning devices and, for software, a programme of change management (GN-37).',
      cite: doc('revision of 2025'),
      confidence: 'V2',
    },
    {
      id: 'SG-9',
      text: 'Changes that follow an adverse event or a field safety corrective action have a section of their own (2.2); so have changes that need no notification (2.3).',
      cite: doc('contents, 2.2 and 2.3'),
      confidence: 'V',
    },
    {
      id: 'SG-SECURITY',
      text: 'derived: a patch for a vulnerability is notified by section 2.2 where an adverse event or a field action stands behind it, whatever the residual risk.',
      cite: own('security changes, Singapore'),
      confidence: 'D',
    },
  ],
  readingNotes: [
    "Read through a consultant's table of the flowchart and the contents of the guidance; the flowchart itself was not seen.",
    'derived: corrective changes have their own section (SG-9) which this chart does not walk. A change that answers an adverse event or a field action is not settled by these rows.',
    'derived: SG-6 prints a pure correction of the display only; the dictionary of facts takes every correction that brings the device back to its specification.',
    'derived: one non-medical feature or a changed look is taken as the whole change; a release that holds more has to be walked change by change.',
  ],
});
