import { facts } from '../fact-type';

/** Purpose of the change: 14 facts. */
export const reasonFacts = facts('Purpose of the change', {
  solely_strengthens_cybersecurity: {
    type: 'boolean',
    meaning: 'The only purpose is to strengthen cybersecurity.',
    aliases: ['solely_cybersecurity', 'security_update'],
  },
  other_impact_on_device: {
    type: 'boolean',
    meaning:
      'Documented analysis, verification or validation shows, or does not exclude, an effect on the software or device beyond the stated purpose.',
  },
  remediates_known_vulnerability: {
    type: 'boolean',
    meaning: 'The change or measure removes or reduces a known vulnerability or infection of the device.',
  },
  solely_restores_specification: {
    type: 'boolean',
    meaning:
      'The only purpose and effect is to bring the device back to the specification last authorised or released.',
    aliases: ['solely_restores_cleared_spec', 'restores_original_specification'],
  },
  error_poses_safety_risk: {
    type: 'boolean',
    meaning: 'The error that is corrected poses a safety risk.',
  },
  improves_operating_efficiency: {
    type: 'boolean',
    meaning: 'The change improves operating efficiency without changing results.',
    aliases: ['performance_optimisation', 'operating_efficiency'],
  },
  intended_as_significant_improvement: {
    type: 'boolean',
    meaning:
      'The change is made with the intent to improve safety or effectiveness significantly, for example to mitigate a known risk or to answer adverse events.',
    aliases: ['intent_to_mitigate_known_risk', 'improvement'],
  },
  only_enhances_safety: {
    type: 'boolean',
    meaning:
      'The change of labelling, quality control or manufacturing only enhances safety, on newly acquired information, without effect on effectiveness.',
    aliases: ['enhances_safety'],
  },
  is_corrective_action: {
    type: 'boolean',
    meaning:
      'The change is a corrective or preventive action against a safety or performance problem of the device, or part of a recall or field safety corrective action.',
    aliases: ['addresses_safety_issue_or_recall'],
  },
  corrective_action_accepted_by_authority: {
    type: 'boolean',
    meaning:
      "The competent authority of the manufacturer's or authorised representative's Member State has assessed and accepted that corrective action, by a document.",
    aliases: ['ca_assessed_and_accepted'],
  },
  reduces_risk_of_serious_incident: {
    type: 'boolean',
    meaning:
      'On technical or medical grounds the action is meant to avert or reduce the risk of a serious incident with units already supplied.',
  },
  required_by_other_eu_law: {
    type: 'boolean',
    meaning: 'The change is needed to comply with Union law other than the device regulations.',
  },
  covered_by_authorised_change_plan: {
    type: 'boolean',
    meaning:
      'The change was predetermined in a plan that the authority or body authorised or assessed before, and it stays within that plan.',
    aliases: ['pccp_covers_change', 'change_predetermined_and_assessed_initially'],
  },
  urgent_recall_action_needed: {
    type: 'boolean',
    meaning: 'The change answers a fault in supplied devices that needs urgent recall or product-correction action.',
  },
});
