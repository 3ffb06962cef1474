import { facts } from '../fact-type';

/** Effects and risk: 23 facts. */
export const riskFacts = facts('Effects and risk', {
  affects_safety_or_effectiveness: {
    type: 'boolean',
    meaning:
      'The change affects, or can reasonably be expected to affect, in either direction, safety or effectiveness (performance).',
    aliases: ['changes_safety_or_intended_use'],
  },
  could_significantly_affect_safety_or_effectiveness: {
    type: 'boolean',
    meaning:
      'The risk-based assessment finds that the change could significantly affect, in either direction, safety or effectiveness.',
    aliases: ['could_significantly_affect'],
  },
  could_significantly_affect_clinical_performance: {
    type: 'boolean',
    meaning:
      'The change could significantly affect clinical functionality or performance specifications directly tied to the intended use.',
    aliases: ['clinical_performance_could_be_affected'],
  },
  adversely_affects_safety_or_performance: {
    type: 'boolean',
    meaning: 'The change affects safety or performance adversely, including what users are told about performance.',
    aliases: ['affects_safety_or_performance'],
  },
  benefit_risk_worse: {
    type: 'boolean',
    meaning: "The manufacturer's risk file shows that the ratio of benefit to risk gets worse.",
  },
  changes_original_performance: {
    type: 'boolean',
    meaning: 'A performance characteristic of the device as originally specified changes.',
  },
  compliance_may_be_affected: {
    type: 'boolean',
    meaning: 'Conformity with applicable requirements, essential principles, standards or regulations may be affected.',
  },
  new_hazard: {
    type: 'boolean',
    meaning: 'Risk analysis finds a hazard or hazardous situation that was not identified before.',
    aliases: ['new_risk'],
  },
  new_or_modified_hazard: {
    type: 'boolean',
    meaning: 'The risk file gets a new or modified hazard, hazardous situation or cause.',
    derive: [{ value: true, when: 'new_hazard' }],
  },
  harm_serious_or_worse: {
    type: 'boolean',
    meaning:
      'The worst credible harm of that hazard, before mitigation, needs professional medical intervention, is a permanent impairment or is death.',
  },
  risk_mitigated_in_current_device: {
    type: 'boolean',
    meaning: 'Existing controls of the last authorised device already bring that risk to an acceptable level.',
    aliases: ['effectively_mitigated_in_cleared', 'existing_design_mitigation'],
  },
  risk_control_changed: {
    type: 'boolean',
    meaning:
      'A control of a safety risk is added, removed or altered, so that the control is no longer only as specified in the authorised device; a purely security control counts only where the safety risk file relies on it.',
    aliases: ['risk_control_spec_still_met (inverse)'],
  },
  control_needed_for_serious_harm: {
    type: 'boolean',
    meaning: 'The control concerned is needed to prevent serious or worse harm.',
  },
  redundant_or_enhancing_control: {
    type: 'boolean',
    meaning: 'The control is redundant or an enhancement while the existing controls were already effective.',
  },
  risk_raised: {
    type: 'boolean',
    meaning: 'The likelihood or severity of a known risk gets higher.',
  },
  hazard_likelihood_changed: {
    type: 'boolean',
    meaning: 'The likelihood of a known hazard changes in either direction.',
  },
  hazard_severity_changed: {
    type: 'boolean',
    meaning: 'The severity of a known adverse consequence changes in either direction.',
  },
  new_or_modified_risk: {
    type: 'boolean',
    meaning: 'The activity brings a new risk, or modifies a known risk or a performance or safety specification.',
    derive: [{ value: true, when: 'new_hazard' }],
  },
  risk_significantly_changed: {
    type: 'boolean',
    meaning:
      'Risk analysis finds a new risk that is not acceptable before mitigation, or a known risk whose score, category or duration changes significantly.',
  },
  risk_acceptability_changed: {
    type: 'boolean',
    meaning: 'The acceptability category of a risk moves up or down, before or after control.',
    aliases: ['pre_mitigation_acceptability_changed'],
  },
  all_new_risks_negligible: {
    type: 'boolean',
    meaning: 'The final risk assessment rates every new or changed risk as negligible.',
  },
  specifications_significantly_changed: {
    type: 'boolean',
    meaning:
      'Performance or safety specifications of the device change significantly, intended or not, alone or in sum.',
    aliases: ['safety_or_performance_significantly_changed', 'energy_output_changed'],
  },
  no_significant_change_documented: {
    type: 'boolean',
    meaning:
      'Documented evidence shows that neither performance nor safety specifications change significantly, cumulative effects included.',
  },
});
