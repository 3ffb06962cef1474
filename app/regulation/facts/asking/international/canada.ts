/** What only the Canadian instruments ask: class of the licence, and the principles of significant change. */
import { askings, closed, oneOf } from '../entry';

const CLASS = { I: 'Class I', II: 'Class II', III: 'Class III', IV: 'Class IV' };

export const canadaAskings = askings({
  ca_device_class: {
    question: 'In which class is the device licensed in Canada?',
    help: 'The class printed on the licence counts; where two classes fit, the higher one. The European or American class does not answer this.',
    who: 'manufacturer',
    foundIn: 'Canadian medical device licence',
    valueLabels: CLASS,
    letter: oneOf('In which class is this device licensed in Canada?', CLASS),
  },
  ca_class2_affects_class3_or_4: {
    question:
      'Does the class II device work with a separately licensed class III or IV device that the change may affect?',
    help: 'Think of a pump controller, viewer or gateway that another licensed device relies on. A device that only shares a network does not count.',
    who: 'manufacturer',
    foundIn: 'compatibility statement; interface specification',
    letter: closed(
      'Does this class II device work with a separately licensed class III or IV device in Canada, and may this change affect that device?',
    ),
  },
  hazard_likelihood_changed: {
    question: 'Does the change make a known hazard more likely, or less likely?',
    help: 'Both directions count: a fix that lowers a likelihood is a yes as well. A likelihood that was rated again with the same result is a no.',
    who: 'manufacturer',
    foundIn: 'risk management file, before and after the change',
    letter: closed('Does the likelihood of any known hazard change with this change, in either direction?'),
  },
  hazard_severity_changed: {
    question: 'Does the change make the harm that a known hazard can do more severe, or less severe?',
    help: 'Both directions count. Example of a yes: a new limit caps the dose that a failure could deliver.',
    who: 'manufacturer',
    foundIn: 'risk management file, before and after the change',
    letter: closed('Does the severity of any known adverse consequence change with this change, in either direction?'),
  },
  within_licensed_range: {
    question: 'Do the data for the changed device lie inside what was already licensed?',
    help: 'Inside, or between configurations whose data were filed. A new extreme (faster, larger, another platform) lies outside.',
    who: 'manufacturer',
    foundIn: 'licence application with its test data',
    letter: closed(
      'Do the data for the changed device fall inside the data already licensed, or can they be interpolated from them?',
    ),
  },
  all_new_risks_negligible: {
    question: 'Does the final risk assessment rate every new or changed risk as negligible?',
    help: 'Every one of them, after controls. No new or changed risk at all is a yes. Acceptable is not yet negligible.',
    who: 'manufacturer',
    foundIn: 'final risk assessment of the change',
    letter: closed('Does your final risk assessment rate every new or changed risk of this change as negligible?'),
  },
});
