/**
 * MDR Annex VIII: the class of software after a change (implementing rule 3.3, rules 11, 15 and 22). Every sentence is
 * ours.
 */
import { chart, type Obligation, type OutcomeDefinition } from '../../chart';
import { citing } from '../../sources';

const mdr = citing('mdr');
const rules = citing('mdcg_2021_24');
const qualification = citing('mdcg_2019_11');

const RULES = 'Rules for software';
const REST = 'All other software';

const OURS = "interpretation, not the authority's words: ";

const PURPOSE = 'intended purpose in the instructions for use; classification rationale';

/** The same after every class: compare it with the present one. */
const COMPARE: readonly Obligation[] = [
  {
    who: 'manufacturer',
    must: 'Compare the class with the present one, and put the classification rationale of the changed device on file.',
    cite: mdr('Annex VIII rule 11, 3.1 to 3.7'),
    confidence: 'V',
    due: 'before the changed device is placed on the market',
  },
  {
    who: 'manufacturer',
    must: 'Where the class is higher: take the conformity assessment route of that class, with a notified body from class IIa on.',
    cite: mdr('Art. 52'),
    confidence: 'V2',
    due: 'before the changed device is placed on the market',
  },
];

const EVIDENCE = [
  'Statement of intended purpose before and after the change',
  'Classification rationale: each rule considered, the strictest that applies',
];

function classResult<const Meaning extends string>(
  meaning: Meaning,
  label: string,
  notes: string[],
): OutcomeDefinition {
  return { tier: 'record', meaning, label, obligations: [...COMPARE], evidence: EVIDENCE, notes };
}

