/**
 * 21 CFR part 806, reports of corrections and removals, with the policy of the postmarket cybersecurity guidance on when
 * FDA does not enforce a report. Every sentence is ours.
 */
import { chart, type Obligation } from '../../chart';
import { citing } from '../../sources';

const cfr = citing('cfr_21');
const policy = citing('fda_postmarket_cyber');
const recalls = citing('fda_recall_enhancement');
const memo = citing('fda_k95_1');
const ots = citing('fda_ots_network');
const own = citing('changemark');

const PART_806 = 'Part 806: corrections and removals';

const KEEP_RECORD: Obligation = {
  who: 'manufacturer',
  must: 'Keep the record of 21 CFR 806.20: device and its identifier, events and action, the justification for not reporting reviewed by the person named for it, communications.',
  cite: cfr('806.20'),
  confidence: 'V',
  due: '2 years beyond the expected life of the device',
};

/** The book asks for this record where no report is due; for the policy it is our reading that it is owed as well. */
const KEEP_RECORD_ALSO: Obligation = {
  ...KEEP_RECORD,
  must: 'derived: keep the record of 21 CFR 806.20 here as well, because no report is made: device and its identifier, events and action, the justification reviewed by the person named for it, communications.',
  confidence: 'D',
};

const SUBMISSION_TOO: Obligation = {
  who: 'manufacturer',
  must: 'Decide on the premarket submission apart from this: the change may need a 510(k) or a supplement, or none.',
  cite: recalls('section VIII'),
  confidence: 'V',
  due: null,
};

const EVENT_REPORTS: Obligation = {
  who: 'manufacturer',
  must: 'Report deaths, serious injuries and malfunctions likely to cause them on recurrence under part 803; events that need remedial action against an unreasonable risk of substantial harm, or that FDA asks for, sooner.',
  cite: cfr('803.10(c)(1), 803.50, 803.53'),
  confidence: 'V',
  due: '30 calendar days; 5 work days where remedial action is needed or FDA asks',
};

