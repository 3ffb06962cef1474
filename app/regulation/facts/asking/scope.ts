/** What the change touches, and why it is made. */
import { askings, closed } from './entry';

const DOMAINS = {
  software: 'Software, firmware, settings or accounts',
  design: 'Hardware, electronics, controls or alarms',
  labelling: 'Labels, instructions or notices',
  intended_purpose: 'Intended purpose or indications',
  material: 'Materials or substances',
  sterilisation: 'Sterilisation, cleaning or reprocessing',
  packaging: 'Packaging or shelf life',
  supplier: 'Supplier of a part or component',
  production: 'Production or its site',
  organisation: "Manufacturer's organisation (name, address, representative)",
  quality_system: 'Quality management system',
  environment: 'Only things outside the device',
};

export const scopeAskings = askings({
  change_domains: {
    question: 'What does the change touch?',
    help: 'Tick everything: what is not ticked counts as untouched. Leave it unknown if you are not sure the list is complete. Design means hardware, electronics, controls and alarms; environment means only things outside the device.',
    who: 'manufacturer',
    foundIn: "the proposal; manufacturer's release note",
    valueLabels: DOMAINS,
    letter: {
      text: 'What does this change alter, completely?',
      choices: [
        { label: 'Only software, firmware, settings or accounts', value: ['software'] },
        { label: 'Software, and labels or instructions', value: ['software', 'labelling'] },
        { label: 'Software, and hardware, electronics, controls or alarms', value: ['software', 'design'] },
        { label: 'Only hardware, electronics, controls or alarms', value: ['design'] },
        { label: 'Only labels, instructions or notices', value: ['labelling'] },
        { label: 'Something else, or more (please describe)', value: 'unknown' },
      ],
    },
  },
  change_types: {
    question: 'Which names describe the change?',
    help: 'For information and for finding similar cases; the names decide no question by themselves.',
    who: 'hospital',
    valueLabels: {
      patch: 'Patch',
      firmware_update: 'Firmware update',
      software_change: 'Other software change',
      os_version_upgrade: 'New version of the operating system',
      os_change: 'Other operating system',
      additional_os_support: 'Support for a further operating system',
      hardware_platform_change: 'Other hardware platform',
      hardware_change: 'Hardware change',
      ui_change: 'User interface',
      antivirus_install: 'Anti-malware installed',
      config_hardening: 'Hardening',
      port_closure: 'Ports closed',
      network_segmentation: 'Network segmentation',
      network_isolation: 'Network isolation',
      network_function_disabled: 'Network function switched off',
      monitoring: 'Monitoring',
      encryption: 'Encryption',
      access_control: 'Access control',
      session_timeout: 'Session time-out',
      credential_rotation: 'Credentials changed',
      credential_fix: 'Fixed credentials removed',
      wireless_added: 'Wireless added',
      wireless_control: 'Wireless control',
      alarm_architecture: 'Alarm architecture',
    },
  },
  specification_changed: {
    question: 'Is an approved requirement or specification of the device, or of the part concerned, altered?',
    help: 'Also yes when an original requirement was wrong and is rewritten. Bringing the device back to the specification it already had is a no.',
    who: 'manufacturer',
    foundIn: 'requirement and design specification, change request',
    letter: closed(
      'Does this change alter an approved requirement or specification of the device or of the part concerned?',
    ),
  },
  legal_manufacturer_changes: {
    question: 'Does the device pass to another legal manufacturer?',
    help: 'Another company becomes the one named on the certificate or registration. A new name or address of the same company does not count.',
    who: 'manufacturer',
    foundIn: 'certificate; declaration of conformity',
    letter: closed('Does the device pass to another legal manufacturer than the one certified or registered?'),
  },
  applies_to_supplied_units: {
    question: 'Does the action concern units that users already have?',
    help: 'Repairing, modifying, adjusting, relabelling, inspecting or removing them counts. A change that only new units get is a no.',
    who: 'manufacturer',
    foundIn: 'release note; field notice',
    letter: closed('Does this change or action concern units already supplied to users?', {
      no: 'No, only new units',
    }),
  },
  sum_of_changes_significant: {
    question: 'Taken together, are the changes since the last authorisation significant although each alone is not?',
    help: 'Add up everything recorded since the last clearance or certificate, with this change. A list of small changes that touch the same function is the typical yes.',
    who: 'manufacturer',
    foundIn: 'letters to file and change records since the last clearance',
    letter: closed(
      'Judged together, are this change and the others since the last clearance or certificate significant?',
    ),
  },
  name_or_identifier_changed: {
    question:
      'Does the name of the device or manufacturer, the model or catalogue number, or another registered detail change?',
    help: 'A new software version number alone does not count; a new model name does.',
    who: 'manufacturer',
    foundIn: 'label; market register entry',
    letter: closed(
      'Does the name, the model or catalogue identifier or another registered detail of the device change?',
    ),
  },
  risk_class_changes: {
    question: 'Does the change move the device into another risk class?',
    help: 'For example a new decision-support function that lifts the software from class I to IIa.',
    who: 'manufacturer',
    foundIn: 'classification rationale',
    letter: closed('Does this change move the device into another risk class?'),
  },
  feature_disabled: {
    question: 'Is an existing function switched off or removed?',
    help: 'Closing a port that something used, removing an export or switching off remote service counts. Blocking a port that nothing used does not.',
    who: 'manufacturer',
    foundIn: 'hardening guide; list of services; MDS2 SAHD-7 to SAHD-10',
    letter: closed('Does this change switch off or remove an existing function of the device?'),
  },
  disabled_feature_interacts: {
    question: 'Does another function depend on what is switched off?',
    help: 'Example: the file share that is closed is also the way results reach the archive.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-2; data-flow diagram (DOC-10)',
    letter: closed('Does another function of the device depend on the function that is switched off?'),
  },
  clinical_workflow_affected: {
    question: 'Does the change alter how clinical staff work with the device?',
    help: 'A log-in or lock screen in front of the patient, an extra confirmation or a paper detour counts. A restart at night outside use does not.',
    who: 'hospital',
    foundIn: 'users of the ward; instructions for use',
    letter: closed('Does this change alter the clinical workflow (log-in, lock screen, extra steps, changed order)?'),
  },
  alters_clinical_or_essential_function: {
    question:
      'Would the change alter the intended purpose, clinical performance, an essential function, alarms, dose or measurement, or parts that touch the patient?',
    help: 'Think of what the device does for the patient, and what happens when the change goes wrong. A changed password is a no; a new alarm delay is a yes.',
    who: 'hospital',
    foundIn: 'risk analysis of the change; instructions for use (essential functions, alarms)',
    letter: closed(
      'Would this change alter the intended purpose, clinical performance, an essential function, alarms, dose or measurement, or parts that touch the patient?',
    ),
  },
  solely_strengthens_cybersecurity: {
    question: 'Is the only purpose of the change to strengthen cybersecurity?',
    help: 'A release with a new function or an unrelated correction is not only security: split it. A monthly roll-up that also fixes other faults is a no.',
    who: 'manufacturer',
    foundIn: 'release note; change request',
    letter: closed(
      'Is the only purpose of this change to strengthen cybersecurity (no function, no unrelated correction)?',
    ),
  },
  solely_restores_specification: {
    question: 'Is the only purpose and effect to bring the device back to the specification last authorised?',
    help: 'Reinstalling the released software after an infection counts. Correcting a requirement that was wrong does not.',
    who: 'manufacturer',
    foundIn: 'problem report; last cleared or released specification',
    letter: closed('Does this change only bring the device back to the specification last authorised or released?'),
  },
  other_impact_on_device: {
    question: 'Can the change affect the software or the device beyond its stated purpose?',
    help: 'Answer no only if documented analysis or testing excludes it for timing, memory, drivers, interfaces, alarms, workflow, data formats, start-up and availability. A good feeling is not enough: then it is yes or unknown.',
    who: 'manufacturer',
    foundIn: 'verification and validation report; regression test summary',
    letter: closed(
      'Does your documented analysis, verification or validation show, or leave open, any effect on the software or device beyond the stated purpose (timing, memory, drivers, interfaces, alarms, workflow, data formats, start-up, availability)?',
      { no: 'No effect, shown by documented analysis', yes: 'Yes, or not excluded' },
    ),
  },
  remediates_known_vulnerability: {
    question: 'Does the change remove or reduce a known vulnerability, or an infection?',
    help: 'A published CVE or a finding of your own test counts. General hardening without a known hole does not.',
    who: 'manufacturer',
    foundIn: 'security advisory; vulnerability list',
    letter: closed(
      'Does this change remove or reduce a known vulnerability of the device? If so, please list the CVE numbers.',
    ),
  },
  intended_as_significant_improvement: {
    question: 'Is the change meant to improve safety or effectiveness significantly?',
    help: 'To mitigate a known risk to patients, to get better outcomes or to answer adverse events counts. Ordinary maintenance does not.',
    who: 'manufacturer',
    foundIn: 'change request; reason for the release',
    letter: closed(
      'Is this change made with the intent to improve safety or effectiveness significantly (known risk, adverse events, better outcomes)?',
    ),
  },
  is_corrective_action: {
    question: 'Is the change a corrective or preventive action, or part of a recall or field safety corrective action?',
    help: 'It must answer a safety or performance problem of the device. A routine monthly patch is a no.',
    who: 'manufacturer',
    foundIn: 'field safety notice; corrective action record',
    letter: closed(
      'Is this change a corrective or preventive action against a safety or performance problem, or part of a field safety corrective action?',
    ),
  },
  corrective_action_accepted_by_authority: {
    question: 'Has the competent authority assessed and accepted that corrective action in writing?',
    help: 'The authority of the country of the manufacturer or its authorised representative. Having notified the action is not enough: there must be a document of acceptance.',
    who: 'manufacturer',
    foundIn: "the authority's written acceptance",
    letter: closed(
      'Has your competent authority assessed and accepted this corrective action? If so, please enclose its letter.',
      {
        no: 'No (or only notified)',
        yes: 'Yes, letter enclosed',
        unknown: 'Answer of the authority awaited',
      },
    ),
  },
  required_by_other_eu_law: {
    question: 'Is the change needed to comply with European law other than the device regulations?',
    help: 'A law that demands something of the device itself. Security duties of the hospital or the company as such (for example NIS2) do not count without legal reasoning on file.',
    who: 'manufacturer',
    foundIn: 'legal reasoning in the change record',
    letter: closed(
      'Is this change needed to comply with Union law other than the MDR, the IVDR or the device directives? If so, please name the act and provision.',
    ),
  },
  reduces_risk_of_serious_incident: {
    question: 'Is the action meant to avert or reduce the risk of a serious incident with units already in use?',
    help: 'On technical or medical grounds. A yes may make it a field safety corrective action. Routine patches against low risks are a no.',
    who: 'manufacturer',
    foundIn: 'field safety notice; vigilance assessment',
    letter: closed(
      'Is this action meant to avert or reduce the risk of a serious incident with units already supplied?',
    ),
  },
});
