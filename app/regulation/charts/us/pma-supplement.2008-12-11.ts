/**
 * FDA, Modifications to Devices Subject to PMA: the PMA supplement decision-making process (11 December 2008), with
 * 21 CFR 814.39 and the guidances on real-time supplements, 30-day notices and annual reports (16 December 2019). Every
 * sentence is ours.
 */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_pma_modifications');
const cfr = citing('cfr_21');
const act = citing('fdc_act');
const realTime = citing('fda_pma_real_time');
const notices = citing('fda_pma_30_day');
const annual = citing('fda_pma_annual');
const cyber = citing('fda_postmarket_cyber');
const premarket = citing('fda_premarket_cyber');
const usc = citing('usc_21');
const ots = citing('fda_ots_network');

const PLAN = 'Authorised plan';
const THRESHOLD = 'Threshold: 21 CFR 814.39';
const TYPE = 'Kind of submission (Figure 1)';

const DATA = 'data plan of the change: bench, animal, clinical';

const CYBER_CONTENT: Obligation = {
  who: 'manufacturer',
  must: 'For a cyber device, include what section 524B asks for with the submission, supplements included (N4).',
  cite: premarket('sections VII.A and VII.D'),
  confidence: 'V',
  due: 'with the submission',
};

const DESIGN_CONTROL: Obligation = {
  who: 'manufacturer',
  must: 'Take the change through design change control of the quality system (impact on product and risk file, verification, validation, approval before release).',
  cite: cfr('820.10(c) with ISO 13485 clause 7.3'),
  confidence: 'V',
  due: 'before release',
};

const waits = (must: string, at: string, due: string): Obligation => ({
  who: 'manufacturer',
  must,
  cite: cfr(at),
  confidence: 'V',
  due,
});

const HOLD = waits(
  'Do not make the change in distributed devices before FDA has approved it.',
  '814.39(a)',
  'until approval',
);

const HOSPITAL: Obligation = {
  who: 'hospital',
  must: 'derived: do not take the changed version as covered by the present approval; keep the present version with the compensating controls the manufacturer gives.',
  cite: citing('changemark')('hospital side of a PMA supplement'),
  confidence: 'D',
  due: null,
};

