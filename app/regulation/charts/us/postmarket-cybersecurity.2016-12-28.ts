/**
 * FDA, Postmarket Management of Cybersecurity in Medical Devices (28 December 2016): is the risk of patient harm from a
 * vulnerability controlled or not, and what follows. The matrix in the document is a picture of a gradient; its cells
 * are the manufacturer's choice. Every sentence is ours.
 */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const doc = citing('fda_postmarket_cyber');
const cfr = citing('cfr_21');
const usc = citing('usc_21');
const ots = citing('fda_ots_network');
const myths = citing('fda_cyber_myths');
const rubric = citing('mitre_cvss_rubric');
const bod = citing('cisa_bod_26_04');
const premarket = citing('fda_premarket_cyber');
const own = citing('changemark');

const ROUTE = 'Where the measure lands';
const RISK = 'Section VI: risk of patient harm';

const RISK_RECORD = [
  'The vulnerability and how the manufacturer learned of it, with the day',
  'Exploitability: method and score; severity of harm; version of the matrix used (AM6)',
  'Mitigations and compensating controls counted; the binary decision with its reasons',
  'Dates: learned, 30 days after, 60 days after',
];

const VALIDATE: Obligation = {
  who: 'manufacturer',
  must: 'CR7: validate the change, so that it works and opens no new risk, and document it in the quality system.',
  cite: doc('section VII'),
  confidence: 'V',
  due: 'before the fix is distributed',
};

