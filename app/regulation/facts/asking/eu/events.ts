/** An event with the device, and what the health institution exemption asks of the institution. */
import { askings, closed, oneOf } from '../entry';

const IMPACT = {
  none: 'None',
  indirect_unavailability: 'The device could not be used because of the attack',
  direct_loss_of_therapy: 'Therapy was lost or interrupted',
  wrong_therapy_or_data: 'Wrong therapy, or wrong or missing data',
};

export const eventAskings = askings({
  device_malfunction: {
    question:
      'Is the event a malfunction, a deterioration, a use error by design, wrong information or an unwanted effect?',
    help: 'One of them is enough, and the device must be a supplied one. Malware that stops or slows the device is a malfunction.',
    who: 'hospital',
    foundIn: 'incident report',
    letter: closed(
      'Do you regard the event as a malfunction, deterioration, ergonomic use error, wrong information or undesirable effect of the device?',
    ),
  },
  patient_safety_impact: {
    question: 'What did the security event do, or could it do, to patients?',
    help: 'Take the worst that happened or could have happened. A device that was merely out of use counts as unavailable even if nobody was hurt.',
    who: 'hospital',
    foundIn: 'incident report; clinical assessment of the event',
    valueLabels: IMPACT,
    letter: oneOf('What effect on patients do you attribute to the security event?', IMPACT),
  },
  confidentiality_only: {
    question: 'Is only the confidentiality of data at stake, with function and data unaltered?',
    help: 'A copied patient list counts. As soon as a value may have been altered or the device was slowed or stopped, the answer is no.',
    who: 'hospital',
    foundIn: 'incident report; vulnerability assessment',
    letter: closed('Is only confidentiality of data at stake, with function and integrity untouched?'),
  },
  event_could_cause_serious_harm: {
    question: 'Did the event lead, or could it have led or yet lead, to death or serious harm?',
    help: 'Directly or indirectly; a serious deterioration of health may be temporary, and a serious threat to public health counts too. Where the device was unavailable, a no needs proof that care went on elsewhere without harm.',
    who: 'hospital',
    foundIn: 'incident report; clinical assessment of the event',
    letter: closed(
      'In your assessment, did the event lead, might it have led or might it lead to death, a serious deterioration of health or a serious public health threat?',
    ),
  },
  information_given_to_authority: {
    question: 'Would the institution give the authority information on making, modifying and using the device?',
    help: 'On request, with the reason for making, modifying and using it. A file that could be handed over counts.',
    who: 'hospital',
    foundIn: 'quality system of the department',
  },
  public_declaration_made: {
    question: 'Has the institution published a declaration that identifies the device and the requirements it meets?',
    help: 'Name and address of the institution, details that identify the device, and which requirements of Annex I are met, with reasons for those that are not. A note in the intranet is not public.',
    who: 'hospital',
    foundIn: 'web site or register of the institution',
  },
});