export const softwareClass = chart({
  instrument: 'EU-MDR-CLASS',
  name: 'MDR class of software',
  title: 'MDR Annex VIII: class of software after a change',
  jurisdiction: 'EU',
  edition: 'as amended, consolidated 10 January 2025',
  issued: '2017-04-05',
  inForce: { from: '2021-05-26', to: null },
  source: 'mdr',
  addressee: 'Manufacturers of software that is a device or part of one',
  answers: 'law',
  start: 'K0',
  nodes: {
    K0: {
      kind: 'gate',
      part: RULES,
      asks: 'Does it drive a therapeutic device in a closed loop, so that the diagnostic function largely determines how the patient is managed?',
      short: 'closed loop of a therapeutic device?',
      cite: mdr('Annex VIII rule 22'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: `functional description; ${PURPOSE}`,
      rule: { yes: 'user_input_replaced_by_closed_loop and drives_or_influences_device' },
      yes: 'class_III',
      no: 'K1',
      subRules: [
        {
          id: 'K0-a',
          text: 'Active therapeutic devices with an integrated diagnostic function of that weight are class III.',
          cite: rules(''),
          confidence: 'V',
          answer: 'yes',
          when: 'user_input_replaced_by_closed_loop and drives_or_influences_device',
        },
      ],
    },
    K1: {
      kind: 'step',
      part: RULES,
      asks: 'Does the software drive a device or influence its use?',
      short: 'drives or influences a device?',
      cite: mdr('Annex VIII 3.3'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: PURPOSE,
      rule: { yes: 'drives_or_influences_device' },
      yes: 'class_of_driven_device',
      no: 'K2',
    },
    K2: {
      kind: 'step',
      part: RULES,
      asks: 'Does it give information for decisions on diagnosis or therapy?',
      short: 'information for diagnosis, therapy?',
      cite: mdr('Annex VIII rule 11, first part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: PURPOSE,
      rule: { yes: 'informs_diagnosis_or_therapy' },
      yes: 'K3',
      no: 'K4',
    },
    K3: {
      kind: 'step',
      part: RULES,
      asks: 'May such a decision cause death or an irreversible deterioration of health?',
      short: 'death or irreversible harm?',
      cite: mdr('Annex VIII rule 11, first part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk management file; classification rationale',
      rule: { yes: 'wrong_decision_harm = death_or_irreversible' },
      yes: 'class_III',
      no: 'K3b',
    },
    K3b: {
      kind: 'step',
      part: RULES,
      asks: 'May it cause a serious deterioration of health or a surgical intervention?',
      short: 'serious harm or surgery?',
      cite: mdr('Annex VIII rule 11, first part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: 'risk management file; classification rationale',
      rule: { yes: 'wrong_decision_harm = serious_or_surgical' },
      yes: 'class_IIb',
      no: 'class_IIa',
      note: 'derived: the second half of K3.',
    },
    K4: {
      kind: 'step',
      part: RULES,
      asks: 'Is it meant to monitor physiological processes?',
      short: 'monitors physiological processes?',
      cite: mdr('Annex VIII rule 11, second part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: PURPOSE,
      rule: { yes: 'monitors_physiological_processes' },
      yes: 'K4b',
      no: 'K5',
    },
    K4b: {
      kind: 'step',
      part: RULES,
      asks: 'Are they vital parameters whose variations could mean immediate danger for the patient?',
      short: 'vital parameters, immediate danger?',
      cite: mdr('Annex VIII rule 11, second part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: PURPOSE,
      rule: { yes: 'vital_parameters_immediate_danger' },
      yes: 'class_IIb',
      no: 'class_IIa',
      note: 'derived: the second half of K4.',
    },
    K5: {
      kind: 'step',
      part: REST,
      asks: 'Is it meant for contraception, or to prevent a sexually transmitted infection?',
      short: 'for contraception?',
      cite: mdr('Annex VIII rule 15; rule 11, third part'),
      confidence: 'V',
      who: 'manufacturer',
      foundIn: PURPOSE,
      rule: { yes: 'intended_for_contraception' },
      yes: 'class_IIb',
      no: 'class_I',
      subRules: [
        {
          id: 'K5-a',
          text: 'All other software is class I.',
          cite: mdr('Annex VIII rule 11, third part'),
          confidence: 'V',
          answer: 'no',
          when: 'not intended_for_contraception',
        },
      ],
    },
  },
  outcomes: {
    class_of_driven_device: classResult(
      'class of the device that the software drives; compare with the present class',
      'class of the driven device',
      [],
    ),
    class_III: classResult('class III; compare with the present class', 'class III', []),
    class_IIb: classResult('class IIb; compare with the present class', 'class IIb', []),
    class_IIa: classResult('class IIa; compare with the present class', 'class IIa', []),
    class_I: classResult('class I; compare with the present class', 'class I', [
      'Software that gives information for decisions on diagnosis or therapy is class IIa at least (rule 11), so it never ends here.',
    ]),
  },
  aids: [],
  principles: [
    {
      id: 'K6',
      text: 'Where several rules apply, the strictest counts.',
      cite: mdr('Annex VIII 3.5'),
      confidence: 'V',
    },
    {
      id: '10.1',
      text: 'Whether a thing is a device follows from the medical purpose its manufacturer gives it for humans (to diagnose, predict, monitor, prevent, treat, alleviate and so on); software can be one. Its main action is not that of a medicine (pharmacological, immunological, metabolic). Products to control conception, and to clean or sterilise devices, count too.',
      cite: mdr('Art. 2(1)'),
      confidence: 'V2',
    },
    {
      id: '10.1 directive',
      text: 'The directive has a narrower list (no prediction or prognosis); software in its own right is included since Directive 2007/47/EC, and stand-alone software is an active device (the last from memory).',
      cite: citing('mdd')('Art. 1(2)(a), Annex IX 1.4'),
      confidence: 'V2/M',
    },
    {
      id: '10.1 hospital IT',
      text: 'from memory: networks, virtualisation hosts, general workstations and directory services are no devices unless their maker gives them a medical purpose.',
      cite: mdr('Art. 2(1)'),
      confidence: 'M',
    },
    {
      id: '10.2 guidance',
      text: 'Each medical module is judged by its intended purpose; qualification and class are checked again after a change (the last from memory).',
      cite: qualification(''),
      confidence: 'V2/M',
    },
    {
      id: '10.2 hardware rules',
      text: 'from memory: other rules often met: 9 active therapeutic IIa or IIb (controlling active implants III); 10 active diagnostic IIa or IIb (ionising radiation IIb); 12 administering or removing substances IIa or IIb; 13 other active I; 22 closed loops and automated external defibrillators III.',
      cite: mdr('Annex VIII rules 9, 10, 12, 13, 22'),
      confidence: 'M',
    },
    {
      id: '10.3',
      text: 'from memory: rule 11 of the directive is about something else (active devices that administer medicines). Under the directive software took the class of the driven device or rules 9, 10 and 12, and most decision support ended in class I; rule 11 of the MDR lifts it to IIa or more. That is where up-classed legacy class I devices come from.',
      cite: citing('mdd')('Annex IX rule 11, rule 2.3'),
      confidence: 'M',
    },
  ],
  readingNotes: [
    `${OURS}the chart is worth walking only where a change could move software to another class: another purpose, a medical function, a closed loop.`,
    'Hold: the result is a class, not a verdict on the change; compare it with the present class. K5 and what remains after it stand for rule 15 and for the last sentence of rule 11.',
    `${OURS}K0 is read from two facts of the change (a closed loop takes over a user input, and the software drives a device); a loop that was there before is not seen by them.`,
    'The day from which the MDR applies, 26 May 2021, is taken as the first day of this edition. Routes and certificates by class stand with EU-MDR-CERT (10.4).',
  ],
});