export const postmarketCybersecurity = chart({
  instrument: 'US-FDA-POSTMARKET-CYBER-2016',
  name: 'Postmarket cybersecurity',
  title: 'Postmarket Management of Cybersecurity in Medical Devices',
  jurisdiction: 'US',
  edition: '28 December 2016',
  issued: '2016-12-28',
  inForce: { from: '2016-12-28', to: null },
  source: 'fda_postmarket_cyber',
  addressee:
    'Manufacturers of any marketed device with software, firmware or programmable logic, software that is a device, interoperable systems, legacy devices',
  answers: 'law',
  start: 'R2',
  nodes: {
    R2: {
      kind: 'gate',
      part: ROUTE,
      asks: 'Is the change entirely outside the device (switch, firewall, network access control, proxy), or only its link to the network, with no setting of the device altered?',
      short: 'entirely outside the device?',
      cite: doc('section IV.A'),
      confidence: 'V/D',
      who: 'hospital',
      foundIn: 'the proposal; inventory of what the manufacturer supplied',
      rule: { yes: 'change_location in {device_connection, environment}' },
      yes: 'compensating_control',
      no: 'PV1',
      subRules: [
        {
          id: 'Compensating control',
          text: 'A compensating control stands in for a control designed into the device; it is external to the design, can be set up in the field and is used by the user, such as a network measure.',
          cite: doc('section IV.A'),
          confidence: 'V',
          answer: 'yes',
          when: 'change_location = environment',
        },
        {
          id: 'R2 connection',
          text: 'derived: linking the device to a network or cutting it off, without another change of the device, is taken as a safeguard outside its design.',
          cite: own('R2'),
          confidence: 'D',
          answer: 'yes',
          when: 'change_location = device_connection',
        },
      ],
    },
    PV1: {
      kind: 'step',
      part: RISK,
      asks: 'If the vulnerability were exploited, would safety or essential performance be affected?',
      short: 'safety or essential performance?',
      cite: doc('sections VI and VII.A'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: "manufacturer's vulnerability assessment; list of essential performance in the risk file",
      rule: { yes: 'safety_or_essential_performance_affected' },
      yes: 'PV4',
      no: 'controlled',
      subRules: [
        {
          id: 'PV1 patient harm',
          text: 'Patient harm is physical injury, death included. Loss of confidentiality of health information is no patient harm here; a change only against it is typically a routine update.',
          cite: doc('sections III, IV.F and VII.A'),
          confidence: 'V',
          answer: 'no',
          when: 'not safety_or_essential_performance_affected',
        },
      ],
      note: 'from memory: essential performance is what the device must do, within limits, so that the risk stays acceptable.',
    },
    PV4: {
      kind: 'step',
      part: RISK,
      asks: 'With the mitigations and compensating controls in place, is the residual risk of patient harm acceptable by the documented process of the manufacturer?',
      short: 'residual patient-harm risk acceptable?',
      cite: doc('section VI.C'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: "manufacturer's cybersecurity risk assessment; advisory with its risk statement",
      rule: { yes: 'residual_patient_harm_risk_acceptable' },
      yes: 'controlled',
      no: 'uncontrolled',
      subRules: [
        {
          id: 'PV2',
          text: 'Rate exploitability with CVSS or a similar tool, not as a probability; where data are missing take the worst case, or a probability of one.',
          cite: doc('section VI.A'),
          confidence: 'V',
        },
        {
          id: 'PV3',
          text: 'Rate severity: negligible (inconvenience), minor (temporary, no professional help), serious (professional help needed), critical (permanent impairment or danger to life), catastrophic (death). "Significant harm" of the software change guidance begins at serious.',
          cite: doc('section VI.B'),
          confidence: 'V',
        },
        {
          id: 'PV4 binary',
          text: 'The answer must be one of two, controlled or uncontrolled; the gradient in the figure is no third answer.',
          cite: doc('section VI.C'),
          confidence: 'V',
        },
        {
          id: 'AM6',
          text: "derived: the cells between the corners are the manufacturer's choice. Where nobody decided, a default matrix answers: low exploitability with negligible, minor or serious severity, medium with negligible or minor, and high with negligible are controlled; medium with critical or catastrophic, and high with serious or worse, are uncontrolled; the rest stays open.",
          cite: own('AM6, default matrix'),
          confidence: 'D',
        },
      ],
      note: 'derived: PV2 and PV3 give exploitability and severity; the default matrix answers PV4 from them only while nobody stated the answer, and leaves the middle cells open for a person.',
    },
  },
  outcomes: {
    compensating_control: {
      tier: 'record',
      meaning: 'safeguard outside the device design',
      label: 'compensating control',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Where the measure is to answer an uncontrolled risk, count it in the risk decision, tell users how to set it up, and check that residual risk is acceptable with it.',
          cite: doc('sections IV.A, IV.G and VII.B'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'hospital',
          must: 'derived: check that clinical data flows, alarms and gateways still work with the measure, and compare it with the network needs in the labelling (HX1).',
          cite: own('HX1'),
          confidence: 'D',
          due: 'before the measure goes live',
        },
        {
          who: 'manufacturer',
          must: 'UR3: make sure that controls do not add more risk than the vulnerability does.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: [
        'Description of the measure and why no setting of the device is altered',
        'Source of ports and flows; test of clinical data flows and alarms',
        'Residual risk with the measure in place',
      ],
      notes: [
        'Network equipment outside the device is no act on a finished device (HX1, derived).',
        'derived: a pure compensating control is no update or patch in the sense of section 524B and does not discharge the duty to make patches available (CY6).',
      ],
    },
    controlled: {
      tier: 'record',
      meaning: 'controlled risk: routine update, enhancement',
      label: 'controlled risk',
      obligations: [
        VALIDATE,
        {
          who: 'manufacturer',
          must: 'CR4: check whether the countermeasure is itself a significant change (21 CFR 807.81(a)(3)); then it needs a 510(k). Otherwise FDA typically needs no premarket review.',
          cite: doc('section VII, footnote 30'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        {
          who: 'manufacturer',
          must: 'CR5: where hardening touches other functions too (FDA names another operating system), check its scope for further premarket or postmarket action.',
          cite: doc('section VII'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'CR6: for a PMA device, put the change in the annual report with the content of section VIII.',
          cite: doc('sections VII.A and VIII'),
          confidence: 'V',
          due: 'with the next annual report',
        },
        {
          who: 'manufacturer',
          must: 'AM8: keep the record of 21 CFR 806.20 with the justification for not reporting.',
          cite: cfr('806.20'),
          confidence: 'V/D',
          due: '2 years beyond the expected life of the device',
        },
      ],
      evidence: [
        ...RISK_RECORD,
        'PMA devices, section VIII: change compared with the approved version, rationale, other devices and submissions touched, related events with report and recall numbers, device identifier, advisory link, customer notices, name of the ISAO and date, related submissions or why there is none',
      ],
      notes: [
        'CR1: a change made only to strengthen cybersecurity is a device enhancement and generally needs no report under part 806.',
        'CR2: extra layers on a controlled risk are a routine update. CR3: so is a change made only against loss of health information.',
        'A routine update stays an enhancement when it is sent early and to many units; it may touch software, firmware, programmable logic, hardware or labelling (section IV.C).',
      ],
    },
    uncontrolled: {
      tier: 'notify',
      meaning: 'uncontrolled risk: remediate fast, inform users, see US-CFR-806',
      label: 'uncontrolled risk',
      obligations: [
        {
          who: 'manufacturer',
          must: 'UR1: remediate as quickly as possible; while a fix is not practicable give interim controls, and tell users the controls and the residual risk.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: 'as quickly as possible',
        },
        {
          who: 'manufacturer',
          must: 'UR2 (2): tell customers and users the vulnerability and its impact, what is being done, compensating controls and the fix or defence in depth to come; have interim controls and a remediation plan with a documented timeline.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: 'within 30 days of learning of the vulnerability',
        },
        {
          who: 'manufacturer',
          must: 'UR2 (3): distribute a validated fix with which the risk is acceptable (a compensating control may be the lasting answer), and follow up afterwards as needed.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: 'within 60 days of learning of the vulnerability',
        },
        {
          who: 'manufacturer',
          must: 'UR2 (1) and (4): report under part 806, unless no serious adverse event or death is known, both clocks are met, and the manufacturer is an active ISAO member that shares its customer communications there.',
          cite: doc('section VII.B; 21 CFR 806.10'),
          confidence: 'V',
          due: 'within 10 working days of initiating the correction or removal',
        },
        {
          who: 'manufacturer',
          must: 'UR3: choose controls that do not add more risk than the vulnerability.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: null,
        },
        {
          who: 'manufacturer',
          must: 'UR4: evaluate the need for a PMA supplement or a 510(k).',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: 'before the changed device is marketed',
        },
        {
          who: 'manufacturer',
          must: 'UR5: summarise the remediation in the annual report, for devices that have one.',
          cite: doc('section VII.B'),
          confidence: 'V',
          due: 'with the next annual report',
        },
        {
          who: 'manufacturer',
          must: 'UR6: report a death or serious injury under part 803; the policy on part 806 is then not available.',
          cite: doc('section VII.B; 21 CFR 803.50, 803.53'),
          confidence: 'V',
          due: '30 calendar days; 5 work days where remedial action is needed against an unreasonable risk',
        },
        VALIDATE,
        {
          who: 'hospital',
          must: 'derived: put the interim controls of the manufacturer in place and watch for its fix.',
          cite: own('hospital side of an uncontrolled risk'),
          confidence: 'D',
          due: 'as soon as the notice arrives',
        },
      ],
      evidence: [
        ...RISK_RECORD,
        'Customer communication with its date; interim controls; remediation plan with timeline',
        'Validated fix with the date of its distribution, or the lasting control; residual risk with it',
        'ISAO membership with date, policies, and proof that communications were shared',
      ],
      notes: [
        'Both clocks run from the day on which the manufacturer learned of the vulnerability.',
        'UR7: without remediation FDA may see a device with a reasonable probability of serious harm: in violation and open to enforcement.',
        'AM1: a patch made only for security may be a letter to file by question 1 of the software change guidance, while its principle 1 points to a new 510(k); FDA published no ranking, so a person must settle it.',
        'UR8: active in an ISAO means member of one that shares threats to devices and has documented policies, sharing with it, customer communications included, and documented intake that can be traced to the risk files of the devices.',
      ],
    },
  },
  aids: [],
  principles: [
    {
      id: 'Routine update',
      text: 'A routine update or patch raises security, or answers only vulnerabilities of controlled risk. It counts as an enhancement, not as a repair. A fix for a vulnerability with a reasonable probability of serious consequences or death is not routine.',
      cite: doc('section IV.C'),
      confidence: 'V',
    },
    {
      id: 'Remediation',
      text: 'Remediation is any action that brings an uncontrolled risk to an acceptable level; a compensating control with adequate notice to customers may be enough. A notice without a strategy that reaches acceptability is incomplete.',
      cite: doc('section IV.G'),
      confidence: 'V',
    },
    {
      id: 'Controlled and uncontrolled',
      text: 'Controlled: the residual risk of patient harm is acceptable. Uncontrolled: it is not.',
      cite: doc('sections IV.B and IV.J'),
      confidence: 'V',
    },
    {
      id: 'CR1',
      text: 'A change made only to strengthen cybersecurity is a device enhancement, generally without a report under part 806.',
      cite: doc('section VII.A'),
      confidence: 'V',
    },
    {
      id: 'CR2',
      text: 'Extra layers on a controlled risk (defence in depth) are a routine update.',
      cite: doc('section VII.A'),
      confidence: 'V',
    },
    {
      id: 'CR3',
      text: 'A change made only against loss of protected health information is a routine update.',
      cite: doc('section VII.A'),
      confidence: 'V',
    },
    {
      id: 'UR7',
      text: 'A device whose uncontrolled risk is not remediated may be seen as having a reasonable probability of serious harm, in violation and open to enforcement.',
      cite: doc('section VII.B'),
      confidence: 'V',
    },
    {
      id: 'UR8',
      text: 'Active ISAO participation: membership in one that shares device threats, documented policies there, sharing that includes customer communications, and documented intake at the manufacturer that can be traced to its risk files.',
      cite: doc('section IX'),
      confidence: 'V',
    },
    {
      id: '17.1 exploitability',
      text: 'CVSS is one example of a tool (v3.0 factors: vector, complexity, privileges, interaction, scope, confidentiality, integrity, availability, exploit maturity, remediation level, confidence); weights should be considered. No score separates controlled from uncontrolled.',
      cite: doc('section VI.A'),
      confidence: 'V',
    },
    {
      id: '17.2 mapping',
      text: 'derived: no mapping to low, medium and high is published. Default: exploitability subscore (up to 3.9) below 1.2 low, to 2.7 medium, above high; one step up where exploit code is public or the entry is in the catalogue of known exploited vulnerabilities; never down for a proprietary protocol.',
      cite: own('mapping of the CVSS exploitability subscore'),
      confidence: 'D',
    },
    {
      id: '17.4 rubric',
      text: 'The rubric of MITRE for CVSS v3.0 asks device questions for each metric (network protocol and range, attack at will, authorisation, another person, scope, six kinds of data with therapy delivery among them); an unknown answer takes the worse value and the worst kind of data wins.',
      cite: rubric('question list'),
      confidence: 'V',
    },
    {
      id: '17.5 KEV',
      text: 'An entry in the catalogue of known exploited vulnerabilities needs a CVE number, evidence of exploitation and clear guidance. FDA wants such vulnerabilities designed out, listed in a submission and handled in the management plan.',
      cite: premarket('sections V.A.2, V.A.4(b) and VI.B; conditions of an entry: page of CISA on the catalogue'),
      confidence: 'V',
    },
    {
      id: 'BOD 26-04: 3 days',
      text: 'Known exploited with total impact, and publicly exposed or automatable: 3 days with forensic triage. Known exploited, exposed and automatable with partial impact: 3 days. Not known exploited, exposed, automatable, total impact: 3 days.',
      cite: bod('decision table'),
      confidence: 'V',
    },
    {
      id: 'BOD 26-04: 14 days',
      text: 'Every other combination of a known exploited vulnerability: 14 days. Not known exploited but exposed: 14 days where automatable with partial impact, or not automatable with total impact.',
      cite: bod('decision table'),
      confidence: 'V',
    },
    {
      id: 'BOD 26-04: 60 days and later',
      text: 'Not known exploited, exposed, not automatable, partial impact: 60 days. Not exposed but automatable: 60 days. Neither exposed nor automatable: at the next system upgrade.',
      cite: bod('decision table'),
      confidence: 'V',
    },
    {
      id: 'BOD 26-04: for whom',
      text: 'It revoked BOD 22-01 and 19-02 on 10 June 2026. It binds federal civilian agencies and is recommended to others (from memory: veterans and Indian health hospitals are among them). It is no deadline of device law: do not mix it with the 30 and 60 days here, nor with the cycles of section 524B.',
      cite: bod('scope'),
      confidence: 'V/M',
    },
    {
      id: 'T1',
      text: 'The device manufacturer that chose off-the-shelf software answers for the continued safe and effective performance of the device, that part included; the vendor of the software does not.',
      cite: ots('guidance of 2005'),
      confidence: 'V',
    },
    {
      id: 'T6',
      text: 'Keep a maintenance plan and a relation to the vendor, so that news of patches arrives in time.',
      cite: ots('guidance of 2005'),
      confidence: 'V',
    },
    {
      id: 'Myth: FDA alone',
      text: 'Responsibility lies with several agencies and the private sector, not with FDA alone. Testing is the task of the manufacturer, not of FDA.',
      cite: myths('responsibility; testing'),
      confidence: 'V',
    },
    {
      id: 'Myth: updates need FDA',
      text: 'Manufacturers can always update devices for cybersecurity; FDA typically need not review a change made solely for that. The press report was seen, the wording is from memory.',
      cite: myths('updates by manufacturers'),
      confidence: 'V/M',
    },
    {
      id: 'Myth: cybersecurity is optional',
      text: 'from memory: it is not: quality-system rules require all risks to be handled. The manufacturer validates all software design changes, and secure use of off-the-shelf software in a device is its task.',
      cite: myths('duties of manufacturers'),
      confidence: 'M',
    },
    {
      id: 'QMSR corrective action',
      text: 'Corrective and preventive action: old place 820.100, now ISO 13485 clause 8.5 (8.5.2 and 8.5.3 from memory).',
      cite: cfr('820.7 and ISO 13485 clause 8.5'),
      confidence: 'V/M',
    },
    {
      id: 'QMSR complaints',
      text: 'Complaints: old place 820.198, now ISO 13485 clause 8.2.2 with 820.35(a).',
      cite: cfr('820.35(a)'),
      confidence: 'V',
    },
    {
      id: 'QMSR purchasing',
      text: 'Purchasing and suppliers: old place 820.50, now ISO 13485 clause 7.4.',
      cite: cfr('820.7 and ISO 13485 clause 7.4'),
      confidence: 'V',
    },
    {
      id: '524B cycles',
      text: 'For cyber devices filed under section 524B the patch cycles of that section come on top (see US-FDC-524B, CY3 and CY4).',
      cite: usc('360n-2(b)(2)'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'FDA guidance is non-binding. It was read in three transcripts; the matrix figure is a picture, of which only the gradient from low (controlled) to high (uncontrolled) is known.',
    'The submission axis (510(k), PMA) and the reporting axis (parts 806 and 803) are independent: a change may be documented only and still be reportable, or need a 510(k) and not be reportable (section VII).',
    'PV2 and PV3 are no questions with two answers; they supply exploitability and severity to PV4.',
    'AM6: a middle cell of the default matrix is left open for a person, never decided by default. Keep the version of the matrix in the record.',
    'AM8: the second limb of 21 CFR 806.2(k) (a remote probability of serious harm is a risk to health already) stands against treating a controlled risk as enhancement; this guidance is followed for controlled risk, and the record of 806.20 is kept.',
    'The same technical fix can have two results: closing an open port is a routine update where the design blocks what could come through it (US-PM-C3), and part of remediating an uncontrolled risk where nothing does (US-PM-U1).',
    'R10: whether distributed units are repaired, modified, relabelled, inspected or removed is asked in every case: see US-CFR-806 and US-FDA-RECALL-VS-ENH-2014.',
    'derived: for a hospital or another operator this chart is a forecast of what the manufacturer has to decide.',
    'from memory: part 820 references of the document are to the older text; the present places stand among the principles (AM7).',
    'derived: CVSS v3.x and v4.0 formulas and metric values (17.2, 17.3) are a rating aid for PV2, no decision rows; they are not walked.',
  ],
});
