/** What software does, for its class under Annex VIII of the MDR. */
import { askings, closed, oneOf } from '../entry';

const HARM = {
  death_or_irreversible: 'Death or irreversible deterioration of health',
  serious_or_surgical: 'Serious deterioration of health, or a surgical intervention',
  other: 'Less than that',
};

export const softwareClassAskings = askings({
  drives_or_influences_device: {
    question: 'Does the software drive another device or influence its use?',
    help: 'Setting a pump rate or switching an X-ray tube counts. Showing the values that a monitor sends does not.',
    who: 'manufacturer',
    foundIn: 'intended purpose; software architecture document',
    letter: closed('Does the software drive another device or influence its use?'),
  },
  informs_diagnosis_or_therapy: {
    question: 'Does the software give information that is used for decisions on diagnosis or therapy?',
    help: 'The purpose stated by the manufacturer counts. Storing, transmitting or searching data without working on it does not.',
    who: 'manufacturer',
    foundIn: 'intended purpose in the instructions for use',
    letter: closed('Does the software give information used for diagnostic or therapeutic decisions?'),
  },
  wrong_decision_harm: {
    question: 'What is the worst harm that a decision resting on its information may cause?',
    help: 'Think of the credible worst case when the information is wrong, late or missing, before any control in the hospital.',
    who: 'manufacturer',
    foundIn: 'risk management file; classification rationale',
    valueLabels: HARM,
    letter: oneOf('What is the worst harm that a decision based on the information of the software may cause?', HARM),
  },
  monitors_physiological_processes: {
    question: 'Is the software meant to monitor physiological processes?',
    help: 'Heart rhythm, breathing, blood pressure, sleep and the like, followed over time. A single measurement is information for a decision, not monitoring.',
    who: 'manufacturer',
    foundIn: 'intended purpose in the instructions for use',
    letter: closed('Is the software intended to monitor physiological processes?'),
  },
  vital_parameters_immediate_danger: {
    question: 'Are these vital parameters whose variations could put the patient in immediate danger?',
    help: 'Heart performance, respiration or activity of the brain in intensive care counts. Slow trends at home usually do not.',
    who: 'manufacturer',
    foundIn: 'intended purpose; classification rationale',
    letter: closed(
      'Does the software monitor vital parameters whose variations could result in immediate danger to the patient?',
    ),
  },
  intended_for_contraception: {
    question: 'Is the device meant for contraception, or to prevent a sexually transmitted infection?',
    help: 'The purpose stated by the manufacturer counts, software included: a cycle application sold for contraception is one.',
    who: 'manufacturer',
    foundIn: 'intended purpose in the instructions for use',
    letter: closed('Is the device intended for contraception or for preventing sexually transmitted infections?'),
  },
});
