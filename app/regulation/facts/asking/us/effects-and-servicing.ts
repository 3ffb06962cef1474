/** Effects that the general change guidance, the draft on change plans and the remanufacturing guidance ask for. */
import { askings, closed } from '../entry';

export const effectsAndServicingAskings = askings({
  significantly_affects_use: {
    question: 'Does the change significantly affect how, by whom or where the device is used?',
    help: 'A move from trained staff to patients, or from the ward to the home, counts. A new log-in screen counts if it alters the way of working in earnest, not if it adds one key press.',
    who: 'manufacturer',
    foundIn: 'usability file; use specification',
    letter: closed('Does the change significantly affect how, by whom or where the device is used?'),
  },
  risk_acceptability_changed: {
    question: 'Does a risk move into another category of acceptability, up or down?',
    help: 'Look at the risk file before and after control. A risk that moves from acceptable to not acceptable counts, and the reverse as well.',
    who: 'manufacturer',
    foundIn: 'risk management file before and after the change',
    letter: closed('Does the acceptability category of any risk move up or down, before or after control?'),
  },
  could_significantly_affect_safety_or_effectiveness: {
    question: 'Could the change significantly affect safety or effectiveness, for better or for worse?',
    help: 'Take the result of the risk-based assessment. An improvement counts as well as a deterioration.',
    who: 'manufacturer',
    foundIn: 'risk-based assessment of the change',
    letter: closed(
      'Does your risk-based assessment find that the change could significantly affect, in either direction, safety or effectiveness?',
    ),
  },
  material_used_in_own_similar_device: {
    question: 'Is the same material already used in a similar device of the same company?',
    help: 'A legally marketed device with the same kind of contact counts. The same material from another company does not.',
    who: 'manufacturer',
    foundIn: 'biological evaluation; clearance of the other device',
    letter: closed('Is the same material already used in a similar legally marketed device of yours?'),
  },
  safety_feature_bypassed: {
    question: 'Is a safety feature removed, altered or bypassed?',
    help: 'A fuse, an alert, an alarm, an interlock or a seal counts. Changing a setting inside the range of the manual does not.',
    who: 'manufacturer',
    foundIn: 'service manual; list of safety features in the risk file',
    letter: closed('Does this activity remove, modify or bypass a safety feature (fuse, alert, alarm, interlock)?'),
  },
  specifications_significantly_changed: {
    question: 'Do performance or safety specifications change significantly, meant or not, alone or in sum?',
    help: 'Alarms, sensors, fail-safes and built-in protection belong to the safety specifications. An improvement counts as a change.',
    who: 'hospital',
    foundIn: "analysis and tests against the manufacturer's specifications; earlier changes of the same unit",
    letter: closed(
      'Would this activity, alone or with earlier ones, significantly change performance or safety specifications of the device?',
    ),
  },
  no_significant_change_documented: {
    question: 'Is there documented evidence that no specification changes significantly?',
    help: 'Analysis and tests with a signature count, and effects that add up must be in them. An opinion that it will be fine does not count.',
    who: 'hospital',
    foundIn: 'signed rationale with test results, per model',
    letter: closed(
      'Can you give evidence that this activity changes neither performance nor safety specifications significantly?',
      { yes: 'Yes, enclosed' },
    ),
  },
});
