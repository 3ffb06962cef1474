/** Events and what is known of them: vigilance in Great Britain. */
import { askings, closed, oneOf } from '../entry';

const CONTRIBUTION = {
  suspected: 'Suspected: it may have contributed',
  excluded: 'Excluded after assessment',
  undetermined: 'The assessment cannot tell',
};

export const eventAskings = askings({
  event_occurred_or_foreseen: {
    question: 'Has an event happened, or have tests or information shown something that could lead to one?',
    help: 'A malfunction, an infection, or a finding that could cause harm counts. A plan to change the device, or a vulnerability without any path to harm, does not.',
    who: 'hospital',
    foundIn: 'incident record; vulnerability or test report',
  },
  device_contribution: {
    question: 'Is the device suspected to have contributed to the event?',
    help: 'Malfunction, deterioration, inadequate information or a failure of its security count. Undetermined means that an assessment was made and cannot tell; if nobody has looked, leave it unknown.',
    who: 'manufacturer',
    foundIn: "manufacturer's investigation; device and system logs",
    valueLabels: CONTRIBUTION,
    letter: oneOf('Did the device contribute to the event described above?', CONTRIBUTION),
  },
  harm_averted_by_intervention: {
    question: 'Was harm avoided only because somebody stepped in?',
    help: 'A user, a patient or a carer who noticed in time. Example: a nurse saw the wrong rate and stopped the pump. A built-in alarm that worked as designed is not stepping in.',
    who: 'hospital',
    foundIn: 'incident record; staff concerned',
  },
  incident_increase_significant: {
    question: 'Do lesser incidents with this model rise statistically significantly?',
    help: 'The manufacturer sees all units, a single hospital does not. A feeling that it happens more often is unknown.',
    who: 'manufacturer',
    foundIn: 'trend analysis of post-market surveillance',
    letter: closed('Does your trend analysis show a statistically significant increase of lesser incidents?'),
  },
  serious_public_health_threat: {
    question: 'Is the event a serious public health threat?',
    help: 'An imminent risk of death, serious deterioration of health or serious illness for many people that needs action at once. Example: a worm that stops ventilators in many hospitals.',
    who: 'manufacturer',
    foundIn: "manufacturer's assessment",
    letter: closed('Do you assess the event as a serious public health threat?'),
  },
  death_occurred: {
    question: 'Did the event lead to a death?',
    help: 'A death to which the event may have contributed counts. A death of a patient for an unrelated cause does not.',
    who: 'hospital',
    foundIn: 'clinical record; clinical lead',
  },
  unanticipated_serious_deterioration: {
    question: 'Did it lead to a serious deterioration of health of a kind that nobody had anticipated?',
    help: "The kind of harm counts, not the patient: compare it with the harms in the manufacturer's risk file. If the file is not known, leave it unknown.",
    who: 'hospital',
    foundIn: "clinical record; manufacturer's risk management file",
    letter: closed('Had your risk management file not anticipated the kind of harm described above?', {
      no: 'It was anticipated',
      yes: 'It was not anticipated',
    }),
  },
  malware_present: {
    question: 'Is malware present on the device?',
    help: 'Found by a scan, by its behaviour, or by the manufacturer. A blocked attempt at the firewall is not on the device.',
    who: 'hospital',
    foundIn: 'scan report; incident record; MDS2 MLDP-2.7 (detection log)',
  },
});
