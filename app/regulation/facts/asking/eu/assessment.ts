/** What a change does to performance, risk and purpose, as the European tests of a change ask it. */
import { askings, closed } from '../entry';

export const assessmentAskings = askings({
  changes_original_performance: {
    question: 'Does a performance characteristic change against the original specification?',
    help: 'Accuracy, range, speed, throughput, limits: better counts as well as worse. A measured value that stays inside its specified tolerance is no change.',
    who: 'manufacturer',
    foundIn: 'performance specification; verification report',
    letter: closed('Does the change alter a performance characteristic of the device as originally specified?'),
  },
  risk_raised: {
    question: 'Does a known risk become more likely or more severe?',
    help: 'Compare the risk file before and after the change. A risk that was not in the file before is a new hazard and belongs to another question.',
    who: 'manufacturer',
    foundIn: 'risk management file',
    letter: closed('Does the likelihood or severity of a known risk rise because of the change?'),
  },
  error_poses_safety_risk: {
    question: 'Does the error that is corrected pose a risk to patients or users?',
    help: 'The error itself counts, not the correction. A wrong dose display does; a misspelt menu does not. Answer no if nothing is corrected.',
    who: 'manufacturer',
    foundIn: 'problem report; risk assessment of the error',
    letter: closed('Does the error that the change corrects pose a safety risk?', {
      no: 'No, or no error is corrected',
    }),
  },
  improves_operating_efficiency: {
    question: 'Does it only make operation more efficient, with the same results?',
    help: 'Faster loading or less storage for identical output counts. Anything that changes what users see, measure or decide does not.',
    who: 'manufacturer',
    foundIn: 'release note',
    letter: closed('Does the change only improve operating efficiency, without any change of results?'),
  },
  is_high_risk_ai_system: {
    question: 'Is the device an AI system, or has it one as a safety component, and does it need a notified body?',
    help: 'Both halves are needed. A model that was trained on data counts as AI; a fixed threshold does not. A device made in-house is never high-risk in this sense.',
    who: 'manufacturer',
    foundIn: 'technical documentation; certificate',
    letter: closed(
      'Is the device an AI system, or has it one as a safety component, and is a notified body involved in its conformity assessment?',
    ),
  },
  affects_ai_compliance: {
    question: 'Does the change affect how the AI requirements are met, or alter what the system is meant for?',
    help: 'Data governance, logging, transparency, human oversight, accuracy, robustness and cybersecurity are the requirements. Retraining or another model touches them; a patch of the operating system below hardly ever does.',
    who: 'manufacturer',
    foundIn: 'technical documentation for the AI system; change assessment',
    letter: closed(
      'Does the change affect compliance with the high-risk AI requirements, or the intended purpose of the AI system?',
    ),
  },
});
