/** Clinical safety, cyber alerts and network governance of a hospital. */
import { askings, closed } from '../entry';

export const governanceAskings = askings({
  supplier_safety_case_received: {
    question: 'Are the release notes and, where risk changed, a new safety case report of the supplier at hand?',
    help: 'Both are needed where clinical risk changed. A security bulletin without clinical statement is no safety case report.',
    who: 'hospital',
    foundIn: 'supplier portal; clinical safety officer',
    letter: closed(
      'Do you provide release notes and, where clinical risk changed, a new DCB0129 safety case report for the resulting version?',
      { yes: 'Yes (enclosed)', no: 'No', unknown: 'Will follow' },
    ),
  },
  clinical_severity: {
    question: 'How severe would the clinical harm be, counting how many patients it could reach?',
    help: 'NHS scale. Death, permanent incapacity or severe injury without quick recovery is major for one patient, catastrophic for several; severe injury with recovery soon is considerable or major; minor injury significant or considerable; less is minor or significant.',
    who: 'hospital',
    foundIn: 'hazard log; clinical safety officer',
    valueLabels: {
      minor: 'Minor: inconvenience, upset, or minor injury with quick recovery, one patient',
      significant: 'Significant: the same for several, or minor injury without quick recovery for one',
      considerable: 'Considerable: severe injury with recovery soon for one, or minor injury without it for several',
      major:
        'Major: death, permanent incapacity or severe lasting injury of one, or severe injury with recovery soon of several',
      catastrophic: 'Catastrophic: death, permanent incapacity or severe lasting injury of several',
    },
  },
  clinical_likelihood: {
    question: 'How likely is that harm with all controls in place?',
    help: 'Take the likelihood that remains after the controls, not the initial one.',
    who: 'hospital',
    foundIn: 'hazard log; clinical safety officer',
    valueLabels: {
      very_low: 'Very low: negligible chance',
      low: 'Low: could occur, usually will not',
      medium: 'Medium: possible',
      high: 'High: expected in most cases',
      very_high: 'Very high: certain or nearly certain',
    },
  },
  clinical_risk_score: {
    question: 'What is the residual clinical risk score, 1 to 5, of the worst hazard of this change?',
    help: 'From severity and likelihood by the matrix of your clinical risk management plan. Before the analysis it is unknown, not 1.',
    who: 'hospital',
    foundIn: 'hazard log; clinical safety officer',
  },
  alert_high_severity: {
    question: 'Is the NHS cyber alert of high severity?',
    help: 'The alert says so itself. A high score of a vulnerability in a newsletter is no high-severity alert.',
    who: 'hospital',
    foundIn: 'NHS cyber alert service',
  },
  hours_since_alert: {
    question: 'How many hours have passed since the alert was issued?',
    help: 'Since it was issued, not since you read it. Weekends and nights count.',
    who: 'hospital',
    foundIn: 'NHS cyber alert service: time of issue',
  },
  alert_response_recorded: {
    question: 'Is a response to the alert recorded in the service?',
    help: 'The status "in progress" or a later one counts. A meeting or an e-mail inside the trust does not.',
    who: 'hospital',
    foundIn: 'NHS cyber alert service: status of the organisation',
  },
  alert_applies: {
    question: 'Does the alert apply to anything in your estate?',
    help: 'Medical devices count, and so do systems that a supplier runs for you. Surveys often cannot see software on medical devices: look in the manual register too.',
    who: 'hospital',
    foundIn: 'asset register; manual register of software on medical devices; MDS2 SBOM-1',
  },
  patch_available_from_manufacturer: {
    question: 'Has the manufacturer released or approved the patch for the medical devices concerned?',
    help: 'For the model and software version you use. A patch of the operating-system maker alone is a no until the device manufacturer approves it.',
    who: 'manufacturer',
    foundIn: 'supplier bulletin; list of approved patches (MDS2 CSUP-7, CSUP-9)',
    letter: closed(
      'Have you released or approved a patch for the vulnerability named above, for the model and software version we use?',
      { yes: 'Yes (bulletin enclosed)', no: 'No', unknown: 'Under assessment (please give the date)' },
    ),
  },
  change_permit_covers: {
    question: 'Does an approved change permit cover this change?',
    help: 'Type of change, asset class, window, test and roll-back must all match the permit. A general policy that patching is good is no permit.',
    who: 'hospital',
    foundIn: 'change permits of the medical IT network',
  },
  network_risk_file_current: {
    question: 'Is the risk file of the medical IT network current for this asset?',
    help: 'It must know the asset with its present version, place and peers. A file that was complete before the last move is not current.',
    who: 'hospital',
    foundIn: 'medical IT-network risk management file',
  },
  responsibility_agreement_covers: {
    question: 'Does a responsibility agreement say who patches, who tests and who answers incidents?',
    help: 'All three, for this asset. A purchase contract that is silent on them is a no.',
    who: 'hospital',
    foundIn: 'responsibility agreement (IEC TR 80001-2-6); service contract',
  },
  go_live_decision_recorded: {
    question: 'Is the go-live decision recorded, with its configuration baseline?',
    help: 'Who decided, when, and which versions and settings go live. A closed ticket without the configuration is a no.',
    who: 'hospital',
    foundIn: 'change record; configuration baseline',
  },
});