export const pmaSupplement = chart({
  instrument: 'US-FDA-PMA-SUPP-2008',
  name: 'PMA supplement',
  title: 'Modifications to Devices Subject to PMA: PMA supplement decision-making',
  jurisdiction: 'US',
  edition: '11 December 2008',
  issued: '2008-12-11',
  inForce: { from: '2008-12-11', to: null },
  source: 'fda_pma_modifications',
  addressee: 'Holders of a PMA (and of a humanitarian device exemption) who change the device',
  answers: 'law',
  start: 'P1',
  nodes: {
    P1: {
      kind: 'step',
      part: PLAN,
      asks: 'Is the change consistent with an approved predetermined change control plan?',
      short: 'covered by an approved plan?',
      cite: cfr('814.39(b)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'approval order; the plan in the PMA',
      rule: { yes: 'covered_by_authorised_change_plan' },
      yes: 'pccp_covered',
      no: 'P2',
    },
    P2: {
      kind: 'step',
      part: THRESHOLD,
      asks: 'Does the change affect safety or effectiveness?',
      short: 'affects safety or effectiveness?',
      cite: cfr('814.39(a), 814.39(b)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk-based assessment; cybersecurity risk decision',
      rule: {
        yes: 'affects_safety_or_effectiveness',
        no: 'not affects_safety_or_effectiveness or (solely_strengthens_cybersecurity and not other_impact_on_device and (not safety_or_essential_performance_affected or residual_patient_harm_risk_acceptable))',
      },
      yes: 'P3',
      no: 'pma_annual_report',
      subRules: [
        {
          id: 'L5',
          text: 'The threshold is lower than for a 510(k): any effect on safety or effectiveness counts, not only one that could be significant. The holder carries the burden of deciding.',
          cite: cfr('814.39(a)'),
          confidence: 'V',
          answer: 'yes',
          when: 'affects_safety_or_effectiveness',
        },
        {
          id: 'P.b',
          text: 'Routine cybersecurity updates and patches for a controlled risk typically need no premarket review; list them in the annual report with the content of section VIII of the postmarket cybersecurity guidance.',
          cite: cyber('sections VII.A and VIII'),
          confidence: 'V',
          answer: 'no',
          when: 'solely_strengthens_cybersecurity and not other_impact_on_device and (not safety_or_essential_performance_affected or residual_patient_harm_risk_acceptable)',
        },
        {
          id: 'P2 none',
          text: 'No effect on safety or effectiveness: the annual report. What is purely editorial stays on file.',
          cite: cfr('814.39(b), 814.84'),
          confidence: 'V',
          answer: 'no',
          when: 'not affects_safety_or_effectiveness',
        },
        {
          id: 'P.c',
          text: 'A fix for an uncontrolled risk: evaluate the need for a supplement, and summarise the remediation in the annual report.',
          cite: cyber('section VII.B'),
          confidence: 'V',
        },
        {
          id: 'T4',
          text: 'from memory: a patch of off-the-shelf software without such an effect goes in the annual report.',
          cite: ots('guidance of 2005'),
          confidence: 'M',
        },
        {
          id: 'P2 kinds',
          text: 'The regulation names indications, labelling, packaging, sterilisation, the facility, specifications of design or performance, circuits, components and ingredients, layout and the operating principle.',
          cite: cfr('814.39(a)'),
          confidence: 'V',
        },
      ],
    },
    P3: {
      kind: 'step',
      part: TYPE,
      asks: 'Is the changed device so different that the old data no longer support it, and preclinical as well as clinical data are needed anew?',
      short: 'entirely new data needed?',
      cite: doc('section IV.A, Figure 1'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: DATA,
      rule: { yes: 'clinical_data_needed = entirely_new' },
      yes: 'pma_traditional',
      no: 'P4',
    },
    P4: {
      kind: 'step',
      part: TYPE,
      asks: 'Is it a new indication, or a significant change of design or performance, that needs substantial clinical data?',
      short: 'substantial clinical data?',
      cite: doc('section IV.B, with FD&C Act section 737(4)(B)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: DATA,
      rule: { yes: 'clinical_data_needed = substantial' },
      yes: 'pma_panel_track',
      no: 'P5',
    },
    P5: {
      kind: 'step',
      part: TYPE,
      asks: 'Is only a manufacturing procedure or method changed (a supplier or the quality system included), with the specifications of the device unchanged?',
      short: 'manufacturing method only?',
      cite: cfr('814.39(f)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'manufacturing change record; device specification',
      rule: { yes: 'change_domains within {production, supplier, quality_system} and not specification_changed' },
      yes: 'pma_30_day_notice',
      no: 'P6',
      note: 'See also FD&C Act section 515(d)(6) and the guidance on 30-day notices. A move of the manufacturing site is no such notice but a supplement of the 180-day type (P.g): have a person check it, no fact tells the two apart.',
    },
    P6: {
      kind: 'step',
      part: TYPE,
      asks: 'Is it labelling, quality control or a manufacturing step that only enhances safety, on newly acquired information, without effect on effectiveness?',
      short: 'only safety, no design change?',
      cite: doc('section IV.E, with 21 CFR 814.39(d)(1) and (2)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'change assessment; the new findings',
      rule: { yes: 'change_domains within {labelling, production, quality_system} and only_enhances_safety' },
      yes: 'pma_special_cbe_supplement',
      no: 'P7',
      subRules: [
        {
          id: 'P.a',
          text: 'Changes of design are never fit for it. Derived: a code patch cannot use it, even one that makes the device safer.',
          cite: doc('section IV.E'),
          confidence: 'V/D',
          answer: 'no',
          when: 'change_domains includes_any {software, design}',
        },
      ],
    },
    P7: {
      kind: 'step',
      part: TYPE,
      asks: 'Is it a minor change of design, software, labelling or sterilisation, expected for the type, with an accepted method, preclinical data only, and one scientific discipline?',
      short: 'minor, one discipline, accepted method?',
      cite: realTime('section III, with FD&C Act section 737(4)(D)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'change assessment; verification plan; contact with the FDA branch',
      rule: {
        yes: 'minor_change and established_test_method_exists and scientific_disciplines_needed = 1 and clinical_data_needed = none',
      },
      yes: 'pma_real_time_supplement',
      no: 'pma_180_day_supplement',
      subRules: [
        {
          id: 'P7 agreement',
          text: 'FDA must agree to a real-time review; the agreement is sought once this question is yes.',
          cite: realTime('section III'),
          confidence: 'V',
        },
        {
          id: 'P8',
          text: 'What is left: a significant change of components, materials, design, specification, software, colour additives or labelling, with preclinical and at most limited confirmatory clinical data.',
          cite: doc('section IV.C, with FD&C Act section 737(4)(C)'),
          confidence: 'V',
          answer: 'no',
          when: 'not minor_change or not established_test_method_exists or scientific_disciplines_needed > 1 or clinical_data_needed = confirmatory',
        },
        {
          id: 'P.g',
          text: 'A move of the manufacturing site needs a supplement of the 180-day type.',
          cite: doc('section IV.G'),
          confidence: 'V',
        },
      ],
    },
  },
  outcomes: {
    pccp_covered: {
      tier: 'record',
      meaning: 'an authorised plan covers the change; follow it and document',
      label: 'covered by the approved plan',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Follow the plan to the letter, document the change and report it in the periodic report.',
          cite: cfr('814.39(b), with 21 U.S.C. 360e-4(a)'),
          confidence: 'V',
          due: 'with the next periodic report',
        },
        DESIGN_CONTROL,
      ],
      evidence: ['The plan and the approval that contains it', 'Proof that the change stays inside its terms'],
      notes: ['Leaving the plan makes a new submission likely (see US-FDA-PCCP-515C).'],
    },
    pma_annual_report: {
      tier: 'notify',
      meaning: 'list in the PMA annual report',
      label: 'PMA annual report',
      obligations: [
        {
          who: 'manufacturer',
          must: 'P.d: list the change in the annual report: description compared with the approved version, rationale (event, recall number), linked changes grouped, and why it does not affect safety or effectiveness. Verification and validation data are not sent.',
          cite: annual('section IV'),
          confidence: 'V',
          due: 'with the next annual report',
        },
        {
          who: 'manufacturer',
          must: 'For a cybersecurity change add the content of section VIII of the postmarket cybersecurity guidance.',
          cite: cyber('section VIII'),
          confidence: 'V',
          due: 'with the next annual report',
        },
        DESIGN_CONTROL,
      ],
      evidence: [
        'Description compared with the approved version; rationale; why safety and effectiveness are not affected',
        'Cybersecurity: vulnerability and how learned, risk conclusion, other devices and submissions touched, related events with report and recall numbers, device identifier, advisory link, customer notices, name of the ISAO and date, related submissions or the basis for having none',
      ],
      notes: ['Purely editorial changes are kept on file only.'],
    },
    pma_traditional: {
      tier: 'recertify',
      meaning: 'new original PMA',
      label: 'new original PMA',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit a new original PMA with new preclinical and clinical data.',
          cite: doc('section IV.A'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        HOLD,
        CYBER_CONTENT,
        HOSPITAL,
      ],
      evidence: ['Why the old data no longer support the device', 'New preclinical and clinical data'],
      notes: [],
    },
    pma_panel_track: {
      tier: 'approval',
      meaning: 'panel-track PMA supplement',
      label: 'panel-track supplement',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit a panel-track supplement with substantial clinical data.',
          cite: doc('section IV.B'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        HOLD,
        CYBER_CONTENT,
        HOSPITAL,
      ],
      evidence: ['New indication or significant change; substantial clinical data'],
      notes: [],
    },
    pma_30_day_notice: {
      tier: 'notify',
      meaning: '30-day notice',
      label: '30-day notice',
      obligations: [
        waits(
          'Send the 30-day notice with the details of the manufacturing change and the data behind it.',
          '814.39(f)',
          'before the changed devices are distributed',
        ),
        {
          who: 'manufacturer',
          must: 'Distribute only 30 days after FDA received the notice, unless FDA objects; then it becomes a 135-day supplement.',
          cite: notices('sections I and II'),
          confidence: 'V',
          due: '30 days after receipt',
        },
      ],
      evidence: ['Manufacturing change and its validation; proof that the device specification is unchanged'],
      notes: [],
    },
    pma_special_cbe_supplement: {
      tier: 'notify',
      meaning: 'special supplement, changes being effected',
      label: 'special supplement (CBE)',
      obligations: [
        waits(
          'Submit the special supplement; the change may be put into effect once FDA has acknowledged receipt.',
          '814.39(d)(1), 814.39(d)(2)',
          'on acknowledgement of receipt',
        ),
      ],
      evidence: ['The newly acquired information; why only safety is enhanced and effectiveness is not touched'],
      notes: ['P.a: never for a change of design or software.'],
    },
    pma_real_time_supplement: {
      tier: 'approval',
      meaning: 'real-time PMA supplement',
      label: 'real-time supplement',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Obtain the agreement of FDA to a real-time review, and submit the supplement; without it, a 180-day supplement.',
          cite: realTime('sections III and IV'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        HOLD,
        CYBER_CONTENT,
        DESIGN_CONTROL,
        HOSPITAL,
      ],
      evidence: ['Why the change is minor; accepted method; the one discipline concerned; agreement of FDA'],
      notes: [],
    },
    pma_180_day_supplement: {
      tier: 'approval',
      meaning: '180-day PMA supplement',
      label: '180-day supplement',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Submit a 180-day supplement with preclinical and at most limited confirmatory clinical data.',
          cite: doc('section IV.C'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        HOLD,
        CYBER_CONTENT,
        DESIGN_CONTROL,
        HOSPITAL,
      ],
      evidence: ['Change compared with the approved version; preclinical data; confirmatory clinical data where any'],
      notes: ['P.f: a humanitarian device exemption follows the same rules with 75 days of review.'],
    },
  },
  aids: [],
  principles: [
    {
      id: 'L5',
      text: 'A PMA supplement comes before any change that affects safety or effectiveness: a lower threshold than the 510(k) word "could significantly affect".',
      cite: cfr('814.39(a)'),
      confidence: 'V',
    },
    {
      id: 'R8',
      text: 'PMA devices and humanitarian device exemptions are walked here; the 510(k) guidances do not speak to them.',
      cite: cfr('814.39, 814.108'),
      confidence: 'V',
    },
    {
      id: 'P.e',
      text: 'A 30-day supplement of 814.39(e) exists in the regulation, but FDA found no use for it.',
      cite: doc('section II, with 21 CFR 814.39(e)'),
      confidence: 'V',
    },
    {
      id: 'P.f',
      text: 'Humanitarian device exemptions follow the same rules, with 75 days of review.',
      cite: notices('sections I and II'),
      confidence: 'V',
    },
    {
      id: 'Definitions',
      text: 'The kinds of supplement are defined in section 737(4) of the Act: (B) panel-track, (C) 180-day, (D) real-time.',
      cite: act('section 737(4)'),
      confidence: 'V',
    },
    {
      id: 'Plan first',
      text: 'A change consistent with an approved predetermined change control plan needs no supplement.',
      cite: usc('360e-4(a)'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'FDA guidance is non-binding; 21 CFR 814.39 is binding. Sections III to V, Attachment I and Figure 1 of the guidance were read.',
    'The rules of P2 first look whether safety or effectiveness is affected; the reading of P.b gives a no of its own only while that is not stated.',
    'The real-time agreement of FDA cannot be known in advance; P7 asks the criteria, the agreement is sought afterwards. P8 is the remainder and no question of its own.',
    'A confirmatory need of clinical data leads past P3, P4 and P7 to the 180-day supplement.',
    'The purely editorial change, which stays on file, and the change listed in the annual report share one outcome; the note of the outcome says so.',
    'derived: for a hospital or another operator this chart is a forecast of what the holder of the approval would have to decide.',
    'from memory: part 820 references of the document are to the older text; the present places are cited (AM7).',
  ],
});
