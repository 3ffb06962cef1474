/** Risk, benefit, and what tests and vulnerability assessments show. Mostly known to the manufacturer alone. */
import { askings, closed, oneOf } from './entry';

const SEVERITY = {
  negligible: 'Negligible: inconvenience',
  minor: 'Minor: temporary, no professional help needed',
  serious: 'Serious: professional medical help needed',
  critical: 'Critical: permanent impairment or life-threatening',
  catastrophic: 'Catastrophic: death',
};

const LEVEL = { low: 'Low', medium: 'Medium', high: 'High' };

export const effectsAskings = askings({
  benefit_risk_worse: {
    question: 'Does the ratio of benefit to risk get worse with the change?',
    help: "Only the manufacturer's risk management file can say no. Think of added delay on time-critical functions, blocked programs or ports, lock-out in an emergency, automatic restarts, blanked screens.",
    who: 'manufacturer',
    foundIn: "manufacturer's risk management file",
    letter: closed(
      'Does your risk management file show that the ratio of benefit to risk gets worse with this change?',
    ),
  },
  adversely_affects_safety_or_performance: {
    question: 'Does the change affect safety or performance for the worse?',
    help: 'What users are told about performance counts too. A change that makes use safer or easier is a no.',
    who: 'manufacturer',
    foundIn: 'risk management file; performance test report',
    letter: closed(
      'Does this change affect the safety or performance of the device adversely, including what users are told about it?',
    ),
  },
  affects_safety_or_effectiveness: {
    question: 'Does the change affect safety or effectiveness, for better or worse?',
    help: 'Both directions count, and so does what can reasonably be expected.',
    who: 'manufacturer',
    foundIn: 'risk management file; verification and validation report',
    letter: closed(
      'Does this change affect, or can it reasonably be expected to affect, safety or effectiveness in either direction?',
    ),
  },
  could_significantly_affect_clinical_performance: {
    question:
      'Could the change significantly affect clinical function or a performance specification tied to the intended use?',
    help: 'Speed, strength, response time, throughput, operating limits, reliability, delivery rate or assay performance. Could counts, and improvement counts as well.',
    who: 'manufacturer',
    foundIn: 'performance specification; verification and validation report',
    letter: closed(
      'Could this change significantly affect clinical functionality, or performance specifications directly tied to the intended use, for better or worse?',
    ),
  },
  compliance_may_be_affected: {
    question: 'May conformity with the requirements for the device be affected?',
    help: 'May is enough. Requirements, essential principles, standards and regulations the device was declared to meet.',
    who: 'manufacturer',
    foundIn: 'list of standards and requirements in the technical documentation',
    letter: closed('May this change affect conformity of the device with applicable requirements or standards?'),
  },
  new_hazard: {
    question: 'Does risk analysis find a hazard that was not identified before?',
    help: 'A hazardous situation counts too. A known hazard that becomes more likely is not a new one.',
    who: 'manufacturer',
    foundIn: 'risk management file',
    letter: closed(
      'Does your risk analysis of this change find a hazard or hazardous situation that was not identified before?',
    ),
  },
  new_or_modified_hazard: {
    question: 'Does the risk file get a new or modified hazard, hazardous situation or cause?',
    help: 'A new cause of a known hazard counts, for example a blocked file that stops a pump.',
    who: 'manufacturer',
    foundIn: 'risk management file',
    letter: closed(
      'Does your risk file get a new or modified hazard, hazardous situation or cause through this change?',
    ),
  },
  new_or_modified_risk: {
    question: 'Does the activity bring a new risk, or alter a known risk or a specification?',
    help: 'Performance and safety specifications count. If you are not sure, leave it unknown rather than no.',
    who: 'hospital',
    foundIn: 'risk analysis of the activity; service manual',
    letter: closed(
      'Does this activity bring a new risk, or modify a known risk or a performance or safety specification?',
    ),
  },
  harm_serious_or_worse: {
    question: 'Before any control counts, can the harm be serious or worse?',
    help: 'Serious means that professional medical help is needed; permanent impairment and death are worse. Judge the worst credible harm, not the likely one.',
    who: 'manufacturer',
    foundIn: 'risk management file, severity before mitigation',
    letter: closed(
      'Judged before mitigation: can the worst credible harm of that hazard need professional medical intervention, be a permanent impairment, or be death?',
    ),
  },
  risk_mitigated_in_current_device: {
    question: 'Do controls of the last authorised version already keep that risk acceptable?',
    help: 'Controls made for other hazards may count. A control that this change adds does not.',
    who: 'manufacturer',
    foundIn: 'risk management file of the last cleared version',
    letter: closed('Do the controls of the last authorised version already bring that risk to an acceptable level?'),
  },
  risk_control_changed: {
    question: 'Is a control of a safety risk added, removed or altered?',
    help: 'Alarms, thresholds, interlocks and limits are typical controls. A purely security control counts only where the safety risk file relies on it.',
    who: 'manufacturer',
    foundIn: 'risk management file, list of controls',
    letter: closed(
      'Is a control of a safety risk added, removed or altered, so that it is no longer only as specified in the authorised device?',
    ),
  },
  control_needed_for_serious_harm: {
    question: 'Is that control needed to prevent serious harm or worse?',
    help: 'Ask what happens if it fails. If another control still prevents the harm, see the next question.',
    who: 'manufacturer',
    foundIn: 'risk management file',
    letter: closed('Is the control concerned needed to prevent serious or worse harm?'),
  },
  redundant_or_enhancing_control: {
    question: 'Is the control redundant, or an enhancement of controls that were already effective?',
    help: 'The controls of the cleared device must have been sufficient by themselves.',
    who: 'manufacturer',
    foundIn: 'risk management file of the last cleared version',
    letter: closed('Is the control redundant, or an enhancement while the existing controls were already effective?'),
  },
  risk_significantly_changed: {
    question: 'Does risk analysis find a new unacceptable risk, or a known risk that changes significantly?',
    help: 'Judge before mitigation. A changed score, category or duration counts.',
    who: 'manufacturer',
    foundIn: 'risk management file',
    letter: closed(
      'Does your risk analysis find a new risk not acceptable before mitigation, or a known risk whose score, category or duration changes significantly?',
    ),
  },
  verification_unexpected_results: {
    question: 'Did routine verification or validation give unexpected safety or effectiveness issues?',
    help: 'Anything unexpected counts, also if it was solved afterwards. Tests not yet done are unknown.',
    who: 'manufacturer',
    foundIn: 'verification and validation report',
    letter: closed(
      'Did routine verification or validation of this change give unexpected safety or effectiveness issues?',
      {
        unknown: 'Not yet tested',
      },
    ),
  },
  device_specific_guidance_names_change: {
    question: 'Does a device-specific guidance or special control name this change?',
    help: 'For example the FDA guidance on infusion pumps, or a special control in the classification regulation.',
    who: 'manufacturer',
    foundIn: 'classification regulation; device-specific guidance',
    letter: closed(
      'Does a device-specific final guidance or classification regulation name this change, or expect a submission for it?',
    ),
  },
  qms_or_range_change_substantial: {
    question: 'Does the quality system, or the product range under the certificate, change substantially?',
    help: 'A new product group or a new way of developing software counts; a single patch does not.',
    who: 'manufacturer',
    foundIn: 'quality system certificate and its scope',
    letter: closed('Does the quality system, or the product range that the certificate covers, change substantially?'),
  },
  known_serious_adverse_event: {
    question: 'Is a serious adverse event or death linked to the problem known?',
    help: 'Anywhere, not only in your hospital. Events that were averted do not count here.',
    who: 'manufacturer',
    foundIn: 'vigilance reports; field safety notice',
    letter: closed('Do you know of a serious adverse event or death linked to this problem?', {
      unknown: 'Under investigation',
    }),
  },
  residual_patient_harm_risk_acceptable: {
    question: 'Is the remaining risk of patient harm from the vulnerability acceptable, existing controls counted?',
    help: "By the manufacturer's documented process; for several vulnerabilities the worst one counts. A severity score of the vulnerability alone does not answer it.",
    who: 'manufacturer',
    foundIn: 'security advisory; vulnerability assessment of the manufacturer',
    letter: closed(
      'By your documented process, is the residual risk of patient harm from these vulnerabilities acceptable, existing controls counted (worst one decides)?',
    ),
  },
  vulnerability_severity: {
    question: 'How severe is the harm to a patient if the vulnerability is exploited?',
    help: 'Harm to the patient, not to data. It is the severity in the risk file, not the score of the vulnerability.',
    who: 'manufacturer',
    foundIn: 'security advisory; risk management file',
    valueLabels: SEVERITY,
    letter: oneOf('How severe is the harm to a patient if the vulnerability is exploited?', SEVERITY),
  },
  exploitability: {
    question: 'How easily can the vulnerability be exploited, existing controls counted?',
    help: 'Without data take the worst case. A device behind a closed firewall may be low although the published score is high.',
    who: 'manufacturer',
    foundIn: 'security advisory; vulnerability assessment',
    valueLabels: LEVEL,
    letter: oneOf('How easily can the vulnerability be exploited in your device, existing controls counted?', LEVEL),
  },
  attack_vector: {
    question: 'From where can the vulnerability be attacked?',
    help: 'As in the published score. For information only: it decides no question.',
    who: 'manufacturer',
    foundIn: 'published vulnerability record',
    valueLabels: {
      network: 'From the network',
      adjacent: 'From the same network segment',
      local: 'From the device itself',
      physical: 'With physical access',
    },
  },
});