export const correctionsAndRemovals = chart({
  instrument: 'US-CFR-806',
  name: '21 CFR 806',
  title: '21 CFR part 806: reports of corrections and removals',
  jurisdiction: 'US',
  edition: 'CFR 2025',
  issued: 'CFR 2025',
  inForce: { from: '2025-04-01', to: null },
  source: 'cfr_21',
  addressee: 'Manufacturers and importers who act on devices they have distributed',
  answers: 'law',
  start: 'F1',
  nodes: {
    F1: {
      kind: 'step',
      part: PART_806,
      asks: 'Are distributed devices repaired, modified, adjusted, relabelled, inspected or removed?',
      short: 'distributed devices touched?',
      cite: cfr('806.2(d), 806.2(j), 806.2(m)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'field action plan; list of units supplied',
      rule: { yes: 'applies_to_supplied_units' },
      yes: 'F2',
      no: 'no_806_issue',
      subRules: [
        {
          id: 'L8',
          text: 'To repair, modify, adjust, relabel, destroy or inspect a device where it stands is a correction; to take it elsewhere for that is a removal.',
          cite: cfr('806.2(d), 806.2(j)'),
          confidence: 'V',
          answer: 'yes',
          when: 'applies_to_supplied_units',
        },
        {
          id: 'F1 stock',
          text: 'Units that never left the control of the firm are stock recovery, not a correction or removal.',
          cite: cfr('806.2(m)'),
          confidence: 'V',
          answer: 'no',
          when: 'not applies_to_supplied_units',
        },
        {
          id: 'F1 notice',
          text: 'derived: a security notice or warning can be a correction (relabelling) where it is meant for a risk to health.',
          cite: own('security notice as relabelling'),
          confidence: 'D',
        },
      ],
    },
    F2: {
      kind: 'step',
      part: PART_806,
      asks: 'Is the aim to reduce a risk to health that the device poses?',
      short: 'to reduce a risk to health?',
      cite: cfr('806.10(a)(1)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'health hazard evaluation; cybersecurity risk assessment',
      rule: { yes: 'reduces_risk_to_health' },
      yes: 'F5',
      no: 'F3',
      subRules: [
        {
          id: 'F2 risk to health',
          text: 'A risk to health is there when serious harm or death is reasonably probable, and also when temporary or reversible harm is possible or serious harm only remotely probable: a low bar.',
          cite: cfr('806.2(k)'),
          confidence: 'V',
        },
        {
          id: 'AM8',
          text: 'A remote probability of serious harm is a risk to health already by the second limb, while the guidance of 2016 treats a change for a controlled risk as enhancement. The guidance is followed for controlled risk, with the record of 806.20 kept.',
          cite: policy('sections IV.C and VII.A'),
          confidence: 'V/D',
          answer: 'no',
          when: 'remediates_known_vulnerability and residual_patient_harm_risk_acceptable and not reduces_risk_to_health',
        },
        {
          id: 'T5',
          text: 'from memory: a patch of off-the-shelf software is usually not reported, since most make a problem less likely and do not reduce a risk to health.',
          cite: ots('guidance of 2005'),
          confidence: 'M',
        },
      ],
      note: 'Where nobody states the answer and the change remediates a vulnerability, it follows from the risk: uncontrolled gives yes, controlled gives no, a known serious event gives yes.',
    },
    F3: {
      kind: 'step',
      part: PART_806,
      asks: 'Is the aim to remedy a violation of the Act, caused by the device, that may present a risk to health?',
      short: 'violation with a risk to health?',
      cite: cfr('806.10(a)(2)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'corrective action record; health hazard evaluation',
      rule: { yes: 'remedies_violation_with_health_risk' },
      yes: 'F5',
      no: 'no_806_report',
      subRules: [
        {
          id: 'F4',
          text: 'What is left: it improves quality or performance only, or is a market withdrawal, routine servicing or stock recovery. No report, but a record.',
          cite: cfr('806.1(b), 806.20'),
          confidence: 'V',
          answer: 'no',
          when: 'not remedies_violation_with_health_risk',
        },
        {
          id: 'F4 servicing',
          text: 'The same repair on many units is no routine servicing (806.2(l)). Routine cybersecurity updates for a controlled risk stay enhancements all the same, even when sent early and to many units.',
          cite: cfr('806.2(l), with the postmarket cybersecurity guidance section IV.C'),
          confidence: 'V',
        },
      ],
    },
    F5: {
      kind: 'step',
      part: PART_806,
      asks: 'Has the information been reported already under part 803 or part 1004?',
      short: 'reported already?',
      cite: cfr('806.10(f)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'number and date of the earlier report',
      rule: { yes: 'already_reported_to_fda' },
      yes: '806_already_reported',
      no: 'F6',
    },
    F6: {
      kind: 'step',
      part: PART_806,
      asks: 'Is it a vulnerability of uncontrolled risk, and are all four conditions of the policy met (no known serious event, told within 30 days, fixed within 60, active in an ISAO)?',
      short: 'all four policy conditions met?',
      cite: policy('section VII.B, with 21 CFR 806.10(b)'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'dates of learning, communication and fix; complaint file; ISAO membership',
      rule: {
        yes: 'remediates_known_vulnerability and not residual_patient_harm_risk_acceptable and not known_serious_adverse_event and customer_communication_within_30d and fix_within_60d and isao_active_member',
      },
      yes: '806_not_enforced',
      no: '806_report_required',
      subRules: [
        {
          id: 'UR2 (1)',
          text: 'A known serious adverse event or death takes the policy away (UR6).',
          cite: policy('section VII.B'),
          confidence: 'V',
          answer: 'no',
          when: 'known_serious_adverse_event',
        },
        {
          id: 'UR2 (2)',
          text: 'Without communication, interim controls and a plan with dates inside 30 days of learning, report.',
          cite: policy('section VII.B'),
          confidence: 'V',
          answer: 'no',
          when: 'not customer_communication_within_30d',
        },
        {
          id: 'UR2 (3)',
          text: 'Without a validated, distributed fix or lasting control that makes the risk acceptable inside 60 days of learning, report.',
          cite: policy('section VII.B'),
          confidence: 'V',
          answer: 'no',
          when: 'not fix_within_60d',
        },
        {
          id: 'UR2 (4)',
          text: 'Not an active member of an ISAO, or communications not shared there: report.',
          cite: policy('sections VII.B and IX'),
          confidence: 'V',
          answer: 'no',
          when: 'not isao_active_member',
        },
        {
          id: 'UR2',
          text: 'All four hold: FDA does not intend to enforce the report.',
          cite: policy('section VII.B'),
          confidence: 'V',
          answer: 'yes',
          when: 'remediates_known_vulnerability and not residual_patient_harm_risk_acceptable and not known_serious_adverse_event and customer_communication_within_30d and fix_within_60d and isao_active_member',
        },
      ],
      note: 'Both clocks run from the day the manufacturer learned of the vulnerability, the 10 working days of part 806 from the day the correction or removal is initiated.',
    },
  },
  outcomes: {
    no_806_issue: {
      tier: 'none',
      meaning: 'no field action',
      label: 'no field action',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Note why no distributed unit is touched; treat undistributed units as stock recovery.',
          cite: cfr('806.2(m)'),
          confidence: 'V/D',
          due: null,
        },
      ],
      evidence: ['Where the units stand and that none has left the control of the firm'],
      notes: ['Ask again when the change is later brought to units already supplied.'],
    },
    no_806_report: {
      tier: 'record',
      meaning: 'no report, keep the 806.20 record',
      label: 'no report, keep the record',
      obligations: [KEEP_RECORD, SUBMISSION_TOO, EVENT_REPORTS],
      evidence: [
        'Device with identifier; events and action; communications',
        'Justification for not reporting, reviewed by the designated person',
        'For a vulnerability: why the risk is controlled, with date and matrix version',
      ],
      notes: [
        'AM8: keep the record also where the risk is controlled; the definition of risk to health sets a low bar.',
      ],
    },
    '806_already_reported': {
      tier: 'record',
      meaning: 'already reported under part 803 or 1004',
      label: 'reported already',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep the earlier report with its number beside the record of the action; no second report is due.',
          cite: cfr('806.10(f)'),
          confidence: 'V',
          due: null,
        },
        SUBMISSION_TOO,
      ],
      evidence: ['Number and date of the report under part 803 or 1004; what it says of this action'],
      notes: [],
    },
    '806_not_enforced': {
      tier: 'record',
      meaning: 'report not enforced under the 2016 policy; communication and ISAO duties met',
      label: 'report not enforced',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Keep meeting the four conditions: no serious event, communication within 30 days, fix within 60 days with follow-up, active ISAO membership with communications shared (UR2).',
          cite: policy('section VII.B'),
          confidence: 'V',
          due: '30 and 60 days from the day of learning',
        },
        KEEP_RECORD_ALSO,
        SUBMISSION_TOO,
        EVENT_REPORTS,
      ],
      evidence: [
        'Day of learning; customer communication with date; interim controls; plan with timeline',
        'Validated fix with the day of distribution; residual risk with it',
        'ISAO membership, date and shared communications',
        'Statement that no serious adverse event or death is known',
      ],
      notes: [
        'The duty to report stands in the regulation; FDA says only that it does not intend to enforce it. If one condition falls away, report.',
      ],
    },
    '806_report_required': {
      tier: 'notify',
      meaning: 'report within 10 working days of initiating',
      label: 'report within 10 working days',
      obligations: [
        {
          who: 'manufacturer',
          must: 'Report the correction or removal to FDA with the content of 21 CFR 806.10(c)(1) to (13). Importers report as well.',
          cite: cfr('806.10(b), 806.10(c)'),
          confidence: 'V',
          due: 'within 10 working days of initiating the correction or removal',
        },
        SUBMISSION_TOO,
        EVENT_REPORTS,
        {
          who: 'manufacturer',
          must: 'Decide whether it is a recall, as a correction or a removal.',
          cite: recalls('section VI'),
          confidence: 'V',
          due: null,
        },
      ],
      evidence: [
        'Content of 806.10(c)(1) to (13), with the day on which the action was initiated',
        'Health hazard evaluation',
        'For a vulnerability: which of the four conditions of the policy is not met',
      ],
      notes: [],
    },
  },
  aids: [],
  principles: [
    {
      id: 'R10',
      text: 'In every case, whatever the submission question says, ask whether units already distributed are acted on.',
      cite: cfr('806.10'),
      confidence: 'V',
    },
    {
      id: 'K95-1 restore',
      text: 'A correction that merely restores the original specifications raises no 510(k) issue. One that alters the device is to be walked through the change guidance (10.3).',
      cite: memo(''),
      confidence: 'V',
    },
    {
      id: '10.4 manufacturer',
      text: 'Adverse events, manufacturer (a remanufacturer counts as one): death, serious injury, or a malfunction likely to cause them on recurrence, 30 calendar days; remedial action against an unreasonable risk of substantial harm, or a request of FDA, 5 work days.',
      cite: cfr('803.10(c)(1), 803.50, 803.53'),
      confidence: 'V',
    },
    {
      id: '10.4 hospital',
      text: 'Adverse events, hospital as user facility: a death to FDA and the manufacturer in 10 work days; a serious injury to the manufacturer, or FDA if unknown, in 10 work days; a summary every year. Part 806 is addressed to manufacturers and importers.',
      cite: cfr('803.30(a)(1), 803.30(a)(2), 803.33; 806.10'),
      confidence: 'V',
    },
    {
      id: '10.4 voluntary',
      text: 'from memory: malfunctions and security problems without harm may be reported by hospitals voluntarily (MedWatch).',
      cite: cfr('part 803'),
      confidence: 'M',
    },
    {
      id: 'QMSR advisory notices',
      text: 'Advisory notices (ISO 13485 clauses 7.2.3, 8.2.3, 8.3.3) are handled under part 806: 820.10(b)(4).',
      cite: cfr('820.10(b)(4)'),
      confidence: 'V',
    },
    {
      id: 'QMSR regulatory reporting',
      text: 'Reports to authorities (ISO 13485 clause 8.2.3) are handled under part 803: 820.10(b)(3).',
      cite: cfr('820.10(b)(3)'),
      confidence: 'V',
    },
  ],
  readingNotes: [
    'The regulation is binding; the policy in F6 is guidance and a matter of enforcement only.',
    'F4 is no question of its own: it is what remains when F2 and F3 are answered no.',
    'from memory: title 21 of the CFR is revised as of 1 April of each year; the edition read is that of 2025, so it is used from 1 April 2025. The part itself is older.',
    'F2 follows from the risk decision where nobody states it: see US-FDA-POSTMARKET-CYBER-2016. A stated answer wins.',
    'UR6 and the rules of the library agree: a known serious event makes F2 yes and F6 no, and adds the reports of part 803.',
    'derived: where the fix is not yet out, F6 asks for facts that lie in the future; plan with the dates, and leave them open until they are met.',
  ],
});
