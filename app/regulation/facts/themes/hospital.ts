import { facts } from '../fact-type';

/** Hospital governance: 23 facts. */
export const hospitalFacts = facts('Hospital governance', {
  deployed_system_changed: {
    type: 'boolean',
    meaning: 'A deployed system is modified, updated, re-configured, moved on the network or switched off.',
  },
  supplier_safety_case_received: {
    type: 'boolean',
    meaning: 'Release notes and, where risk changed, a new safety case report of the supplier are at hand.',
  },
  could_change_clinical_risk: {
    type: 'boolean',
    meaning: 'The change, or its failure, could add a hazard, change a likelihood or severity, or weaken a control.',
    derive: [{ value: true, when: 'clinical_risk_changed' }],
  },
  clinical_risk_changed: {
    type: 'boolean',
    meaning: 'Analysis shows that clinical risk differs from the accepted safety case.',
  },
  clinical_severity: {
    type: 'enum',
    values: ['minor', 'significant', 'considerable', 'major', 'catastrophic'],
    meaning: 'Severity of clinical harm, number of patients counted, by the NHS scale.',
  },
  clinical_likelihood: {
    type: 'enum',
    values: ['very_low', 'low', 'medium', 'high', 'very_high'],
    meaning: 'Likelihood of that harm by the NHS scale.',
  },
  clinical_risk_score: {
    type: 'number',
    meaning: 'Residual clinical risk score 1 to 5.',
    derive: [
      {
        value: 5,
        when: '(clinical_likelihood = very_high and clinical_severity in {major, catastrophic}) or (clinical_likelihood = high and clinical_severity = catastrophic)',
      },
      {
        value: 4,
        when: '(clinical_likelihood = very_high and clinical_severity in {significant, considerable}) or (clinical_likelihood = high and clinical_severity = major) or (clinical_likelihood in {medium, low} and clinical_severity = catastrophic)',
      },
      {
        value: 3,
        when: '(clinical_likelihood = very_high and clinical_severity = minor) or (clinical_likelihood = high and clinical_severity in {significant, considerable}) or (clinical_likelihood = medium and clinical_severity in {considerable, major}) or (clinical_likelihood = low and clinical_severity = major) or (clinical_likelihood = very_low and clinical_severity = catastrophic)',
      },
      {
        value: 2,
        when: '(clinical_likelihood = high and clinical_severity = minor) or (clinical_likelihood = medium and clinical_severity in {minor, significant}) or (clinical_likelihood = low and clinical_severity in {significant, considerable}) or (clinical_likelihood = very_low and clinical_severity in {considerable, major})',
      },
      {
        value: 1,
        when: '(clinical_likelihood = low and clinical_severity = minor) or (clinical_likelihood = very_low and clinical_severity in {minor, significant})',
      },
    ],
  },
  clinical_safety_officer_involved: {
    type: 'boolean',
    meaning: 'The clinical safety officer takes part in the risk assessment of the measure.',
  },
  segment_holds_single_device_type: {
    type: 'boolean',
    meaning: 'A network segment would hold all devices of one type.',
  },
  alert_high_severity: {
    type: 'boolean',
    meaning: 'The cyber alert is of high severity.',
  },
  hours_since_alert: {
    type: 'number',
    meaning: 'Hours since the alert was issued.',
  },
  alert_response_recorded: {
    type: 'boolean',
    meaning: 'A response to the alert is recorded in the service.',
  },
  alert_applies: {
    type: 'boolean',
    meaning: "The alert applies to the organisation's estate.",
  },
  patch_available_from_manufacturer: {
    type: 'boolean',
    meaning: 'The device manufacturer has released or approved the patch for the medical devices concerned.',
  },
  host_firewall_only_protection: {
    type: 'boolean',
    meaning: 'The only protection of an unpatched device is a software firewall in its own operating system.',
  },
  supplier_remote_access: {
    type: 'enum',
    values: ['none', 'per_task', 'always_on'],
    meaning: 'Remote access of a supplier that the proposal contains.',
  },
  remote_access_mfa: {
    type: 'boolean',
    meaning: 'That remote access uses multi-factor authentication.',
  },
  change_permit_covers: {
    type: 'boolean',
    meaning: 'An approved change permit covers the change (type, asset class, window, test, rollback).',
  },
  network_risk_file_current: {
    type: 'boolean',
    meaning: 'The medical IT-network risk file is current for the asset.',
  },
  responsibility_agreement_covers: {
    type: 'boolean',
    meaning: 'A responsibility agreement says who patches, tests and answers incidents.',
  },
  go_live_decision_recorded: {
    type: 'boolean',
    meaning: 'The go-live decision is recorded with its configuration baseline.',
  },
  network_protection_measures_taken: {
    type: 'boolean',
    meaning: 'State-of-the-art technical and organisational measures protect the network-capable device.',
  },
  measures_documented_under_risk_management: {
    type: 'boolean',
    meaning: 'Those measures are identified, evaluated and documented under risk management in the quality system.',
  },
});
