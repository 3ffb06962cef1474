/** What the hospital knows about its own use, governance, in-house making, and what the MDS2 form says. */
import { askings, closed } from './entry';

export const hospitalAskings = askings({
  is_health_it_system: {
    question: 'Is the product a health IT system used in England with public money for the direct care of patients?',
    help: 'It influences, supports or manages care in real or near real time. A medical device counts where it is part of such a system or integrated with it, for example a monitor that writes into the patient record. A service for a whole population does not count.',
    who: 'hospital',
    foundIn: 'system register; clinical safety officer',
  },
  could_change_clinical_risk: {
    question: 'Could the change, or its failure, add a hazard, change a likelihood or severity, or weaken a control?',
    help: 'Think of restarts during use, lost alarms or orders, longer log-in, missing time synchronisation. If you are not sure, ask the clinical safety officer.',
    who: 'hospital',
    foundIn: 'clinical safety officer; hazard log',
    letter: closed(
      'Could this change, or its failure, add a clinical hazard, change a likelihood or severity, or weaken a control in your hazard log?',
    ),
  },
  clinical_risk_changed: {
    question: 'Does analysis show that the clinical risk differs from the accepted safety case?',
    help: 'Only after the analysis has been done; before it the answer is unknown.',
    who: 'hospital',
    foundIn: 'clinical safety case; hazard log',
    letter: closed(
      'Does your clinical risk analysis show that clinical risk differs from the safety case of the present release?',
    ),
  },
  clinical_safety_officer_involved: {
    question: 'Does the clinical safety officer take part in the risk assessment?',
    help: 'A named officer with a recorded contribution. A copy of an e-mail is not taking part.',
    who: 'hospital',
    foundIn: 'risk assessment record',
  },
  deployed_system_changed: {
    question: 'Is a system in use modified, updated, re-configured, moved on the network or switched off?',
    help: 'Almost every change of this kind does. Planning and testing on a spare unit does not.',
    who: 'hospital',
    foundIn: 'change ticket',
  },
  segment_holds_single_device_type: {
    question: 'Would one network segment hold all devices of one type?',
    help: 'Then a fault in that segment stops all of them at once. Spreading them over segments is a no.',
    who: 'hospital',
    foundIn: 'network plan',
  },
  host_firewall_only_protection: {
    question: 'Is a software firewall on the device the only protection of a device that lacks patches?',
    help: 'If a network firewall or a separate zone protects it as well, the answer is no.',
    who: 'hospital',
    foundIn: 'network plan; patch status',
  },
  supplier_remote_access: {
    question: 'What remote access of the supplier does the proposal contain?',
    help: 'Per task: opened for one job and closed afterwards. Always on: the supplier can connect at any time.',
    who: 'hospital',
    foundIn: 'remote access agreement; MDS2 RMOT-1',
    valueLabels: { none: 'None', per_task: 'Opened for one task', always_on: 'Always on' },
  },
  remote_access_mfa: {
    question: 'Does that remote access use more than one factor to log in?',
    help: 'A password with a code or token. A password and a fixed address are one factor.',
    who: 'hospital',
    foundIn: 'remote access agreement; MDS2 PAUT-8, RMOT-1',
  },
  ionising_radiation_safety_affected: {
    question: 'Do software or safety features of radiation equipment change?',
    help: 'X-ray, CT, radiotherapy and nuclear medicine equipment. A network rule outside the unit does not count.',
    who: 'hospital',
    foundIn: 'medical physics expert; radiation safety file',
  },
  amounts_to_making_own_device: {
    question: 'Is the result in substance a device the hospital made or adapted for its own patients?',
    help: 'An ordinary patch, agent or setting is not. Putting your own build of another operating system on the device comes close.',
    who: 'hospital',
    foundIn: 'purpose and risk analysis of the change',
  },
  maker_is_health_institution: {
    question: 'Is the body that makes or modifies the device a health institution?',
    help: 'Its purpose is care or treatment of patients, or public health. A gym, a spa or a service company is not one.',
    who: 'hospital',
    foundIn: 'registration of the organisation',
  },
  used_only_on_own_premises: {
    question: 'Is the device used only on your own premises or in their immediate vicinity?',
    help: 'Use by patients at home is a no. Remote use by your own staff may count as own premises under EU rules.',
    who: 'hospital',
    foundIn: 'asset register; loan and home-care records',
  },
  no_equivalent_device_available: {
    question: 'Has a documented market scan found no equivalent device that meets the need?',
    help: 'The need of the patients counts, not the wish for a patch. A product that appears later does not by itself undo the scan.',
    who: 'hospital',
    foundIn: 'market scan with date and reviewer',
  },
  appropriate_qms: {
    question: 'Do making and use run under an appropriate quality management system?',
    help: 'For example ISO 13485 in the department that does the work. A general hospital accreditation alone is doubtful.',
    who: 'hospital',
    foundIn: 'quality system certificate or manual',
  },
  in_house_documentation_complete: {
    question: 'Do technical documentation, traceability and evidence for the essential requirements exist?',
    help: 'All of them, and every unit is made accordingly. A work instruction alone is a no.',
    who: 'hospital',
    foundIn: 'technical documentation of the in-house device',
  },
  performance_monitored: {
    question: 'Is experience from use reviewed and corrective action taken?',
    help: 'Regularly and on record. Waiting for complaints is not reviewing.',
    who: 'hospital',
    foundIn: 'monitoring plan; review minutes',
  },
  patients_informed: {
    question: 'Are patients told that the device is made under the exemption, and are concerns reported?',
    help: 'In patient information or consent, and through Yellow Card. A note in the file is not telling the patient.',
    who: 'hospital',
    foundIn: 'patient information; incident reporting procedure',
  },
  third_party_makes_device: {
    question: 'Does a third party do the work for the institution?',
    help: 'A contractor under your direction counts. Then the agreement must keep you as the manufacturer.',
    who: 'hospital',
    foundIn: 'contract',
  },
  adapted_for_individual_patient_only: {
    question: 'Is a marketed device only assembled or adapted for one patient, with its purpose unchanged?',
    help: 'For example a fitted prosthesis. A change made to all pumps of a ward does not count.',
    who: 'hospital',
    foundIn: 'the proposal',
  },
  commercial_name_used: {
    question:
      'Does the actor make the device available under its own name, without an agreement that shows the manufacturer?',
    help: 'An asset sticker is no name of the device. A product sold under the own brand is.',
    who: 'hospital',
    foundIn: 'label; supply agreement',
  },
  makes_available_on_market: {
    question: 'Does the actor make the device available on the market?',
    help: 'Supply for distribution or use in the course of business, paid or free. Using it on your own patients does not count.',
    who: 'hospital',
    foundIn: 'supply agreement',
  },
  hospital_may_patch_os: {
    question: 'Does the MDS2 form say that the owner may install operating-system patches?',
    help: 'CSUP-2.1 yes, CSUP-2.2 no, and CSUP-2.4 yes or the patch is on the approved list. It points to the instructions; it is not a permission.',
    who: 'manufacturer',
    foundIn: 'MDS2 CSUP-2.1, CSUP-2.2, CSUP-2.4',
    letter: closed(
      'May the owner install operating-system patches on this model and version? Please give the page of your instructions (MDS2 CSUP-2.1, CSUP-2.2, CSUP-2.4).',
    ),
  },
  needs_patch_approval: {
    question: 'Does the MDS2 form say that patches of third parties need the approval of the manufacturer?',
    help: 'CSUP-2.4 answered no. Then look for a list of approved patches (CSUP-9).',
    who: 'manufacturer',
    foundIn: 'MDS2 CSUP-2.4',
    letter: closed('Do third-party security patches need your approval before they are installed (MDS2 CSUP-2.4)?'),
  },
  hospital_may_install_av: {
    question: 'Does the MDS2 form say that the owner may install anti-malware?',
    help: 'MLDP-2 and MLDP-2.3 yes; MLDP-2.8 may restrict product, configuration or schedule. It is a pointer, not a permission.',
    who: 'manufacturer',
    foundIn: 'MDS2 MLDP-2, MLDP-2.3, MLDP-2.8',
    letter: closed(
      'May the owner install anti-malware on this model and version? If so, which products and settings (MDS2 MLDP-2, MLDP-2.3, MLDP-2.8)?',
    ),
  },
  av_forbidden_use_compensation: {
    question: 'Does the MDS2 form say that anti-malware is not supported?',
    help: 'MLDP-2 answered no. Then look at MLDP-3, MLDP-4 and NAUT-2 for other protection.',
    who: 'manufacturer',
    foundIn: 'MDS2 MLDP-2, MLDP-3, MLDP-4, NAUT-2',
    letter: closed(
      'Is anti-malware unsupported on this model and version, so that other protection must be used (MDS2 MLDP-2)?',
    ),
  },
  network_ids_only: {
    question: 'Does the MDS2 form say that the owner cannot install host intrusion detection?',
    help: 'MLDP-5.2 answered no. Then only detection in the network is left.',
    who: 'manufacturer',
    foundIn: 'MDS2 MLDP-5.2',
    letter: closed('Is the owner unable to install host intrusion detection on the device (MDS2 MLDP-5.2)?'),
  },
  segmentation_ready: {
    question: 'Does the MDS2 form give the ports list and data-flow diagram needed for segmentation?',
    help: 'CONN-2 and DOC-10 yes, and NAUT-2.1 or CONN-6 known.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-2, DOC-10, NAUT-2.1, CONN-6',
    letter: closed('Do you provide a list of ports and protocols and a data-flow diagram (MDS2 CONN-2, DOC-10)?', {
      yes: 'Yes, enclosed',
      unknown: 'Will follow',
    }),
  },
  isolation_feasible: {
    question: 'Does the MDS2 form say that the device needs neither the internet nor outside systems?',
    help: 'CONN-6 and CONN-4 answered no. Systems inside the hospital (CONN-3) may still be needed for care.',
    who: 'manufacturer',
    foundIn: 'MDS2 CONN-4, CONN-6',
    letter: closed(
      'Can the device fulfil its intended use without the internet and without systems outside our network (MDS2 CONN-4, CONN-6)?',
    ),
  },
  credential_rotation_allowed: {
    question: 'Does the MDS2 form say that the owner can change and manage all passwords?',
    help: 'PAUT-5 and SGUD-3.1 answered yes. Service accounts may be an exception (PAUT-1, PAUT-4).',
    who: 'manufacturer',
    foundIn: 'MDS2 PAUT-5, SGUD-3.1',
    letter: closed('Can the owner change and manage all passwords, service accounts included (MDS2 PAUT-5, SGUD-3.1)?'),
  },
  active_scan_allowed: {
    question: 'Does the MDS2 form say that security scanning by users is documented?',
    help: 'SAHD-13 answered yes. Otherwise listen only, in a maintenance window and off the patient.',
    who: 'manufacturer',
    foundIn: 'MDS2 SAHD-13',
    letter: closed('Do your documents cover active security scanning by users (MDS2 SAHD-13)?', {
      yes: 'Yes (document and page given)',
    }),
  },
  rollback_available: {
    question: 'Does the MDS2 form say that a way back exists (factory reset or restore)?',
    help: 'DTBK-2 or DTBK-5 answered yes.',
    who: 'manufacturer',
    foundIn: 'MDS2 DTBK-2, DTBK-5',
    letter: closed('Can configuration, patches and software be restored if the change fails (MDS2 DTBK-2, DTBK-5)?'),
  },
  form_stale: {
    question: 'Is the MDS2 form older than the installed software?',
    help: 'Compare the date of the form (DOC-7) with the release date of the software on the unit.',
    who: 'hospital',
    foundIn: 'MDS2 DOC-7; software version on the unit',
  },
});
